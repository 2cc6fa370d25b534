"""A routine for later: "movie night at 8", 「毎日22時におやすみ」.

When that is, the readers tell of a command that they know at the same time, in the routine's place.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from kippu.names import Routine
from kippu.turn import Call, Language, Meaning
from kippu.understand.routines.set_off import set_off
from kippu.understand.text import sentence
from kippu.understand.when import english, japanese

_STANDS_IN: dict[Language, str] = {"en": "turn off the lights {}", "ja": "{}電気を消して"}
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
    if not phrases:
        return None
    start, end = phrases[0].start, phrases[-1].end
    before, behind = plain[:start].strip(" ,、"), plain[end:].strip(" ,、")
    saying = before or behind
    if (before and behind) or not saying or set_off(saying, language, routines) is None:
        return None
    return _STANDS_IN[language].format(plain[start:end]), saying


def planned(meaning: Meaning, saying: str) -> Meaning:
    """The plan that was made with the stand-in, with the routine in it."""
    calls = tuple(
        Call(call.tool, {**call.arguments, "command": saying}) if "command" in call.arguments else call
        for call in meaning.calls
    )
    return replace(meaning, calls=calls)
