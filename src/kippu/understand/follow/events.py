"""After an event: where it is, 「場所は会議室Bね」, "the place is room B"; and what puts it on a list too."""

import re

from kippu.regex import regex
from kippu.turn import Call, Language
from kippu.understand.cues import Frame
from kippu.understand.follow.listed import listed
from kippu.understand.text.leads import GOING_ON

_PLACE: dict[Language, re.Pattern[str]] = {
    "en": regex(
        rf"{GOING_ON}(?:the|its) (?:place|location|venue) (?:is|will be) (?:at |in )?"
        r"(?P<place>[^,?]{2,40}?)(?: please| by the way)?[.!]*",
        re.IGNORECASE,
    ),
    "ja": regex(
        r"(?:あ|えっと|ちなみに|あと|で)?、?(?:場所|会場|集合場所|待ち合わせ(?:場所)?)(?:は|が|を|、)(?P<place>[^、。?？]{1,30}?)"
        r"(?:で(?:お願い(?:します)?|やる|す)?|だ|です|に(?:して|なった|なりました|変更(?:して)?|変えて|変わった)"
        r"|(?:って|と|で)(?:書い|入れ|メモし|登録し|追加し|し)(?:て|といて|ておいて))?(?:から|よ|ね|ください|って)*[。!！]*"
    ),
}
_UNKNOWN = regex(
    r"\b(?:what|where|which|unknown|not|still|good|bad|nice|far|the same|changed)\b"
    r"|どこ|何|どの|どっち|未定|まだ|教え|変わ|同じ"
    r"|[いたるなかん]$|^(?:それ|そこ|ここ|あそこ)$",
    re.IGNORECASE,
)
"""Asks for the place, or judges it."""
_BARE_PLACE: dict[Language, re.Pattern[str]] = {
    "en": regex(
        r"(?:(?:and|oh|ok|so|it's|it is|that's)[, ]+)*(?P<place_in>in )?(?(place_in)(?=(?:the|my|our) )|at )"
        r"(?P<place>(?:the |my |our |a |an )?[A-Za-z][\w' &-]{2,40}?)"
        r"(?: please| by the way)?[.!]*",
        re.IGNORECASE,
    ),
    "ja": regex(
        r"(?:あ|えっと|、)*(?P<place>[^、。?？\d]{0,13}?(?:館|室|駅|店|園|場|所|家|前|院|校|寺|社|堂|港|ホール|センター|ビル|カフェ|レストラン|オフィス"
        r"|クリニック|ルーム|スタジオ|ジム|階))で(?:やる|ある|す|やります|あります"
        r"|お願い(?:します)?|ね|よ)*"
    ),
}
_NO_PLACE = regex(
    r"\b(?:morning|afternoon|evening|night|noon|midnight|once|all|least|most|first|last|total"
    r"|general|half|end"
    r"|minutes?|hours?|days?|weeks?|\w+day|english|japanese|advance|time|moment|weekend|o'clock"
    r"|lunchtime|opinion|view|mind|case|way|mood|future|past|trouble|risk|with|hurry|rush|meantime)\b"
    r"|全部|両方|これ|それ|あれ|後|あと|みんな|二人|一人|英語|日本語|今|朝|昼|夜|夕方|自分|だけ|それだけ",
    re.IGNORECASE,
)
_EVENTS = frozenset({"calendar.add", "calendar.move"})


def of_event(text: str, language: Language, last: Call, frame: Frame) -> Call | None:
    """The place of the event that was just put down, in the words in which it was said; else the list."""
    match, title = _PLACE[language].fullmatch(text), last.arguments.get("text")
    asked = last.tool == "calendar.show" and last.arguments.get("words")
    told = frame.tells("verbs", "kinds")
    if match is None and not told and (last.tool in _EVENTS or asked):
        match, title = _bare_place(text, language), title or last.arguments.get("words")
    if asked and match and title and not _UNKNOWN.search(match["place"]):
        return Call("calendar.move", {"text": title, "place": match["place"]})
    if match and title and last.tool in _EVENTS and not _UNKNOWN.search(match["place"]):
        at = str(last.arguments.get("at") or "") if last.tool == "calendar.add" else ""
        was = {"was": at} if "T" in at and "repeat" not in last.arguments else {}
        return Call("calendar.move", {"text": title, "place": match["place"], **was})
    return listed(text.casefold(), language, last, frame)


def _bare_place(text: str, language: Language) -> re.Match[str] | None:
    """Where it is, said alone: "at the sports hall", 「体育館で」."""
    match = _BARE_PLACE[language].fullmatch(text)
    return None if match is None or _NO_PLACE.search(match["place"]) else match
