"""The day whose date a sentence in free speech asks for: today, or one it names.

Nothing where it speaks of anything else beside: today's date is no answer to what nobody understood.
"""

import re
from collections.abc import Sequence

from kippu.regex import regex
from kippu.turn import Language

_TODAY: dict[Language, re.Pattern[str]] = {
    "en": regex(
        r"\btoday\b|\b(?:date|day|month|year)(?: of the (?:week|month))? "
        r"(?:is it|it is|is this|are we|do we have)\b"
        r"|\bthe (?:current )?date\b|\bthe (?:current )?day of the week$|\b(?:month"
        r"|date),?(?: the)? (?:day|month)?,? ?and (?:the )?year\b|\bit's (?:what|which) (?:day|date)\b",
        re.IGNORECASE,
    ),
    "ja": regex(r"今日|きょう|本日|日付|何日|なんにち|何曜|なんよう|何月|曜日"),
}
_MORE: dict[Language, re.Pattern[str]] = {
    "en": regex(
        r"\d|\bday of the year\b|\bnumber\b|\b(?:last|next|ago|since|until|till|before|after|left"
        r"|remaining|between|born|old|age|leap|era|reiwa"
        r"|heisei|showa|solstice|equinox|first|second|third|fourth|fifth|end|start|begin\w*|calendar|moon"
        r"|holiday|season|time|hour|o'clock|birthday|\w+day's|\w+ years?|[a-z]+ months?)\b",
        re.IGNORECASE,
    ),
    "ja": regex(r"[一-龠ァ-ヺ\d]"),
}
"""Says more than that: in Japanese any word that is left."""
_OFF_IT: dict[Language, re.Pattern[str]] = {
    "en": regex(
        r"\b(?:days?|weeks?|months?|years?|night) (?:before|after|from|following)\b"
        r"|\b(?:week|fortnight) (?:on|from)\b|\ba (?:week|fortnight) *$|\b(?:ago|since|between|born|old"
        r"|age|leap|first|second|third|fourth|fifth|last|next|following|previous|every|each|holiday|time)\b",
        re.IGNORECASE,
    ),
    "ja": regex(r"[前後翌次第毎祝歳年末初]|最後|休日|何時|うるう|生まれ"),
}
"""Says of a day that is named that another is meant, or more than its date."""
_USUAL: dict[Language, re.Pattern[str]] = {
    "en": regex(
        r"\b(?:what|which|the|current|this) (?:year|month)s?\b|\b(?:first|second)ly\b|\btoday's\b"
        r"|\b(?:one|a|the) (?:last|second|first) (?:thing|time)\b|\bone second\b|\bday and age\b",
        re.IGNORECASE,
    ),
    "ja": regex(
        r"今日|本日|今|日付|何月|何日|何曜日?|曜日|日にち|教え|知り?|分か|判|言|思|忘|確認|聞|見|頂戴"
        r"|下さい|何|一体|全然|最近|感覚"
        r"|ボケ|ド忘れ|度|(?<![ァ-ヺー])[ァ-ヺ](?![ァ-ヺー])"
    ),
}


def day_asked(plain: str, language: Language, days: Sequence[tuple[int, int]]) -> str:
    """The words for the day: those that name it, which stand at ``days``; else today's, empty for neither."""
    said = " ".join(plain[start:end] for start, end in days).strip()
    rest = plain
    for start, end in reversed(days):
        rest = f"{rest[:start]} {rest[end:]}"
    more = _OFF_IT if said else _MORE
    if more[language].search(_USUAL[language].sub("", rest)):
        return ""
    if said:
        return said if len(days) == 1 else ""
    return ("今日" if language == "ja" else "today") if _TODAY[language].search(plain) else ""
