"""A rhythm that nothing here keeps: every other day, monthly, for three days.

What would be done once, or daily, is asked about before. Knows words and the names of tools.
"""

import re

from kippu.names import Names
from kippu.regex import regex
from kippu.turn import Language, Meaning, Turn
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
    question = f"{cannot('rhythm', language)} {shall_i(meaning.calls, language, names=names)}".strip()
    return Meaning(meaning.by, meaning.confidence, question=question, proposed=meaning.calls)
