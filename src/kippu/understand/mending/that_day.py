"""The day that was just told of: "put dinner on that day at 8" behind "what day is the 14th of February". It
would be a part of the title, and the day another one. Knows the calls of the turn before.
"""

import re
from datetime import date

from kippu.regex import regex
from kippu.turn import Turn

_THAT_DAY = regex(r"\b(?:on|for) that (?:day|date)\b", re.IGNORECASE)
_ISO_DAY = regex(r"\d{4}-\d\d-\d\d")


def on_the_day_told(text: str, turn: Turn) -> str:
    """The sentence with the day; any other as it is."""
    last = turn.earlier[-1] if turn.earlier and turn.language == "en" and not turn.asked else None
    told = str(last.arguments.get("day", "")) if last and last.tool == "clock.date" else ""
    if not _ISO_DAY.fullmatch(told):
        return text
    day = date.fromisoformat(told)
    return _THAT_DAY.sub(f"on {day:%B} {day.day}", text)
