"""Timers: several at once, paused, lengthened, asked after, by name, room or the length they began with.

What rings when is the bells' affair; here is what a person says about a timer and hears. A sentence that is
to be done later ("turn off the light in 20 minutes") is a timer too, and is told apart from the others.
"""

from pathlib import Path

from kippu.skills.bells import Bells
from kippu.skills.bells.putting_back import PuttingBack
from kippu.skills.timers.cancelling import Cancelling
from kippu.skills.timers.changing import Changing
from kippu.skills.timers.starting import Starting
from kippu.skills.timers.telling import Telling
from kippu.tool import Skill, Tool


def skill(bells: Bells) -> Skill:
    """The skill ``timers``, over the one scheduler."""
    starting, cancelling, changing = Starting(bells), Cancelling(bells), Changing(bells)
    return Skill(
        name="timers",
        title={"en": "Timers", "ja": "タイマー"},
        examples={
            "en": (
                "set a timer for 5 minutes",
                "how much time is left on the pizza timer",
                "add 2 minutes to my timer",
                "pause the timer",
                "cancel all timers",
                "cancel all scheduled commands",
            ),
            "ja": (
                "5分のタイマーをセットして",
                "ピザのタイマーはあと何分？",
                "タイマーを2分延長して",
                "タイマーを一時停止して",
                "タイマーを全部キャンセルして",
                "予約を全部取り消して",
            ),
        },
        tools=(
            Tool("timers.start", starting.start, acts=True),
            Tool("timers.repeat", starting.repeat, acts=True),
            Tool("timers.cancel", cancelling.cancel, acts=True, foreign=True),
            Tool("timers.cancel_all", cancelling.cancel_all, acts=True, foreign=True),
            Tool("timers.cancel_commands", cancelling.cancel_commands, acts=True, foreign=True),
            Tool("timers.pause", changing.pause, acts=True, foreign=True),
            Tool("timers.resume", changing.resume, acts=True, foreign=True),
            Tool("timers.add", changing.add, acts=True, foreign=True),
            Tool("timers.subtract", changing.subtract, acts=True, foreign=True),
            Tool("timers.name", changing.name, acts=True, foreign=True),
            Tool("timers.put_back", PuttingBack(bells).put_back, acts=True, foreign=True),
            Tool("timers.status", Telling(bells).status, acts=False, foreign=True),
        ),
        sentences=Path(__file__).parent / "sentences",
    )
