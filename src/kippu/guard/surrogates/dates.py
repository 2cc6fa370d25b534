"""Dates of birth: reading, moving them within their year, writing them in other ways. Knows no text around.

The year stays, as the age does: a model elsewhere reckons with it, and it points at nobody by itself.
"""

import random
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date

from kippu.regex import regex

_MONTHS = ("January February March April May June July August September October November December").split()
_ERAS = {
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
_NEVER = 1904
"""The year of dates that name none: it has a 29th of February."""
_ISO = regex(r"(\d{4})([-/.])(\d{1,2})\2(\d{1,2})")
_SLASHED = regex(r"(\d{1,2})([-/.])(\d{1,2})\2(\d{4}|\d{2})")
_WORDED = regex(r"([A-Za-z]{3,9})\.? (\d{1,2})(?:st|nd|rd|th)?(?:,? (\d{4}))?,?")
_WORDED_BACK = regex(r"(?:the )?(\d{1,2})(?:st|nd|rd|th)? (?:of )?([A-Za-z]{3,9})\.?,?(?: (\d{4}))?")
_JAPANESE = regex(r"(?:(?:西暦)?(\d{4})年|(明治|大正|昭和|平成|令和)(\d{1,2}|元)年)?(\d{1,2})月(\d{1,2})日")
_LETTERED = regex(r"([MTSHR])(\d{1,2})([./])(\d{1,2})\3(\d{1,2})")
Write = Callable[[date], str]


@dataclass(frozen=True, slots=True)
class Day:
    """A date, and how it was written."""

    date: date
    write: Write


def moved(text: str, chance: random.Random) -> str | None:
    """Another day of the same year written in the same way; None for what names no day."""
    day = read(text)
    if day is None:
        return None
    while True:
        other = date(day.date.year, chance.randint(1, 12), chance.randint(1, 28))
        written = day.write(other)
        # Month and day both change, and the day is one that can't be read as a month.
        if other.month != day.date.month and other.day != day.date.day and other.day > 12:
            return written


def read(text: str) -> Day | None:
    """The day that a text names, if it is nothing but a date."""
    for reader in (_read_digits, _read_words, _read_japanese):
        try:
            if day := reader(text.strip()):
                return day
        except ValueError:
            continue
    return None


def written(one: date, other: date) -> Iterator[tuple[str, str]]:
    """One date in the many ways people write it, each with the other written so."""
    for write in _WAYS:
        yield write(one), write(other)
    for name, before in list(_ERAS.items())[:5]:
        years, others = one.year - before, other.year - before
        if 0 < years < 70 and others > 0:
            yield f"{name}{years}年{one.month}月{one.day}日", f"{name}{others}年{other.month}月{other.day}日"


def _month(day: date) -> str:
    return _MONTHS[day.month - 1]


def _nth(number: int) -> str:
    return f"{number}{'th' if 10 < number % 100 < 14 else {1: 'st', 2: 'nd', 3: 'rd'}.get(number % 10, 'th')}"


_DATED: tuple[Write, ...] = (
    lambda day: day.isoformat(),
    lambda day: f"{day.year}-{day.month}-{day.day}",
    lambda day: f"{day.month}/{day.day}/{day.year}",
    lambda day: f"{day.month:02}/{day.day:02}/{day.year}",
    lambda day: f"{day.day}/{day.month}/{day.year}",
    lambda day: f"{day.day:02}/{day.month:02}/{day.year}",
    lambda day: f"{day.month}/{day.day}/{day.year % 100:02}",
    lambda day: f"{day.month:02}/{day.day:02}/{day.year % 100:02}",
    lambda day: f"{day.day:02}/{day.month:02}/{day.year % 100:02}",
    lambda day: f"{_month(day)} {day.day}, {day.year}",
    lambda day: f"{_month(day)} {_nth(day.day)}, {day.year}",
    lambda day: f"{_month(day)[:3]} {day.day}, {day.year}",
    lambda day: f"{day.day} {_month(day)} {day.year}",
    lambda day: f"{day.day} {_month(day)[:3]} {day.year}",
    lambda day: f"{_nth(day.day)} {_month(day)} {day.year}",
    lambda day: f"{_nth(day.day)} of {_month(day)} {day.year}",
    lambda day: f"{day.year}年{day.month}月{day.day}日",
    lambda day: f"{day.year}年{day.month:02}月{day.day:02}日",
)
_UNDATED: tuple[Write, ...] = (
    lambda day: f"{_month(day)} {day.day}",
    lambda day: f"{_month(day)} {_nth(day.day)}",
    lambda day: f"{_month(day)[:3]} {day.day}",
    lambda day: f"{day.day} {_month(day)}",
    lambda day: f"{_nth(day.day)} of {_month(day)}",
    lambda day: f"{_month(day)} {day.year}",
    lambda day: f"{day.month}月{day.day}日",
    lambda day: f"{day.year}年{day.month}月",
)
_WAYS = (*_DATED, *_UNDATED)


def _read_digits(text: str) -> Day | None:
    if match := _ISO.fullmatch(text):
        year, mark, month, day = match.groups()
        wide = len(month) == len(day) == 2
        return Day(
            date(int(year), int(month), int(day)),
            lambda on: (
                f"{on.year}{mark}{on.month:02}{mark}{on.day:02}"
                if wide
                else f"{on.year}{mark}{on.month}{mark}{on.day}"
            ),
        )
    if match := _SLASHED.fullmatch(text):
        first, mark, second, years = match.groups()
        year = (
            int(years)
            if len(years) == 4
            else 1900 + int(years) + 100 * (int(years) <= date.today().year % 100)
        )
        day_first = int(first) > 12 or (mark == "." and int(second) <= 12)
        wide = len(first) == len(second) == 2

        def write(on: date) -> str:
            one, other = (on.day, on.month) if day_first else (on.month, on.day)
            end = f"{on.year}" if len(years) == 4 else f"{on.year % 100:02}"
            return f"{one:02}{mark}{other:02}{mark}{end}" if wide else f"{one}{mark}{other}{mark}{end}"

        month, day = (second, first) if day_first else (first, second)
        return Day(date(year, int(month), int(day)), write)
    return None


def _read_words(text: str) -> Day | None:
    match = _WORDED.fullmatch(text)
    back = None if match else _WORDED_BACK.fullmatch(text)
    found = match or back
    if found is None:
        return None
    name, day, year = found.groups() if match else (found[2], found[1], found[3])
    number = next((at for at, month in enumerate(_MONTHS, 1) if month.lower().startswith(name.lower())), 0)
    if not number and name.lower() == "sept":
        number = 9
    full = len(name) > 3 or name.lower() == "may"

    def write(on: date) -> str:
        month = _month(on) if full else _month(on)[:3]
        month = month.upper() if name.isupper() else month.lower() if name.islower() else month
        new = _nth(on.day) if re.search(r"\d(?:st|nd|rd|th)", text) else str(on.day)
        out = re.sub(r"\d{1,2}(?:st|nd|rd|th)?(?!\d)", "\0", text, count=1)
        return out.replace(name, month, 1).replace("\0", new, 1)

    return Day(date(int(year) if year else _NEVER, number, int(day)), write)


def _read_japanese(text: str) -> Day | None:
    if match := _LETTERED.fullmatch(text):
        era, years, mark, month, day = match.groups()
        before = _ERAS[era]
        return Day(
            date(before + int(years), int(month), int(day)),
            lambda on: f"{era}{on.year - before}{mark}{on.month}{mark}{on.day}",
        )
    if not (match := _JAPANESE.fullmatch(text)):
        return None
    western, era, years, month, day = match.groups()
    year = int(western) if western else _ERAS[era] + (1 if years == "元" else int(years)) if era else _NEVER
    return Day(
        date(year, int(month), int(day)),
        lambda on: f"{text[: text.index('年') + 1] if '年' in text else ''}{on.month}月{on.day}日",
    )
