"""On, off, and the other way round; for covers and locks only when they are named."""

from collections.abc import Sequence

from kippu.skills.home.entity import Entity
from kippu.skills.home.kinds import air, lights, media, switches
from kippu.skills.home.kinds.kind import Message, Unable
from kippu.skills.home.orders import Order, Result
from kippu.skills.home.phrases import Words, says
from kippu.skills.home.target import Search, Target, fits, place_called
from kippu.skills.home.tools import covers, everything, locks, robots
from kippu.skills.home.tools.acting import House, act
from kippu.tool import Context, Said

_SWITCHED = ("light", "switch", "fan", "media_player", "climate", "siren", "humidifier", "water_heater")
_SET_OFF = ("script", "scene")
_NAMED = ("cover", "valve", "lock", "vacuum", "lawn_mower", "button")
_RESTING = ("off", "standby", "unknown")
_LIT = ("light", "fan", "climate", "media_player", "humidifier", "water_heater")


_SOUNDING = Words(
    says("{is} sounding", "を鳴らしました"), says("{was} already sounding", "はもう鳴っています")
)
_SILENT = Words(says("{is} silent", "を止めました"), says("{was} already silent", "はもう止まっています"))


def is_on(entity: Entity) -> bool:
    """True for whatever is not off; a thermostat that heats is on."""
    return entity.state not in _RESTING


def order(entity: Entity, on: bool) -> Order:
    """Switch one thing; raises Unable for what has no off."""
    domain = entity.thing.domain
    if domain in ("cover", "valve"):
        return covers.moved(entity, "open" if on else "close")
    if domain == "lock":
        return locks.locked(entity, on)
    if domain in ("vacuum", "lawn_mower"):
        return robots.working(entity, "start" if on else "dock")
    if domain in switches.PRESSED:
        if not on:
            raise Unable("off")
        return Order(entity, tuple(switches.press(entity)), lambda entity: True, event=True)
    done = is_on if on else (lambda entity: entity.state in ("off", "standby"))
    return Order(entity, tuple(_messages(entity, on)), done)


def _messages(entity: Entity, on: bool) -> list[Message]:
    match entity.thing.domain:
        case "light":
            return lights.turn(entity, on)
        case "climate" | "water_heater":
            return air.turn(entity, on)
        case "media_player":
            return media.turn(entity, on)
    return switches.turn(entity, on)


def _done(on: bool) -> tuple[str, str]:
    return ("{is} on", "をつけました") if on else ("{is} off", "を消しました")


def phrase(on: bool) -> Words:
    """What to say of it: a blind is open, a lock is locked, the rest is on."""

    def done(entity: Entity) -> tuple[str, str]:
        domain = entity.thing.domain
        if domain in _SET_OFF:
            return "{was} started", "を実行しました"
        if domain == "button":
            return "{was} pressed", "を押しました"
        if special := _special(domain, on):
            return special.done(entity)
        if domain in _LIT:
            return _done(on)
        return ("{is} on", "をオンにしました") if on else ("{is} off", "をオフにしました")

    def already(entity: Entity) -> tuple[str, str]:
        if special := _special(entity.thing.domain, on):
            return special.already(entity)
        if entity.thing.domain in _LIT:
            return (
                ("{was} already on", "はもうついています")
                if on
                else ("{was} already off", "はもう消えています")
            )
        return ("{was} already on", "はもうオンです") if on else ("{was} already off", "はもうオフです")

    def moving(entity: Entity) -> tuple[str, str]:
        special = _special(entity.thing.domain, on)
        return (special.moving or special.done)(entity) if special else done(entity)

    return Words(done, already, moving)


def _special(domain: str, on: bool) -> Words | None:
    if domain == "siren":
        return _SOUNDING if on else _SILENT
    if domain in ("cover", "valve"):
        return covers.OPENED if on else covers.CLOSED
    if domain == "lock":
        return locks.LOCKED if on else locks.UNLOCKED
    if domain in ("vacuum", "lawn_mower"):
        return robots.WORDS["start" if on else "dock"]
    return None


def _search(on: bool) -> Search:
    return Search(
        domains=_SWITCHED if not on else _SWITCHED + _SET_OFF,
        first=("light",),
        also=_NAMED if on else (*_NAMED, *_SET_OFF),
        prefer=lambda entity: is_on(entity) != on,
    )


async def turn_on(house: House, context: Context, target: Target) -> Said:
    """Switch on a light, switch, fan, player, heating, siren or scene."""
    return await _switch(house, context, target, True)


async def turn_off(house: House, context: Context, target: Target) -> Said:
    """Switch off a light, switch, fan, player, heating or siren."""
    return await _switch(house, context, target, False)


async def _switch(house: House, context: Context, target: Target, on: bool) -> Said:
    def switched(entity: Entity) -> Order:
        return order(entity, on)

    if not everything.is_everything(target):
        return await act(house, context, target, _search(on), switched, words=phrase(on))
    left = everything.left_alone([entity for entity in house.things() if fits(entity, target)])
    place = place_called(house.things(), target)

    def told(context: Context, results: Sequence[Result], words: Words) -> Said:
        return everything.told(context, results, on, left, place)

    search = Search(everything.SWITCHED if on else everything.SILENCED)
    return await act(house, context, target, search, switched, words=everything.words(on), told=told)


async def toggle(house: House, context: Context, target: Target) -> Said:
    """Switch on what is off, and off what is on."""
    was = {entity.thing.id: is_on(entity) for entity in house.things()}

    def way(entity: Entity) -> bool:
        if entity.thing.domain in ("cover", "valve"):
            return entity.state == "closed"
        if entity.thing.domain == "lock":
            return entity.state == "unlocked"
        return not was[entity.thing.id]

    ways: dict[str, bool] = {}

    def switched(entity: Entity) -> Order:
        ways[entity.thing.id] = way(entity)
        return order(entity, ways[entity.thing.id])

    words = Words(
        lambda entity: phrase(ways[entity.thing.id]).done(entity),
        lambda entity: phrase(ways[entity.thing.id]).already(entity),
        lambda entity: (phrase(ways[entity.thing.id]).moving or phrase(True).done)(entity),
    )
    domains = everything.SWITCHED if everything.is_everything(target) else _SWITCHED
    return await act(house, context, target, Search(domains, ("light",), _NAMED), switched, words=words)


TOOLS = (turn_on, turn_off, toggle)
