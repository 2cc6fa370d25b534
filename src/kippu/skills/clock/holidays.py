"""Days that come every year, and what they are called."""

from datetime import date
from typing import Literal

from kippu.tool import Context

Holiday = Literal["christmas", "christmas eve", "new year", "new year's eve", "halloween", "valentine's day"]

_DAYS: dict[Holiday, tuple[int, int]] = {
    "christmas": (12, 25),
    "christmas eve": (12, 24),
    "new year": (1, 1),
    "new year's eve": (12, 31),
    "halloween": (10, 31),
    "valentine's day": (2, 14),
}
"""Month and day."""
_NAMES: dict[Holiday, tuple[str, str]] = {
    "christmas": ("Christmas", "クリスマス"),
    "christmas eve": ("Christmas Eve", "クリスマスイブ"),
    "new year": ("New Year's Day", "元日"),
    "new year's eve": ("New Year's Eve", "大晦日"),
    "halloween": ("Halloween", "ハロウィン"),
    "valentine's day": ("Valentine's Day", "バレンタインデー"),
}


def coming(holiday: Holiday, today: date) -> date:
    """The next one, today counted."""
    month, day = _DAYS[holiday]
    this_year = date(today.year, month, day)
    return this_year if this_year >= today else this_year.replace(year=today.year + 1)


def name(context: Context, holiday: Holiday) -> str:
    """Its name: "Christmas", 「クリスマス」."""
    return context.say(*_NAMES[holiday])
