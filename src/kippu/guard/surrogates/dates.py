"""Dates of birth: reading, moving them within their year, writing them in other ways. Knows no text around.

The year stays, as the age does: a model elsewhere reckons with it, and it points at nobody by itself.
"""

import random
import re
from collections.abc import Iterator
from datetime import date

from kippu.guard.surrogates.days import ERAS, Write, nth, read
from kippu.guard.surrogates.spelling import MONTHS
from kippu.regex import regex

__all__ = ["moved", "read", "written"]

_KANJI = "〇零一二三四五六七八九"
_YEAR = regex(
    rf"(?<!\d)(?:1[89]|20)\d\d(?:年\d{{1,2}}月?$)?(?!\d)|['’]\d\d"
    rf"|(?:\d{{1,4}}|[{_KANJI}十]{{1,4}}|元)年(?:の?(?:\d{{1,2}}|[{_KANJI}十]{{1,2}})月$)?"
)
"""What stays of a date of birth that can't be read: the year, and the month if no more is said."""
_FIGURE = regex(rf"[\d{_KANJI}]")


def moved(text: str, chance: random.Random) -> str | None:
    """Another day of the same year written in the same way, or other figures where it can't be read; None
    for what names no more than a year."""
    day = read(text)
    if day is None:
        return _blurred(text, chance)
    while True:
        other = date(day.date.year, chance.randint(1, 12), chance.randint(1, 28))
        written = day.write(other)
        # Month and day both change, and the day is one that can't be read as a month.
        if other.month != day.date.month and other.day != day.date.day and other.day > 12:
            return written


def _blurred(text: str, chance: random.Random) -> str | None:
    """Another figure for each one that belongs to no year."""
    out, at = "", 0
    for year in _YEAR.finditer(text):
        out += _other(text[at : year.start()], chance) + year[0]
        at = year.end()
    out += _other(text[at:], chance)
    return out if out != text else None


def _other(text: str, chance: random.Random) -> str:
    def figure(match: re.Match[str]) -> str:
        pool = "123456789" if match[0].isdecimal() else _KANJI[2:]
        return chance.choice([other for other in pool if other != match[0]])

    return _FIGURE.sub(figure, text)


def written(one: date, other: date) -> Iterator[tuple[str, str]]:
    """One date in the many ways people write it, each with the other written so."""
    for write in _WAYS:
        yield write(one), write(other)
    for name, before in list(ERAS.items())[:5]:
        years, others = one.year - before, other.year - before
        if 0 < years < 70 and others > 0:
            yield f"{name}{years}年{one.month}月{one.day}日", f"{name}{others}年{other.month}月{other.day}日"


def _month(day: date) -> str:
    return MONTHS[0][day.month - 1]


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
    lambda day: f"{_month(day)} {nth(day.day)}, {day.year}",
    lambda day: f"{_month(day)[:3]} {day.day}, {day.year}",
    lambda day: f"{day.day} {_month(day)} {day.year}",
    lambda day: f"{day.day} {_month(day)[:3]} {day.year}",
    lambda day: f"{nth(day.day)} {_month(day)} {day.year}",
    lambda day: f"{nth(day.day)} of {_month(day)} {day.year}",
    lambda day: f"{day.year}年{day.month}月{day.day}日",
    lambda day: f"{day.year}年{day.month:02}月{day.day:02}日",
)
_UNDATED: tuple[Write, ...] = (
    lambda day: f"{_month(day)} {day.day}",
    lambda day: f"{_month(day)} {nth(day.day)}",
    lambda day: f"{_month(day)[:3]} {day.day}",
    lambda day: f"{day.day} {_month(day)}",
    lambda day: f"{nth(day.day)} of {_month(day)}",
    lambda day: f"{_month(day)} {day.year}",
    lambda day: f"{day.month}月{day.day}日",
    lambda day: f"{day.year}年{day.month}月",
)
_WAYS = (*_DATED, *_UNDATED)
