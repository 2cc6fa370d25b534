"""A reminder for the time that was just set: "and remind me to take my pills then", 「その時に薬も」."""

import re
from collections.abc import Sequence
from datetime import datetime

from kippu.regex import regex
from kippu.turn import Call, Language

_THEN: dict[Language, re.Pattern[str]] = {
    "en": regex(
        r"(?:^| )(?:then|at (?:that|the same) (?:time|moment)|at that point)(?: too| as well)?$",
        re.IGNORECASE,
    ),
    "ja": regex(r"^その(?:時間?|とき|時刻|頃|ころ)(?:(?:に|も|にも|は)[、 ]*|、)"),
}
_TELLS = regex(r"\b(?:what|who|when|where|why|how|if|was|were|did)\b", re.IGNORECASE)
"""Of what is told a "then" may be long ago: "ask him what he did then"."""
_SET = frozenset({"alarms.set", "reminders.add", "calendar.add", "calendar.move"})


def at_that_time(call: Call, language: Language, earlier: Sequence[Call], now: datetime) -> Call:
    """The reminder with that time, where it says so and has none; else as it is."""
    text = str(call.arguments.get("text", ""))
    if call.tool != "reminders.add" or "at" in call.arguments or _TELLS.search(text):
        return call
    if not _THEN[language].search(text):
        return call
    left = _THEN[language].sub("", text).strip()
    for before in reversed(earlier):
        at = _moment(before, now) if before.tool in _SET else None
        if left and at:
            return Call(call.tool, {**call.arguments, "text": left, "at": at})
    return call


def _moment(call: Call, now: datetime) -> str | None:
    """The time that a call sets, if it is a whole one and still to come."""
    try:
        at = datetime.fromisoformat(str(call.arguments.get("at")))
    except ValueError:
        return None
    ahead = "T" in str(call.arguments["at"]) and at.replace(tzinfo=None) > now.replace(tzinfo=None)
    return str(call.arguments["at"]) if ahead else None
