"""Blinds, curtains, garage doors, valves: open, close, stop, move to a position."""

from typing import Annotated, Literal

from pydantic import Field

from kippu.skills.home.entity import Entity
from kippu.skills.home.kinds import covers
from kippu.skills.home.kinds.kind import Unable
from kippu.skills.home.orders import Order
from kippu.skills.home.phrases import Words, says
from kippu.skills.home.target import Search, Target
from kippu.skills.home.tools import locks
from kippu.skills.home.tools.acting import House, act
from kippu.tool import Context, Said

DOMAINS = ("cover", "valve")
MOVING = ("opening", "closing")
_NEAR = 2
"""Percent by which a motor may stop short."""

OPENED = Words(
    says("{is} open", "を開けました"),
    says("{was} already open", "はもう開いています"),
    says("{is} opening", "を開けています"),
)
CLOSED = Words(
    says("{is} closed", "を閉めました"),
    says("{was} already closed", "はもう閉まっています"),
    says("{is} closing", "を閉めています"),
)


def moved(entity: Entity, way: Literal["open", "close"]) -> Order:
    """Open or close one; raises Unable."""
    goal = covers.OPEN if way == "open" else 0
    return Order(
        entity,
        tuple(covers.move(entity, way)),
        lambda entity: _stands(entity, goal),
        lambda entity: _moves(entity, way),
    )


def _moves(entity: Entity, way: str) -> bool:
    return entity.state == ("opening" if way == "open" else "closing")


def _stands(entity: Entity, goal: float) -> bool:
    if entity.state in MOVING:
        return False
    at = covers.position(entity)
    return at is not None and abs(at - goal) <= _NEAR


def _at(entity: Entity) -> tuple[str, str]:
    at = covers.position(entity)
    if at in (0, covers.OPEN):
        return (OPENED if at else CLOSED).done(entity)
    return f"{{is}} {at:g} % open", f"を{at:g}%の位置にしました"


def _on_the_way(entity: Entity) -> tuple[str, str]:
    words = OPENED if entity.state == "opening" else CLOSED
    return (words.moving or words.done)(entity)


def _either(words: Words, locked: Words) -> Words:
    """The words for a cover, or for a lock of the same name."""

    def choose(entity: Entity) -> Words:
        return locked if entity.thing.domain == "lock" else words

    return Words(
        lambda entity: choose(entity).done(entity),
        lambda entity: choose(entity).already(entity),
        lambda entity: (choose(entity).moving or choose(entity).done)(entity),
    )


async def open_(house: House, context: Context, target: Target) -> Said:
    """Open a blind, curtain, garage door or valve."""

    def order(entity: Entity) -> Order:
        return locks.locked(entity, False) if entity.thing.domain == "lock" else moved(entity, "open")

    search = Search(DOMAINS, ("cover",), ("lock",), prefer=lambda entity: not _stands(entity, covers.OPEN))
    return await act(house, context, target, search, order, words=_either(OPENED, locks.UNLOCKED))


async def close(house: House, context: Context, target: Target) -> Said:
    """Close a blind, curtain, garage door or valve."""

    def order(entity: Entity) -> Order:
        return locks.locked(entity, True) if entity.thing.domain == "lock" else moved(entity, "close")

    search = Search(DOMAINS, ("cover",), ("lock",), prefer=lambda entity: not _stands(entity, 0))
    return await act(house, context, target, search, order, words=_either(CLOSED, locks.LOCKED))


async def set_position(
    house: House, context: Context, target: Target, position: Annotated[int, Field(ge=0, le=100)]
) -> Said:
    """Move a blind or valve to a position in percent, 0 closed and 100 open."""

    def order(entity: Entity) -> Order:
        return Order(
            entity,
            tuple(covers.place(entity, position)),
            lambda entity: _stands(entity, position),
            lambda entity: entity.state in MOVING,
        )

    def already(entity: Entity) -> tuple[str, str]:
        return f"{{was}} already {position} % open", f"はもう{position}%の位置です"

    search = Search(DOMAINS, ("cover",), able=lambda entity: entity.has("position"))
    return await act(house, context, target, search, order, words=Words(_at, already, _on_the_way))


async def change_position(
    house: House, context: Context, target: Target, step: Annotated[int, Field(ge=-100, le=100)]
) -> Said:
    """Open a blind or valve further by so many percent points; below 0 closes it."""
    wanted: dict[str, int] = {}

    def goal(entity: Entity) -> int:
        # Once for a thing: where it stands changes while it moves.
        return wanted.setdefault(entity.thing.id, _beyond(entity, step))

    def order(entity: Entity) -> Order:
        return Order(
            entity,
            tuple(covers.place(entity, goal(entity))),
            lambda entity: _stands(entity, goal(entity)),
            lambda entity: entity.state in MOVING,
        )

    def already(entity: Entity) -> tuple[str, str]:
        return (OPENED if step > 0 else CLOSED).already(entity)

    search = Search(
        DOMAINS,
        ("cover",),
        prefer=lambda entity: not _stands(entity, covers.OPEN if step > 0 else 0),
        able=lambda entity: entity.has("position"),
    )
    return await act(house, context, target, search, order, words=Words(_at, already, _on_the_way))


def _beyond(entity: Entity, step: int) -> int:
    """Where it shall stand, so much further than now; raises Unable if it stands anywhere."""
    if not entity.has("position"):
        raise Unable("position", "can only open or close fully", "は全開か全閉しかできません")
    at = covers.position(entity)
    if at is None or (entity.state != "closed" and "current_position" not in entity.attributes):
        raise Unable("position", "doesn't say where it stands", "の今の位置が分かりません")
    return round(min(covers.OPEN, max(0, at + step)))


TOOLS = (open_, close, set_position, change_position)
