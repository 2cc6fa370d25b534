"""A routine for later: "movie night at 8", 「毎日22時におやすみ」.

When that is, the readers tell of a command that they know at the same time, in the routine's place.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from kippu.names import Routine
from kippu.regex import regex
from kippu.turn import Call, Language, Meaning
from kippu.understand.routines.set_off import set_off
from kippu.understand.text import sentence
from kippu.understand.when import english, japanese

_STANDS_IN: dict[Language, str] = {"en": "turn off the lights {}", "ja": "{}電気を消して"}
_LASTS = regex(r"(?:for|during) ", re.IGNORECASE)
_TOLD = regex(r"(?:it's|it is|that's|we have|i have|there's) ", re.IGNORECASE)
_SHORT = 3
"""Letters of a Japanese saying that is one word: 「テスト」."""
_FINDS = {"en": english.find, "ja": japanese.find}


def at_a_time(
    text: str, language: Language, now: datetime, routines: Sequence[Routine]
) -> tuple[str, str] | None:
    """The sentence that stands in for one that wants a routine at a time, and the routine's saying; None for
    any other sentence."""
    if not routines:
        return None
    plain = sentence(text, language)
    phrases = [one for one in _FINDS[language](plain, now) if one.at or one.day or one.repeat or one.duration]
    timed = any(one.clock or (one.at and not one.day) for one in phrases)
    if not timed or any(_LASTS.match(plain, one.start) for one in phrases):
        return None  # "sleep for an hour" is no plan, nor is "movies on saturday"
    start, end = phrases[0].start, phrases[-1].end
    before, behind = plain[:start].strip(" ,、"), plain[end:].strip(" ,、")
    saying = before or behind
    found = None if (before and behind) or not saying else set_off(saying, language, routines)
    if (
        found is None
        or _TOLD.match(saying)
        or (_is_a_word(saying) and saying == found.routine.name.casefold())
    ):
        return None  # "dinner at 8" is an event, and "start dinner at 8" the routine
    return _STANDS_IN[language].format(plain[start:end]), saying


def planned(meaning: Meaning, saying: str) -> Meaning | None:
    """The plan that was made with the stand-in, with the routine in it; None where it is no plan alone."""
    if not meaning.calls or not all("command" in call.arguments for call in meaning.calls):
        return None
    calls = tuple(Call(call.tool, {**call.arguments, "command": saying}) for call in meaning.calls)
    return replace(meaning, calls=calls)


def _is_a_word(saying: str) -> bool:
    return " " not in saying if saying.isascii() else len(saying) <= _SHORT
