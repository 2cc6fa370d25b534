"""The time that a question looks back on: "this morning", "last night", 「昨日の夕方」.

Other readers look for moments to come; here a weekday is the last one of its name.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from kippu.regex import regex
from kippu.turn import Language

_DAYS_EN = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_PART_EN = "morning|afternoon|evening|night"
_EN = regex(
    rf"(?:^|[, ]+)(?:(?P<day>(?:earlier )?today|yesterday)(?: (?:in the )?(?P<part>{_PART_EN}))?"
    r"|this (?P<this>morning|afternoon|evening)|(?P<tonight>tonight)|(?P<night>last night)"
    r"|(?:during|in) the (?P<bare>morning|afternoon|evening)"
    rf"|(?:on |last )(?P<weekday>{'|'.join(_DAYS_EN)})(?: (?P<its>{_PART_EN}))?)\b"
    r"|[, ]+(?P<any>ever|before|recently|lately|earlier|just now|at any time|at all)\b"
)
_DAYS_JA = "月火水木金土日"
_PARTS_JA = {"朝": "morning", "午前": "morning", "午前中": "morning", "午後": "afternoon", "昼": "afternoon",
             "夕方": "evening", "夜": "night", "晩": "night"}  # fmt: skip
_PART_JA = "朝|午前中?|午後|昼|夕方|夜|晩"
_JA = regex(
    rf"(?P<day>今日|本日|きょう|昨日|きのう)(?:の)?(?P<part>{_PART_JA})?(?:に|は)?(?:、)?"
    r"|(?P<this>今朝|けさ|今晩|今夜)(?:に|は)?(?:、)?|(?P<night>昨夜|ゆうべ|昨晩)(?:に|は)?(?:、)?"
    rf"|(?P<weekday>[{_DAYS_JA}])曜日?(?:の(?P<its>{_PART_JA}))?(?:に|は)?(?:、)?"
    r"|^(?P<bare>午前中?|午後|夕方)(?:に|は)?(?:、)?"
    r"|(?P<any>さっき|先ほど|最近|一度でも|今までに|これまでに)(?:、)?"
)
_TONIGHT = {"今晩", "今夜"}
_DAWN = 6
"""Hour until which tonight is the night that began the evening before."""


@dataclass(frozen=True, slots=True)
class Past:
    """One such time in a sentence."""

    start: int
    """Index of its first character, or of the space before it."""
    end: int
    """Index behind its last character."""
    when: Mapping[str, str]
    """Arguments: day ("today", "yesterday" or an ISO date) and, if said, part; none for any time at all."""


def past(folded: str, language: Language, now: datetime) -> Past | None:
    """The first that the sentence (in small letters) names."""
    match = (_JA if language == "ja" else _EN).search(folded)
    return Past(match.start(), match.end(), _when(match, now)) if match else None


def _when(match: re.Match[str], now: datetime) -> dict[str, str]:
    given = match.groupdict()
    if given["any"]:
        return {}
    if given["night"]:
        return {"day": "yesterday", "part": "night"}
    if given.get("tonight") or given["this"] in _TONIGHT:
        return {"day": "yesterday" if now.hour < _DAWN else "today", "part": "night"}
    said = given["part"] or given["its"] or given["bare"] or given["this"]
    part = "morning" if said in {"今朝", "けさ"} else _PARTS_JA.get(said or "", said)
    if given["weekday"]:
        days = _DAYS_EN if given["weekday"] in _DAYS_EN else tuple(_DAYS_JA)
        back = (now.weekday() - days.index(given["weekday"])) % 7 or 7
        day = (now.date() - timedelta(days=back)).isoformat()
    else:
        day = "yesterday" if given["day"] in {"yesterday", "昨日", "きのう"} else "today"
    return {"day": day, **({"part": part} if part else {})}
