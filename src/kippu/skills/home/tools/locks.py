"""Locks: lock and unlock."""

from kippu.skills.home.entity import Entity
from kippu.skills.home.kinds import switches
from kippu.skills.home.orders import Order
from kippu.skills.home.phrases import Words, says
from kippu.skills.home.target import Search, Target
from kippu.skills.home.tools.acting import House, act
from kippu.tool import Context, Said

LOCKED = Words(
    says("{is} locked", "を施錠しました"),
    says("{was} already locked", "はもう施錠されています"),
    says("{is} being locked", "を施錠しています"),
)
UNLOCKED = Words(
    says("{is} unlocked", "を解錠しました"),
    says("{was} already unlocked", "はもう解錠されています"),
    says("{is} being unlocked", "を解錠しています"),
)


def locked(entity: Entity, lock: bool) -> Order:
    """Lock or unlock one."""
    return Order(
        entity,
        tuple(switches.lock(entity, lock)),
        lambda entity: entity.state == "locked" if lock else entity.state in ("unlocked", "open"),
        lambda entity: entity.state == ("locking" if lock else "unlocking"),
    )


async def lock(house: House, context: Context, target: Target) -> Said:
    """Lock a door."""
    search = Search(("lock",), prefer=lambda entity: entity.state != "locked")
    return await act(house, context, target, search, lambda entity: locked(entity, True), words=LOCKED)


async def unlock(house: House, context: Context, target: Target) -> Said:
    """Unlock a door."""
    search = Search(("lock",), single=True)
    return await act(house, context, target, search, lambda entity: locked(entity, False), words=UNLOCKED)


TOOLS = (lock, unlock)
