"""What the record tells of a time, and how one line of it is said."""

from datetime import datetime

from kippu.record import History
from kippu.record.history import Said as Remembered
from kippu.skills import spoken
from kippu.skills.memory.parts import Span
from kippu.tool import Context

MOST = 12
"""How many of them are told; the app has them all."""
UNSAID = {"plan", "tap"}
"""Origins of turns that nobody said."""
LOOK_BACK = 300
"""Turns that are looked through for who wanted something."""


def within(
    context: Context, span: Span, history: History, words: str = "", unsaid: bool = False
) -> tuple[Remembered, ...]:
    """What was said in that time."""
    found = (said for day in span.days for said in history.asked(day, words, unsaid))
    return tuple(said for said in found if span.covers(datetime.fromisoformat(said.at), context))


def line(context: Context, at: str, text: str, dated: bool) -> str:
    """One turn on a line; ``at`` is ISO time, told with its day where ``dated``."""
    moment = datetime.fromisoformat(at).astimezone(context.now.tzinfo)
    when = spoken.moment(context, moment) if dated else spoken.time_of_day(context, moment)
    return context.say(f"- {when}: {text}", f"・{when}「{text}」")
