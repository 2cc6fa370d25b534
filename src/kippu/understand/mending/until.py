"""Until when an event goes that was just put down: "until 12", 「12時までにして」; or how long it takes: "for
an hour and a half", 「1時間半ね」.

Knows the calls of the turn before and time phrases.
"""

import re
from datetime import datetime, timedelta

from kippu.regex import regex
from kippu.turn import Call, Language
from kippu.understand.text.leads import PUTTING_RIGHT
from kippu.understand.when import english, japanese
from kippu.understand.when.finding import FIND
from kippu.understand.when.markers import said_of

_UNTIL: dict[Language, re.Pattern[str]] = {
    "en": regex(
        rf"{PUTTING_RIGHT}"
        r"(?:(?:make|let) (?:it|that) (?:last |go |end )?|(?:it|that) (?:goes|lasts|ends|is) |it's )?"
        r"(?:until|till?|to end at|ends? at) (?P<time>.+?)(?: please)?"
    ),
    "ja": regex(
        r"(?:(?:あ|いや|やっぱり?|じゃあ|それ[はを]?|ごめん|終わり(?:は|の時間は)|時間は)[、 ]*)*"
        r"(?P<time>.+?)まで"
        r"(?:に)?(?:して|変更(?:して)?|変えて|延ばして|延長して|お願い(?:します)?|です|だ|で)?(?:ください|ね|よ)*"
    ),
}
_TAKES: dict[Language, re.Pattern[str]] = {
    "en": regex(
        rf"{PUTTING_RIGHT}"
        r"(?:(?:(?:it|that|it'll|it will|it should|make it|let it) ?)?(?:takes?|lasts?|be|goes on"
        r"|is|go on)? ?"
        r"(?:for|about|around) |(?:(?:it|that|it'll|it will|it should|make it|let it) )"
        r"(?:takes?|lasts?|goes on|go on)(?: for| about| around)? )"
        r"(?P<length>.+?)(?: (?:long|please|or so|in total))*"
        r"|(?P<long>.+?) long"
    ),
    "ja": regex(
        r"(?:(?:あ|で|それ(?:は|が)?|所要時間は|時間は|長さは|だいたい|約"
        r"|たぶん)[、 ]*)*(?P<length>[^、。]+?)(?P<long>)"
        r"(?:くらい|ぐらい|ほど)?(?:かかる|の予定|間|の(?:打ち合わせ|会議))?"
        r"(?:で(?:お願い(?:します)?)?|です|だ|に(?:して)?)?(?:よ|ね|から|と思う|ください)*"
    ),
}


def lasting(text: str, language: Language, now: datetime, last: Call, *, asks: bool) -> Call | None:
    """The call that lets the event that was just put down take so long; None for any other sentence."""
    at = str(last.arguments.get("at", ""))
    match = _TAKES[language].fullmatch(text.casefold())
    if (
        match is None
        or asks
        or last.tool != "calendar.add"
        or "T" not in at
        or not last.arguments.get("text")
    ):
        return None
    said = match["length"] or match["long"]
    found = FIND[language](said, now)
    if len(found) != 1 or not found[0].duration or (found[0].start, found[0].end) != (0, len(said)):
        return None
    length = found[0].duration.length
    if not timedelta() < length <= _LONGEST:
        return None
    end = datetime.fromisoformat(at) + length
    return Call("calendar.move", {"text": last.arguments["text"], "at": end.isoformat(), "end": True})


_LONGEST = timedelta(hours=12)
"""What takes longer goes on for days, and is said so."""


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
