"""Vacuum and lawn mower: pause, go home, clean a room; what starts and stops them stands in machines.py."""

from kippu.skills.home.entity import Entity
from kippu.skills.home.kinds import robots
from kippu.skills.home.kinds.kind import Unable
from kippu.skills.home.naming import in_room
from kippu.skills.home.orders import Order
from kippu.skills.home.phrases import Words, room_ja, says
from kippu.skills.home.target import Search, Target
from kippu.skills.home.tools.acting import House, act
from kippu.skills.home.words import state_word
from kippu.tool import Context, Said

DOMAINS = ("vacuum", "lawn_mower")
WORDS = {
    "start": Words(
        lambda entity: (f"{{is}} {state_word(entity, 'en')}", "が動き始めました"),
        lambda entity: (f"{{was}} already {state_word(entity, 'en')}", "はもう動いています"),
    ),
    "pause": Words(says("{is} paused", "を一時停止しました"), says("{was} not working", "は動いていません")),
    "stop": Words(says("{is} stopped", "を停止しました"), says("{was} not moving", "は動いていません")),
    "dock": Words(
        lambda entity: (
            ("{is} docked", "は充電台に戻りました")
            if entity.state == "docked"
            else ("{is} going back to its dock", "は充電台に戻ります")
        ),
        lambda entity: (
            ("{was} already docked", "はもう充電台にいます")
            if entity.state == "docked"
            else ("{is} already on its way to its dock", "はもう充電台に向かっています")
        ),
    ),
}


def working(entity: Entity, what: robots.Work) -> Order:
    """Tell one robot. To stop or pause one that stands still would make it leave its dock, or its work."""
    still = what in ("stop", "pause") and entity.state in robots.STILL
    messages = () if still else tuple(robots.work(entity, what))
    return Order(entity, messages, lambda entity: robots.works(entity, what))


def works(entity: Entity) -> bool:
    """True while it cleans or mows."""
    return entity.state in robots.WORKING


async def pause(house: House, context: Context, target: Target) -> Said:
    """Pause a vacuum or lawn mower."""
    search = Search(DOMAINS, prefer=works, single=True)
    return await act(
        house, context, target, search, lambda entity: working(entity, "pause"), words=WORDS["pause"]
    )


async def dock(house: House, context: Context, target: Target) -> Said:
    """Send a vacuum or lawn mower back to its dock."""

    def away(entity: Entity) -> bool:
        return entity.state not in ("docked", "returning")

    search = Search(DOMAINS, prefer=away, single=True)
    return await act(
        house, context, target, search, lambda entity: working(entity, "dock"), words=WORDS["dock"]
    )


async def clean(house: House, context: Context, target: Target) -> Said:
    """Let a vacuum clean a room or floor."""
    place = target.area or target.floor
    if not place:
        search = Search(("vacuum",), prefer=lambda entity: not works(entity), single=True)
        return await act(
            house, context, target, search, lambda entity: working(entity, "start"), words=WORDS["start"]
        )

    def order(entity: Entity) -> Order:
        if "send_command_topic" in entity.config:
            heard = entity.heard
            return Order(
                entity,
                tuple(robots.clean(entity, place)),
                lambda entity: works(entity) and entity.heard > heard,
            )
        if place in (entity.thing.room, entity.thing.floor):
            return working(entity, "start")
        raise Unable("area")

    there = next((entity for entity in house.things() if in_room(entity, place)), None)
    words = Words(
        says(
            f"{{is}} cleaning the {place.lower()}", f"が{room_ja(there) if there else place}を掃除しています"
        ),
        says("{was} already cleaning", "はもう掃除中です"),
    )
    anywhere = Target(target.name, None, None, target.domain, target.device_class)
    return await act(house, context, anywhere, Search(("vacuum",), single=True), order, words=words)


TOOLS = (pause, dock, clean)
