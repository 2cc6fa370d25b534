"""Whether a plain sentence that deletes leaves out what the person's own names: a day, somebody, an event.

All of it would go, where only a part was meant. Knows no encoder.
"""

from datetime import datetime

from kippu.regex import regex
from kippu.turn import Call
from kippu.understand.free.parts import Parts
from kippu.understand.free.plainly import says_more

DELETES = regex(r"\.(?:cancel|remove)")
DELETES_MUCH = regex(r"\.(?:cancel|remove)_|\.clear$|^(?:contacts|notes)\.remove$")
_TIMELY = regex(
    r"\b(?:weekends?|week|month|today|tonight|tomorrow|mornings?|afternoons?|evenings?"
    r"|(?:mon|tues|wednes|thurs|fri|satur|sun)days?)\b|今日|明日|今週|来週|週末|平日|今月|来月|[月火水木金土日]曜"
)
"""Says when, whether or not it could be read as a time."""
_ANY_EVENTS = frozenset(
    "all of the my our events event appointments appointment meetings meeting calendar schedule schedules"
    " plans entries things everything agenda stuff 予定 全部 カレンダー 全て すべて 会議 約束".split()
)
"""What names an event by its kind alone."""


def leaves_out_when(plain: str, parts: Parts) -> bool:
    """Whether the sentence says when, and the plain one does not."""
    return any(word not in plain.casefold() for word in _TIMELY.findall(parts.text.casefold()))


def takes_all(call: Call, plain: str, parts: Parts, now: datetime) -> bool:
    """Whether it would delete all, and not only what was named: those of a day, those with somebody."""
    if not DELETES_MUCH.search(call.tool):
        return False
    named = {word for part in parts.all("person") + parts.all("title") for word in part.casefold().split()}
    of_some = call.tool == "calendar.remove_all" and bool(named - _ANY_EVENTS)
    return of_some or leaves_out_when(plain, parts) or says_more(parts, plain, now)
