"""Days that come every year, and what they are called.

The rules of the days that move are those of the United States and Japan; Easter is the Western one.
"""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Literal

from dateutil.easter import easter

from kippu.tool import Context

Holiday = Literal[
    "christmas", "christmas eve", "new year", "new year's eve", "halloween", "valentine's day",
    "st patrick's day", "independence day", "veterans day", "easter", "good friday", "easter monday",
    "martin luther king day", "presidents day", "mother's day", "memorial day", "father's day", "labor day",
    "columbus day", "thanksgiving", "black friday", "setsubun", "girls' day", "children's day",
    "star festival",
]  # fmt: skip


def _on(month: int, day: int) -> Callable[[int], date]:
    return lambda year: date(year, month, day)


def _nth(count: int, weekday: int, month: int) -> Callable[[int], date]:
    """The first, second, … such weekday (Monday is 0) of a month; -1 for its last."""

    def of(year: int) -> date:
        if count < 0:
            first = (date(year, month, 28) + timedelta(days=4)).replace(day=1) - timedelta(days=1)
            return first - timedelta(days=(first.weekday() - weekday) % 7)
        first = date(year, month, 1)
        return first + timedelta(days=(weekday - first.weekday()) % 7 + 7 * (count - 1))

    return of


_DAYS: dict[Holiday, Callable[[int], date]] = {
    "christmas": _on(12, 25),
    "christmas eve": _on(12, 24),
    "new year": _on(1, 1),
    "new year's eve": _on(12, 31),
    "halloween": _on(10, 31),
    "valentine's day": _on(2, 14),
    "st patrick's day": _on(3, 17),
    "independence day": _on(7, 4),
    "veterans day": _on(11, 11),
    "easter": easter,
    "good friday": lambda year: easter(year) - timedelta(days=2),
    "easter monday": lambda year: easter(year) + timedelta(days=1),
    "martin luther king day": _nth(3, 0, 1),
    "presidents day": _nth(3, 0, 2),
    "mother's day": _nth(2, 6, 5),
    "memorial day": _nth(-1, 0, 5),
    "father's day": _nth(3, 6, 6),
    "labor day": _nth(1, 0, 9),
    "columbus day": _nth(2, 0, 10),
    "thanksgiving": _nth(4, 3, 11),
    "black friday": lambda year: _nth(4, 3, 11)(year) + timedelta(days=1),
    "setsubun": _on(2, 3),
    "girls' day": _on(3, 3),
    "children's day": _on(5, 5),
    "star festival": _on(7, 7),
}
_NAMES: dict[Holiday, tuple[str, str]] = {
    "christmas": ("Christmas", "クリスマス"),
    "christmas eve": ("Christmas Eve", "クリスマスイブ"),
    "new year": ("New Year's Day", "元日"),
    "new year's eve": ("New Year's Eve", "大晦日"),
    "halloween": ("Halloween", "ハロウィン"),
    "valentine's day": ("Valentine's Day", "バレンタインデー"),
    "st patrick's day": ("St Patrick's Day", "聖パトリックの日"),
    "independence day": ("Independence Day", "独立記念日"),
    "veterans day": ("Veterans Day", "復員軍人の日"),
    "easter": ("Easter Sunday", "イースター"),
    "good friday": ("Good Friday", "聖金曜日"),
    "easter monday": ("Easter Monday", "イースターマンデー"),
    "martin luther king day": ("Martin Luther King Day", "キング牧師記念日"),
    "presidents day": ("Presidents' Day", "大統領の日"),
    "mother's day": ("Mother's Day", "母の日"),
    "memorial day": ("Memorial Day", "戦没者追悼記念日"),
    "father's day": ("Father's Day", "父の日"),
    "labor day": ("Labor Day", "レイバーデー"),
    "columbus day": ("Columbus Day", "コロンブス記念日"),
    "thanksgiving": ("Thanksgiving", "感謝祭"),
    "black friday": ("Black Friday", "ブラックフライデー"),
    "setsubun": ("Setsubun", "節分"),
    "girls' day": ("Girls' Day", "ひな祭り"),
    "children's day": ("Children's Day", "こどもの日"),
    "star festival": ("Tanabata", "七夕"),
}


def coming(holiday: Holiday, today: date) -> date:
    """The next one, today counted."""
    this_year = _DAYS[holiday](today.year)
    return this_year if this_year >= today else _DAYS[holiday](today.year + 1)


def past(holiday: Holiday, today: date) -> date:
    """The last one, today not counted."""
    this_year = _DAYS[holiday](today.year)
    return this_year if this_year < today else _DAYS[holiday](today.year - 1)


def of_year(holiday: Holiday, year: int) -> date | None:
    """That of a year; None where no calendar has it."""
    try:
        return _DAYS[holiday](year)
    except ValueError:
        return None


def name(context: Context, holiday: Holiday) -> str:
    """Its name: "Christmas", 「クリスマス」."""
    return context.say(*_NAMES[holiday])


def on(day: date) -> tuple[Holiday, ...]:
    """Those that fall on this day."""
    return tuple(holiday for holiday, of in _DAYS.items() if of(day.year) == day)
