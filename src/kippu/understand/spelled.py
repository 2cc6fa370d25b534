"""What is to be played by its title, spelled as it was said: "twenty one pilots" is no "21 pilots", by which
no player finds it. Stations keep their figures: "radio 95.5".

Knows calls and words.
"""

import re
from dataclasses import replace

from kippu.regex import regex
from kippu.turn import Call, Meaning
from kippu.understand.cues import is_station
from kippu.understand.text import sentence

_STATION = regex(r"\b(?:radio|fm|am|channel|station) \d|\d ?(?:fm|am)\b", re.IGNORECASE)


def as_spelled(meaning: Meaning, text: str) -> Meaning:
    """The same with the titles in the words of the sentence (as it was said)."""
    calls = tuple(_spelled(call, text) for call in meaning.calls)
    proposed = tuple(_spelled(call, text) for call in meaning.proposed)
    changed = calls != tuple(meaning.calls) or proposed != tuple(meaning.proposed)
    return replace(meaning, calls=calls, proposed=proposed) if changed else meaning


def _spelled(call: Call, text: str) -> Call:
    query = str(call.arguments.get("query", "")) if call.tool == "home.play" else ""
    if not any(letter.isdigit() for letter in query) or query.casefold() in text.casefold():
        return call
    station = is_station(query.casefold()) or _STATION.search(query)
    own = "" if station else _own(query, text.split())
    return Call(call.tool, {**call.arguments, "query": own}) if own else call


def _own(query: str, words: list[str]) -> str:
    """The run of words that spells it; empty where none does."""
    wanted, count = query.casefold(), len(query.split())
    for start in range(len(words)):
        for end in range(start + count, len(words) + 1):
            said = " ".join(words[start:end]).strip(" ,.!?")
            if sentence(said, "en").casefold() == wanted:
                return said
    return ""
