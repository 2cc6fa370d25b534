"""Until when an event goes that was just put down: "until 12", 「12時までにして」.

Knows the calls of the turn before and time phrases.
"""

import re
from datetime import datetime

from kippu.regex import regex
from kippu.turn import Call, Language
from kippu.understand.when import english, japanese
from kippu.understand.when.markers import said_of

_UNTIL: dict[Language, re.Pattern[str]] = {
    "en": regex(
        r"(?:(?:no|oh|wait|actually|sorry|and|please)[, ]+)*"
        r"(?:(?:make|let) (?:it|that) (?:last |go |end )?|(?:it|that) (?:goes|lasts|ends|is) |it's )?"
        r"(?:until|till?|to end at|ends? at) (?P<time>.+?)(?: please)?"
    ),
    "ja": regex(
        r"(?:(?:あ|いや|やっぱり?|じゃあ|それ[はを]?|ごめん|終わり(?:は|の時間は)|時間は)[、 ]*)*"
        r"(?P<time>.+?)まで"
        r"(?:に)?(?:して|変更(?:して)?|変えて|延ばして|延長して|お願い(?:します)?|です|だ|で)?(?:ください|ね|よ)*"
    ),
}


def until(text: str, language: Language, now: datetime, last: Call, *, asks: bool) -> Call | None:
    """The call that lets it end then; None for any other sentence. ``text`` as ``text.sentence`` gives it."""
    title = last.arguments.get("text")
    match = _UNTIL[language].fullmatch(text.casefold())
    if match is None or asks or not title or last.tool not in {"calendar.add", "calendar.move"}:
        return None
    said = match["time"] if language == "ja" else f"at {match['time'].removeprefix('at ')}"
    found = (japanese.find if language == "ja" else english.find)(said, now)
    if not found and language == "en":  # a day has no "at"
        said = match["time"]
        found = english.find(said, now)
    if len(found) != 1 or (found[0].start, found[0].end) != (0, len(said)) or found[0].repeat:
        return None
    at = said_of(found[0])
    either = {"either_half": True} if found[0].twelve and not found[0].day else {}
    return Call("calendar.move", {"text": title, "at": at, "end": True, **either}) if at else None
