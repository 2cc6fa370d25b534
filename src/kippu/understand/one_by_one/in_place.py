"""A time that stands apart from what it belongs to, put where it is looked for: 「7時に起こして、毎日」,
"every weekday open the blinds at 7", "open the blinds at 7 and close them at 8 every day".

What is repeated goes to the first time of a row; those behind take it from there. Knows time phrases, and no
tool.
"""

import re
from collections.abc import Sequence
from datetime import datetime

from kippu.regex import regex
from kippu.turn import Language
from kippu.understand.when import When, english, japanese

_BEHIND_JA = regex(r"^(?P<order>.+[^い][てで])(?:ください|下さい|ね|よ)?[、, ] ?(?P<time>[^、,]+)$")
"""An order and, behind it, what may be its time: 「電気を消して、10分後に」."""
_END_JA = regex(r"(?:[にはのでね]|だけ|お願い(?:します)?)*$")
_OBJECT_JA = regex(r"(?<!ん)[をはがもで]$")
"""What is acted on, and no act of its own, before its hour."""
_NOT_AT_WEEKENDS = regex(
    r"^毎(?P<part>朝|日)の?(?P<rest>.+[てで](?:ください|ね)?)[、。]?(?:土日|週末|休日|休みの日)は"
    r"(?:いらない|要らない|いい|なし|無し|休み|除いて|鳴らさない|起こさない)(?:です|で|よ|から|ね)*$"
)
_EXCEPT_WEEKENDS = regex(
    r"^(?:毎[日朝]の?(?P<rest>.+[てで](?:ください|ね)?)[、。]?(?:土日|週末|休日)(?:以外|を除いて)(?:で|に|ね|です)*"
    r"|(?:土日|週末|休日)(?:以外|を除いて)[のは、]*(?:毎[日朝]の?)?(?P<rest_too>\d.+))$"
)
"""Every day but some: 「毎朝6時半に起こして、土日はいらない」."""
_NOT_AT_WEEKENDS_EN = regex(
    r"\bevery (?:day|morning)(?P<rest>(?! except).*?),? (?:except|but not|apart from|excluding"
    r"|other than)(?: for)?(?: on| at)?"
    r"(?: the)? (?:weekends?|saturdays? (?:and|or) sundays?)$",
    re.IGNORECASE,
)
_UP_AND_DOWN = regex(
    r"^(?P<what>(?:(?!\b(?:up|down|at|and)\b).)+?) (?P<way>up|down) (?P<one>(?:at|in"
    r"|every) (?:(?! and ).)+?),? and (?:then )?"
    r"(?:back )?(?P<other>up|down)(?: again)? (?P<last>(?:at|in) \d.*)$",
    re.IGNORECASE,
)
_RINGS = regex(r"\b(?:wake|alarms?|remind)\b", re.IGNORECASE)
"""What each says for itself when it is repeated."""
_ANOTHER = regex(r",|\b(?:and|then)\b")


def in_its_place(text: str, language: Language, now: datetime) -> str:
    """The sentence with such a time where it belongs; as it is where there is none."""
    return (
        _ahead_ja(_behind_order(_on_weekdays(text), now), now)
        if language == "ja"
        else _apart(_each_way(_weekdays(text)), now)
    )


def _on_weekdays(text: str) -> str:
    text = _EXCEPT_WEEKENDS.sub(r"平日の\g<rest>\g<rest_too>", text)
    match = _NOT_AT_WEEKENDS.match(text)
    return f"平日の{match['part'].replace('日', '')}{match['rest']}" if match else text


def _each_way(text: str) -> str:
    """Blinds that go up at one hour and down at another, with what they are said twice."""
    match = _UP_AND_DOWN.match(text)
    if match is None or match["way"] == match["other"]:
        return text
    return (
        f"{match['what']} {match['way']} {match['one']} and {match['what']} {match['other']} {match['last']}"
    )


def _weekdays(text: str) -> str:
    return _NOT_AT_WEEKENDS_EN.sub(r"every weekday\g<rest>", text)


def _behind_order(text: str, now: datetime) -> str:
    match = _BEHIND_JA.match(text)
    if match is None:
        return text
    order, said = match["order"], _END_JA.sub("", match["time"])
    phrases = japanese.find(said, now)
    if len(phrases) != 1 or (phrases[0].start, phrases[0].end) != (0, len(said)):
        return text
    time, others = phrases[0], japanese.find(order, now)
    if not others:
        return f"{said}{_particle(time)}{order}"
    first, days = others[0], [one for one in others if one.day or one.repeat]
    if time.clock and not (time.day or time.repeat) and days == others == [first] and not first.clock:
        return f"{order[: first.end]}{said}に{order[first.end :]}"
    if time.clock or not (time.day or time.repeat) or days or not first.clock:
        return text
    return f"{order[: first.start]}{said}{order[first.start :]}"


def _ahead_ja(text: str, now: datetime) -> str:
    """A repeat before the thing, beside the first hour: 「毎日ブラインドを7時に開けて」."""
    phrases = japanese.find(text, now)
    if len(phrases) < 2 or phrases[0].start or not phrases[0].repeat:
        return text
    every, clocks = phrases[0], phrases[1:]
    said, gap = text[: every.end].rstrip("、はに"), text[every.end : clocks[0].start]
    if every.clock or any(one.day or one.repeat or not one.clock for one in clocks):
        return text
    if not _OBJECT_JA.search(gap):
        return text
    return f"{gap}{said}{text[clocks[0].start :]}"


def _particle(time: When) -> str:
    """What a moment has behind it before its verb; a length is "of" what lasts so long, or of its timer."""
    return "の" if time.duration else "に" if time.clock or not (time.day or time.repeat) else "、"


def _apart(text: str, now: datetime) -> str:
    """A repeat at the beginning or the end that names no hour itself, or is said of a row of them."""
    said = list(english.EVERY.finditer(text))
    if len(said) != 1:
        return text
    every = said[0]
    ahead, behind = text[: every.start()].strip(" ,"), text[every.end() :].strip(" ,")
    if bool(ahead) == bool(behind):
        return text
    rest = ahead or behind
    clocks = english.find(rest, now)
    if not clocks or any(one.day or one.repeat or not one.clock for one in clocks):
        return text
    if behind and (clocks[0].start == 0 or _ANOTHER.search(rest, 0, clocks[0].start)):
        return text  # "every day at 7 …" has it already; what stands before an "and" has no hour
    rings = bool(_RINGS.search(rest))
    if ahead and (rings or (len(clocks) == 1 and clocks[0].end == len(rest))):
        return text
    return _with(every.group(), rest, clocks if rings else clocks[:1])


def _with(every: str, text: str, clocks: Sequence[When]) -> str:
    for clock in reversed(clocks):
        text = f"{text[: clock.end]} {every}{text[clock.end :]}"
    return text
