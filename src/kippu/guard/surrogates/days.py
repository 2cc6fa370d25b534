"""Reads the day that a text names, in figures, words or kanji, and writes another one in its form.

Knows how people write a date, and no text around it.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache

from kippu.guard.surrogates.spelling import MONTHS, cardinal, from_numeral, numeral, ordinal, spelled, year

ERAS = {
    "明治": 1867,
    "大正": 1911,
    "昭和": 1925,
    "平成": 1988,
    "令和": 2018,
    "M": 1867,
    "T": 1911,
    "S": 1925,
    "H": 1988,
    "R": 2018,
}
NEVER = 1904
"""The year of dates that name none: it has a 29th of February."""
_LAST_DAY, _LAST_MONTH = 31, 12
_ABBREVIATED = 3
_NARROW = str.maketrans("０１２３４５６７８９／－．", "0123456789/-.")
_WIDE = str.maketrans("0123456789", "０１２３４５６７８９")
_NTH = re.compile(r"(?<=\d)(?:st|nd|rd|th)$", re.IGNORECASE)
_KANJI = "〇零一二三四五六七八九十百千"
_TIME = r"(?:,?[T ]\d\d?:\d\d.*)?"
_NAME = r"(?P<name>[^\W\d_]{3,10})"
_DAY = r"(?P<day>\d{1,2}(?:st|nd|rd|th)?)"
_YEAR = r"(?P<year>\d{4}|['’]?\d\d)"
_SAID_YEAR = r"(?P<year>(?:nineteen|twenty|two thousand)(?:[ -][a-z]+){0,3}|\d{4})"
Write = Callable[[date], str]
Slot = tuple[int, int, Write]
"""A place in the text, and what is written there."""


@dataclass(frozen=True, slots=True)
class Day:
    """A date, and how it was written."""

    date: date
    write: Write


def read(text: str) -> Day | None:
    """The day that a text names, if it is nothing but a date."""
    text = text.strip()
    plain = text.translate(_NARROW)
    for form in _forms():
        if match := form.fullmatch(plain):
            try:
                return _day(text, match)
            except ValueError:
                continue
    return None


def nth(number: int) -> str:
    """1st, 2nd, 3rd."""
    return f"{number}{'th' if 10 < number % 100 < 14 else {1: 'st', 2: 'nd', 3: 'rd'}.get(number % 10, 'th')}"


@cache
def _forms() -> tuple[re.Pattern[str], ...]:
    said = "|".join(
        word.replace(" ", "[ -]") for word, number in spelled().items() if 0 < number <= _LAST_DAY
    )
    in_words = rf"(?P<day>{said})"
    number = rf"(?:\d{{1,4}}|[{_KANJI}]{{1,4}})"
    forms = (
        rf"(?P<year>\d{{4}})([-/.])(?P<month>\d{{1,2}})\2(?P<day>\d{{1,2}}){_TIME}",
        rf"(?P<one>\d{{1,2}})(?P<mark>[-/.])(?P<two>\d{{1,2}})\2(?P<year>\d{{4}}|\d\d){_TIME}",
        r"(?P<one>\d{1,2})(?P<mark>/)(?P<two>\d{1,2})",
        r"(?P<year>(?:19|20)\d\d)(?P<month>\d\d)(?P<day>\d\d)",
        r"(?P<one>\d\d)(?P<two>\d\d)(?P<year>(?:19|20)\d\d)",
        rf"{_NAME}\.?[ -]{_DAY}(?:,?[ -]{_YEAR})?,?{_TIME}",
        rf"(?:the )?{_DAY}\.?[ -](?:(?:of|de) )?{_NAME}\.?(?:,?[ -](?:del? )?{_YEAR})?,?{_TIME}",
        rf"{_NAME} (?:the )?{in_words}(?:,? {_SAID_YEAR})?,?",
        rf"(?:the )?{in_words}(?: day)?(?: of)? {_NAME}(?:,? {_SAID_YEAR})?,?",
        rf"(?:(?:西暦|(?P<era>明治|大正|昭和|平成|令和))?(?P<year>{number}|元)年の?)?(?P<month>{number})月(?P<day>{number})日",
        r"(?P<era>[MTSHR])(?P<year>\d{1,2})([./])(?P<month>\d{1,2})\3(?P<day>\d{1,2})",
    )
    return tuple(re.compile(form, re.IGNORECASE) for form in forms)


def _day(text: str, match: re.Match[str]) -> Day:
    """The day of a match; raises ValueError where the calendar has none."""
    groups = match.groupdict()
    month, day = "month", "day"
    if "one" in groups:
        month, day = "one", "two"
        if int(groups["one"]) > _LAST_MONTH or (
            groups.get("mark") == "." and int(groups["two"]) <= _LAST_MONTH
        ):
            month, day = day, month
    padded = _is_padded([groups[name] for name in (month, day) if name in groups], "月" in text)
    if name := groups.get("name"):
        number, write = _named(name, short="-" in text)
        slots = [(*match.span("name"), write)]
    else:
        number = _number(groups[month])
        slots = [(*match.span(month), _figured(text[slice(*match.span(month))], padded, "month"))]
    slots.append((*match.span(day), _figured(text[slice(*match.span(day))], padded, "day")))
    on = date(_year(groups.get("year"), groups.get("era")), number, _number(groups[day]))
    return Day(on, lambda other: _filled(text, slots, other))


def _filled(text: str, slots: Sequence[Slot], on: date) -> str:
    for start, end, write in sorted(slots, key=lambda slot: -slot[0]):
        text = text[:start] + write(on) + text[end:]
    return text


def _is_padded(numbers: Sequence[str], in_kanji: bool) -> bool:
    """Whether a 0 stands before what has one figure."""
    return any(number[0] == "0" for number in numbers) or (
        not in_kanji and all(len(number) == 2 and number.isdecimal() for number in numbers)
    )


def _number(said: str) -> int:
    bare = _NTH.sub("", said)
    if bare.isdecimal():
        return int(bare)
    if bare[0] in _KANJI:
        return from_numeral(bare)
    return spelled()[bare.lower().replace("-", " ")]


def _figured(said: str, padded: bool, part: str) -> Write:
    """Writes the month or the day as ``said`` has it: in figures of its width, in words, in kanji."""
    bare = _NTH.sub("", said)

    def write(on: date) -> str:
        number: int = getattr(on, part)
        if bare[0] in _KANJI:
            return numeral(number, by_place=len(bare) > 1 and not set(bare) & set("十百千"))
        if not bare.isdecimal():
            way = (
                cardinal if bare.lower().replace("-", " ") in map(cardinal, range(_LAST_DAY + 1)) else ordinal
            )
            words = way(number) if "-" in bare else way(number).replace("-", " ")
            return words.capitalize() if bare[0].isupper() else words
        if bare != said:
            return nth(number)
        figures = f"{number:02}" if padded else str(number)
        return figures if bare.isascii() else figures.translate(_WIDE)

    return write


def _named(name: str, short: bool) -> tuple[int, Write]:
    """The number of the month, and what writes another in the same language and case; ``short`` tells that
    "May" is "Mar" a little earlier."""
    small = name.lower()
    for months in MONTHS:
        for number, month in enumerate(months, 1):
            like = month.lower()
            part = (len(small) == _ABBREVIATED and like.startswith(small)) or small == "sept" == like[:4]
            abroad = months is not MONTHS[0] and month[0].isupper() and name.islower()
            if (part or like == small) and not abroad:
                return number, _month_of(months, name, whole=like == small and not (part and short))
    raise ValueError(name)


def _month_of(months: Sequence[str], like: str, whole: bool) -> Write:
    return lambda on: _cased(months[on.month - 1], like, whole)


def _cased(month: str, like: str, whole: bool) -> str:
    month = month if whole else month[:_ABBREVIATED]
    if like.isupper():
        return month.upper()
    return month.lower() if like.islower() else month


def _year(said: str | None, era: str | None) -> int:
    if said is None:
        return NEVER
    if era:
        return ERAS[era.upper()] + (1 if said == "元" else _number(said))
    bare = said.strip("'’")
    if not bare.isdecimal():
        return from_numeral(bare) if bare[0] in _KANJI else year(bare) or NEVER
    if len(bare) == 2:
        return 1900 + int(bare) + 100 * (int(bare) <= date.today().year % 100)
    return int(bare)
