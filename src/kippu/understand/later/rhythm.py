"""A rhythm that nothing here keeps: every other day, monthly, for three days.

What would be done once, or daily, is asked about before. Knows words and the names of tools.
"""

import re
from datetime import datetime, timedelta

from kippu.names import Names
from kippu.regex import regex
from kippu.turn import Call, Language, Meaning, Turn
from kippu.understand.asking.asking_back import cannot, shall_i
from kippu.understand.text import sentence

_TIMED = frozenset({"alarms.set", "reminders.add", "calendar.add", "timers.repeat"})
_DAY = r"(?:days?|weeks?|months?|years?|(?:mon|tues|wednes|thurs|fri|satur|sun)days?)"
_RHYTHM: dict[Language, re.Pattern[str]] = {
    "en": regex(
        rf"\b(?:every|each) (?:(?:other|second|third|few|couple of|\d+) {_DAY}|month|year|fortnight)\b"
        rf"|\bremind me (?:monthly|yearly|annually|fortnightly|biweekly)\b|\b(?:monthly|yearly|annually)$"
        r"|\b(?:monthly|yearly|annual|fortnightly|biweekly) (?:reminder|alarm|event|appointment)\b"
        r"|\b(?:once|twice|\d+ times) (?:a|every) (?:day|week|month|year)\b"
        r"|\bfor (?:the )?next \d+ (?:days|weeks|mornings|nights)\b",
        re.IGNORECASE,
    ),
    "ja": regex(
        r"隔日|隔週|毎月|毎年|(?:\d+|一)(?:日|週間|か月|ヶ月)(?:おき|ごと|毎)|(?:1日|一日|日|週|月)に\d+回|\d+日間"
    ),
}


def once(meaning: Meaning, turn: Turn, names: Names) -> Meaning:
    """The meaning; a question where it would not be repeated as the sentence says."""
    if not meaning.calls or not {call.tool for call in meaning.calls} <= _TIMED:
        return meaning
    language = turn.language
    if not _RHYTHM[language].search(sentence(turn.text, language)):
        return meaning
    calls = tuple(_on_its_day(call, turn) for call in meaning.calls)
    asked = shall_i(calls, language, names=names)
    at = str(calls[0].arguments.get("at", ""))
    if "T" in at and _ON[language].search(sentence(turn.text, language).casefold()):
        day = datetime.fromisoformat(at)
        first = f"{day.month}月{day.day}日に1回、" if language == "ja" else f"Once, on {day.day} {day:%B}: "
        asked = f"{first}{asked}" if asked else ""
    question = f"{cannot('rhythm', language)} {asked}".strip()
    return Meaning(meaning.by, meaning.confidence, question=question, proposed=calls)


def _on_its_day(call: Call, turn: Turn) -> Call:
    """The call on the day of the week that is said: "every other wednesday" is the next one, first."""
    said = _ON[turn.language].search(sentence(turn.text, turn.language).casefold())
    at = str(call.arguments.get("at", ""))
    if said is None or "T" not in at:
        return call
    days = "月火水木金土日" if turn.language == "ja" else _DAYS
    start = datetime.fromisoformat(at)
    ahead = (days.index(said["day"]) - start.weekday()) % len(days)
    given = {key: value for key, value in call.arguments.items() if key != "repeat"}
    if given.get("text"):
        given["text"] = _BARE.sub("", str(given["text"])).strip()
    return Call(call.tool, {**given, "at": (start + timedelta(days=ahead)).isoformat()})


_BARE = regex(
    r"\b(?:every|each) (?:other|second|third)\b(?: to\b)?|隔週(?:の?[月火水木金土日]曜日?)?の?", re.IGNORECASE
)
"""What is left of the rhythm in the words of a reminder."""
_DAYS = ("mon", "tues", "wednes", "thurs", "fri", "satur", "sun")
_ON: dict[Language, re.Pattern[str]] = {
    "en": regex(rf"\b(?:other|second|third) (?P<day>{'|'.join(_DAYS)})days?\b"),
    "ja": regex(r"(?:隔週|\d週間?(?:おき|ごと|に1回|に一回))の?(?P<day>[月火水木金土日])曜"),
}
