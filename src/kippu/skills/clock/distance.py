"""A day by its distance from today: "in three weeks", 「2か月前」."""

import calendar
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

Period = Literal["week", "month", "year"]


@dataclass(frozen=True, slots=True)
class Distance:
    """How far off, as a tool takes it."""

    days: int | None = None
    weeks: int | None = None
    months: int | None = None
    years: int | None = None
    ago: bool = False
    """True for a day that is past."""

    def __bool__(self) -> bool:
        return (self.days, self.weeks, self.months, self.years) != (None, None, None, None)

    def from_day(self, today: date) -> date | None:
        """That day; the last of a month that is too short. None when no calendar has it."""
        sign = -1 if self.ago else 1
        months = today.year * 12 + today.month - 1 + sign * ((self.months or 0) + 12 * (self.years or 0))
        year, month = months // 12, months % 12 + 1
        try:
            last = calendar.monthrange(year, month)[1]
            day = today.replace(year=year, month=month, day=min(today.day, last))
            return day + sign * timedelta(days=(self.days or 0) + 7 * (self.weeks or 0))
        except (ValueError, OverflowError, IndexError):
            return None


def last_day(period: Period, today: date) -> date:
    """The last day of the week, month or year that it is; weeks end on Sunday."""
    if period == "week":
        return today + timedelta(days=6 - today.weekday())
    if period == "month":
        return today.replace(day=calendar.monthrange(today.year, today.month)[1])
    return today.replace(month=12, day=31)
