"""After an event: where it is, 「場所は会議室Bね」, "the place is room B"; and what puts it on a list too."""

import re

from kippu.regex import regex
from kippu.turn import Call, Language
from kippu.understand.cues import Frame
from kippu.understand.follow.listed import listed

_PLACE: dict[Language, re.Pattern[str]] = {
    "en": regex(
        r"(?:(?:and|oh|ok|so)[, ]+)*(?:the|its) (?:place|location|venue) (?:is|will be) (?:at |in )?"
        r"(?P<place>[^,?]{2,40}?)(?: please| by the way)?[.!]*",
        re.IGNORECASE,
    ),
    "ja": regex(
        r"(?:あ|えっと|ちなみに|あと|で)?、?(?:場所|会場|集合場所|待ち合わせ(?:場所)?)(?:は|が|を|、)(?P<place>[^、。?？]{1,30}?)"
        r"(?:で(?:お願い(?:します)?|やる|す)?|だ|です|に(?:して|なった|なりました|変更(?:して)?|変えて|変わった))?(?:から|よ|ね|ください|って)*[。!！]*"
    ),
}
_UNKNOWN = regex(
    r"\b(?:what|where|which|unknown|not|still|good|bad|nice|far|the same|changed)\b"
    r"|どこ|何|どの|どっち|未定|まだ|教え|変わ|同じ"
    r"|[いたるなかん]$|^(?:それ|そこ|ここ|あそこ)$",
    re.IGNORECASE,
)
"""Asks for the place, or judges it."""
_EVENTS = frozenset({"calendar.add", "calendar.move"})


def of_event(text: str, language: Language, last: Call, frame: Frame) -> Call | None:
    """The place of the event that was just put down, in the words in which it was said; else the list."""
    match, title = _PLACE[language].fullmatch(text), last.arguments.get("text")
    if match and title and last.tool in _EVENTS and not _UNKNOWN.search(match["place"]):
        at = str(last.arguments.get("at") or "") if last.tool == "calendar.add" else ""
        was = {"was": at} if "T" in at and "repeat" not in last.arguments else {}
        return Call("calendar.move", {"text": title, "place": match["place"], **was})
    return listed(text.casefold(), language, last, frame)
