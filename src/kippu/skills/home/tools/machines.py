"""Start and stop: robots and blinds, and any other machine that is named ("start the pool pump")."""

from kippu.skills.home.entity import Entity
from kippu.skills.home.kinds import covers as cover_kinds
from kippu.skills.home.kinds.robots import WORKING
from kippu.skills.home.orders import Order
from kippu.skills.home.phrases import Words
from kippu.skills.home.target import Search, Target
from kippu.skills.home.tools import robots, switching
from kippu.skills.home.tools.acting import House, act
from kippu.tool import Context, Said

_SWITCHED = ("switch", "fan", "climate", "humidifier", "siren", "script", "scene", "media_player")
_MOVED = ("cover", "valve")
_IN_MOTION = ("opening", "closing", *WORKING, "returning")


async def start(house: House, context: Context, target: Target) -> Said:
    """Start a vacuum or lawn mower, or another machine that is named."""

    def order(entity: Entity) -> Order:
        return (
            robots.working(entity, "start")
            if entity.thing.domain in robots.DOMAINS
            else switching.order(entity, on=True)
        )

    search = Search(
        robots.DOMAINS, also=_SWITCHED, prefer=lambda entity: not robots.works(entity), single=True
    )
    return await act(house, context, target, search, order, words=_words("start", on=True))


async def stop(house: House, context: Context, target: Target) -> Said:
    """Stop a blind that moves, a vacuum or lawn mower, or another machine that is named."""

    def order(entity: Entity) -> Order:
        domain = entity.thing.domain
        if domain in _MOVED:
            return Order(
                entity,
                tuple(cover_kinds.move(entity, "stop")),
                lambda entity: entity.state not in ("opening", "closing"),
            )
        return (
            robots.working(entity, "stop") if domain in robots.DOMAINS else switching.order(entity, on=False)
        )

    def in_motion(entity: Entity) -> bool:
        return entity.state in _IN_MOTION

    search = Search((*_MOVED, *robots.DOMAINS), also=_SWITCHED, prefer=in_motion, able=in_motion)
    return await act(house, context, target, search, order, words=_words("stop", on=False))


def _words(what: str, on: bool) -> Words:
    """Those of a robot or blind, or those of switching for all else."""

    def chosen(entity: Entity) -> Words:
        return switching.phrase(on) if entity.thing.domain in _SWITCHED else robots.WORDS[what]

    return Words(lambda entity: chosen(entity).done(entity), lambda entity: chosen(entity).already(entity))


TOOLS = (start, stop)
