"""Weather and time of another place or moment: what this home measures, and its clock, are no answer to that.

Knows calls and the marked parts of a sentence; knows no home.
"""

import re

from kippu.places import zone_of
from kippu.regex import regex
from kippu.turn import Call, Language, Meaning
from kippu.understand.free.parts import Parts

PLACES = frozenset({"area", "floor", "name", "place"})
"""Arguments that say where."""
_OF_SKY = frozenset({"home.weather", "home.temperature"})
_NOT_NOW: dict[Language, re.Pattern[str]] = {
    "en": regex(
        r"^(?:(?:so|and|hey)[ ,]+)*(?:was|were|did|how (?:was|were|did)|what was)\b|\byesterday\b"
        r"|\b(?:soon|later)\b|\bcoming (?:up|in|our way|days?)\b"
        r"|\blast (?:night|week|weekend|month|year|winter|summer)\b",
        re.IGNORECASE,
    ),
    "ja": regex(
        r"昨日|きのう|昨夜|昨晩|ゆうべ|一昨日|おととい|先週|先月|去年|(?:だった|でした|[っい]た)(?:の"
        r"|か|かな)?[?？]?$"
    ),
}
"""Of weather that is past or to come: nobody here knows it."""
OUTDOORS = regex(
    r"\b(?:outside|outdoors|in the (?:garden|yard|back ?yard|street)|on the (?:patio|terrace|balcony"
    r"|porch))\b"
    r"|屋外|庭|ベランダ|バルコニー|テラス",
    re.IGNORECASE,
)
_PREFECTURES = regex(
    "北海道|青森|岩手|宮城|秋田|山形|福島|茨城|栃木|群馬|埼玉|千葉|東京|神奈川|新潟|富山|石川|福井|山梨|長野|岐阜|静岡|愛知|三重"
    "|滋賀|京都|大阪|兵庫|奈良|和歌山|鳥取|島根|岡山|広島|山口|徳島|香川|愛媛|高知|福岡|佐賀|長崎|熊本|大分県|宮崎|鹿児島|沖縄"
)
"""Places that are named even where no part is marked."""
_AROUND_HERE = regex(
    r"(?:(?:right |just |over |out )?here|there|(?:my|our|this|the)? ?(?:current |local |own )?"
    r"(?:home|house|flat|apartment|place|town|city|area|region|location|position|neighbou?rhood|street"
    r"|outside"
    r"|outdoors|garden|yard|back ?yard|patio|terrace|balcony|porch|sky|air|world|sun|shade|open)"
    r"|ここ|こちら|この辺り?|そこ|うち|家|外|屋外|庭|ベランダ|バルコニー|現在地|地元|近所|街|町|空|世界)",
    re.IGNORECASE,
)


def is_around_here(place: str) -> bool:
    """Whether the words for a place mean where they are said."""
    return _AROUND_HERE.fullmatch(place.strip()) is not None


def elsewhere(meaning: Meaning, parts: Parts, text: str) -> Meaning | None:
    """The same, but for the weather or the time that is not known here; None where a model may know."""
    calls = meaning.calls or meaning.proposed
    here = {call.tool for call in calls if not PLACES & call.arguments.keys()}
    place, rooms = parts.one("place"), parts.all("room")
    away = bool(place) and not is_around_here(place)
    if here & _OF_SKY and (away or _PREFECTURES.search(text) or _NOT_NOW[parts.language].search(text)):
        return _told(meaning, Call("about.no_forecast"))
    if "home.temperature" in here and OUTDOORS.search(text):
        return _told(meaning, Call("home.weather"))
    if "home.temperature" in here and rooms and not all(map(is_around_here, rooms)):
        return _told(meaning, Call("about.no_such_thing", {"what": rooms[0]})) if len(rooms) == 1 else None
    of_today = not {"holiday", "year"} & {key for call in calls for key in call.arguments}
    if away and "clock.date" in here and of_today and zone_of(place):
        return _told(meaning, Call("clock.time", {"place": place}))
    return None if away and here & {"clock.time", "clock.date"} else meaning


def _told(meaning: Meaning, call: Call) -> Meaning:
    return Meaning(meaning.by, meaning.confidence, (call,))
