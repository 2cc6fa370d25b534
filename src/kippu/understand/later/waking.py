"""What is to be done after waking, said without the half of the day: "wake me at 6 and remind me at 6:15".

An alarm's open hour is one of the morning; a reminder's is the next one that comes, which would be the
evening before. Knows calls, and the time phrases of their words.
"""

from collections.abc import Sequence
from datetime import datetime, timedelta

from kippu.turn import Call, Language
from kippu.understand.when.finding import FIND

_HALF_DAY = timedelta(hours=12)
_SOON = timedelta(hours=6)
"""So long after waking is what is said beside it."""


def after_waking(
    said: Sequence[tuple[str, Sequence[Call]]], language: Language, now: datetime
) -> list[tuple[str, Sequence[Call]]]:
    """Commands as they were said, each with its calls; a reminder behind an alarm is one of that half of the
    day where its own words leave it open."""
    found: list[tuple[str, Sequence[Call]]] = []
    waking: datetime | None = None
    for text, calls in said:
        for call in calls:
            if call.tool == "alarms.set" and "at" in call.arguments:
                waking = datetime.fromisoformat(call.arguments["at"])
        phrases = [phrase for phrase in FIND[language](text, now) if phrase.at]
        is_open = len(phrases) == 1 and phrases[0].twelve
        found.append((text, [_from(waking, call) for call in calls] if waking and is_open else calls))
    return found


def _from(waking: datetime, call: Call) -> Call:
    given = call.arguments
    if call.tool != "reminders.add" or "at" not in given or "repeat" in given:
        return call
    at = datetime.fromisoformat(given["at"])
    soon = [one for one in (at + _HALF_DAY, at - _HALF_DAY) if waking <= one <= waking + _SOON]
    return Call(call.tool, {**given, "at": soon[0].isoformat()}) if soon else call
