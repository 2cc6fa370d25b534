"""What is to be done after waking, said without the half of the day: "wake me at 6 and remind me at 6:15".

An alarm's open hour is one of the morning; a reminder's is the next one that comes, which would be the
evening before. Knows calls, and the time phrases of their words.
"""

import re
from collections.abc import Sequence
from datetime import datetime, timedelta

from kippu.regex import regex
from kippu.turn import Call, Language
from kippu.understand.later.schedule import parts
from kippu.understand.when.finding import FIND

_NOW = regex(r"\bnow\b|今(?:すぐ)?|いま", re.IGNORECASE)
_SHADES = frozenset({"blind", "curtain", "shade", "shutter", "awning"})
_SHADED = regex(
    r"blinds?|curtains?|shades?|shutters?|awnings?|drapes|ブラインド|カーテン|シェード|シャッター|雨戸",
    re.IGNORECASE,
)
_HALF_DAY = timedelta(hours=12)
_WOKEN = regex(r"\b(?:wake|get) me\b|起こ", re.IGNORECASE)
_SOON = timedelta(hours=6)
"""So long after waking is what is said beside it."""


def after_waking(
    said: Sequence[tuple[str, Sequence[Call]]], language: Language, now: datetime
) -> list[tuple[str, Sequence[Call]]]:
    """Commands as they were said, each with its calls; what is reminded of or done at an hour behind an alarm
    is of that half of the day where its own words leave it open. Blinds are opened when one is woken."""
    today = now.replace(tzinfo=None)
    found: list[tuple[str, Sequence[Call]]] = []
    waking: datetime | None = None
    for text, calls in said:
        for call in calls:
            if call.tool == "alarms.set" and "at" in call.arguments:
                waking = datetime.fromisoformat(call.arguments["at"])
        phrases = [phrase for phrase in FIND[language](text, now) if phrase.at]
        is_open = len(phrases) == 1 and phrases[0].twelve
        if waking and is_open and phrases[0].at:
            at = phrases[0].at.replace(tzinfo=None)
            found.append((text, [_from(waking, call, at, today) for call in calls]))
        elif found and _WOKEN.search(found[-1][0]):
            found.append((text, [_at_once(call, text, found[-1][1], today) for call in calls]))
        else:
            found.append((text, calls))
    return found


def _at_once(call: Call, text: str, before: Sequence[Call], now: datetime) -> Call:
    """What is opened behind a waking, at its time: "wake me at 7 and open the blinds"."""
    given = before[0].arguments if len(before) == 1 and before[0].tool == "alarms.set" else {}
    if call.tool != "home.open" or "at" not in given or _NOW.search(text):
        return call
    if call.arguments.get("device_class") not in _SHADES and not _SHADED.search(text):
        return call  # no door and no valve while one sleeps
    if repeat := given.get("repeat"):
        return Call("timers.repeat", {"at": given["at"], "repeat": repeat, "command": text})
    left = datetime.fromisoformat(given["at"]) - now
    return Call("timers.start", {**parts(left.total_seconds()), "command": text})


def _from(waking: datetime, call: Call, at: datetime, now: datetime) -> Call:
    given = call.arguments
    if call.tool == "timers.start" and "command" in given:
        soon = [one for one in (at + _HALF_DAY, at - _HALF_DAY) if waking <= one <= waking + _SOON]
        left = parts((soon[0] - now).total_seconds()) if soon else None
        return Call(call.tool, {**left, "command": given["command"]}) if left else call
    if call.tool != "reminders.add" or "at" not in given or "repeat" in given:
        return call
    at = datetime.fromisoformat(given["at"])
    soon = [one for one in (at + _HALF_DAY, at - _HALF_DAY) if waking <= one <= waking + _SOON]
    return Call(call.tool, {**given, "at": soon[0].isoformat()}) if soon else call
