"""What is to be done after waking, said without the half of the day: "wake me at 6 and remind me at 6:15".

An alarm's open hour is one of the morning; a reminder's is the next one that comes, which would be the
evening before. Knows calls; reads no sentence.
"""

import re
from dataclasses import replace
from datetime import datetime, timedelta

from kippu.turn import Call, Meaning

_HALF_SAID = re.compile(
    r"\d ?[ap]\.?m\b|morning|afternoon|evening|night|noon|today|午前|午後|朝|昼|夕|晩|夜|今日", re.IGNORECASE
)
_HALF_DAY = timedelta(hours=12)
_SOON = timedelta(hours=6)
"""So long after waking is what is said beside it."""


def after_waking(meaning: Meaning, text: str) -> Meaning:
    """The meaning, a reminder behind an alarm in the half of the day in which that rings."""
    if len(meaning.calls) < 2 or _HALF_SAID.search(text):
        return meaning
    calls: list[Call] = []
    waking: datetime | None = None
    for call in meaning.calls:
        if call.tool == "alarms.set" and "at" in call.arguments:
            waking = datetime.fromisoformat(call.arguments["at"])
        calls.append(_from(waking, call) if waking else call)
    return replace(meaning, calls=tuple(calls))


def _from(waking: datetime, call: Call) -> Call:
    given = call.arguments
    if call.tool != "reminders.add" or "at" not in given or "repeat" in given:
        return call
    later = datetime.fromisoformat(given["at"]) + _HALF_DAY
    soon = waking <= later <= waking + _SOON
    return Call(call.tool, {**given, "at": later.isoformat()}) if soon else call
