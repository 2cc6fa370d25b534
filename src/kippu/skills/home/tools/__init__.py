"""What the assistant can do in a home: one module an idea, each with its TOOLS."""

from kippu.skills.home.tools import (
    asking,
    climate,
    covers,
    fans,
    lights,
    locks,
    machines,
    media,
    robots,
    switching,
    values,
)
from kippu.skills.home.tools.acting import House, tool
from kippu.tool import Skill

_ACTING = (switching, covers, locks, lights, climate, fans, media, robots, machines, values)


def skill(house: House) -> Skill:
    """The home skill for this house."""
    acting = [tool(body, house) for module in _ACTING for body in module.TOOLS]
    telling = [tool(body, house, acts=False) for body in asking.TOOLS]
    return Skill(
        name="home",
        title={"en": "Home", "ja": "家"},
        examples={
            "en": (
                "turn on the kitchen light",
                "set the bedroom to 30 percent and close the blinds",
                "is the front door locked?",
                "make it two degrees warmer",
            ),
            "ja": (
                "キッチンの電気を消して",
                "寝室のブラインドを閉めて",
                "玄関の鍵は閉まってる？",
                "リビングの温度を22度にして",
            ),
        },
        tools=(*acting, *telling),
    )
