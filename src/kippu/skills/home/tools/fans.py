"""How fast fans turn."""

import math
from typing import Annotated

from pydantic import Field

from kippu.skills.home.entity import Entity
from kippu.skills.home.kinds import air
from kippu.skills.home.orders import Order, reaches
from kippu.skills.home.phrases import Words
from kippu.skills.home.target import Search, Target
from kippu.skills.home.tools.acting import House, act
from kippu.skills.home.tools.steps import stepped
from kippu.tool import Context, Said

_GENTLE = 10
"""Percent below which "slower" halves."""


def _speed(entity: Entity) -> float:
    return float(entity.attributes.get("percentage") or 0) if entity.state == "on" else 0.0


def _turned(entity: Entity, percent: int) -> Order:
    done = reaches(entity, _speed, percent, exact=0.5, near=max(1.0, air.speed_step(entity)))
    return Order(entity, tuple(air.set_speed(entity, percent)), done)


_WORDS = Words(
    lambda entity: (
        (f"{{is}} at {_speed(entity):g} %", f"を{_speed(entity):g}%にしました")
        if entity.state == "on"
        else ("{is} off", "を止めました")
    ),
    lambda entity: (
        (f"{{was}} already at {_speed(entity):g} %", f"はもう{_speed(entity):g}%です")
        if entity.state == "on"
        else ("{was} already off", "はもう止まっています")
    ),
)


async def set_speed(
    house: House, context: Context, target: Target, speed: Annotated[int, Field(ge=0, le=100)]
) -> Said:
    """Set a fan's speed in percent."""
    search = Search(("fan",), able=lambda entity: entity.has("speed"))
    return await act(house, context, target, search, lambda entity: _turned(entity, speed), words=_WORDS)


async def change_speed(house: House, context: Context, target: Target, step: int) -> Said:
    """Make a fan faster or slower by so many percent points; slower never turns it off."""

    def order(entity: Entity) -> Order:
        # One of its own speeds at least: to a fan of two, 20 percent points are none.
        own = air.speed_step(entity)
        by = math.copysign(max(abs(step), own), step)
        return _turned(entity, round(stepped(_speed(entity), by, gentle=_GENTLE, least=own)))

    def already(entity: Entity) -> tuple[str, str]:
        if entity.state != "on" or step > 0:
            return _WORDS.already(entity)
        at = f"{_speed(entity):g}"
        return f"{{was}} already at {at} %, as slow as it goes", f"はもう一番弱い{at}%です"

    search = Search(
        ("fan",), prefer=lambda entity: entity.state == "on", able=lambda entity: entity.has("speed")
    )
    return await act(house, context, target, search, order, words=Words(_WORDS.done, already))


TOOLS = (set_speed, change_speed)
