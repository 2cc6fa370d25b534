"""Days by their place in a week, a month or a year that is said: "the second Wednesday of next month",
「先月の10日」.

Counts on the calendar alone; the words for it are each language's own.
"""

from datetime import date, timedelta

_WEEK = timedelta(weeks=1)


def month_ahead(day: date, ahead: int) -> date:
    """The first of the month so many months ahead; behind, where that is below zero."""
    months = day.year * 12 + day.month - 1 + ahead
    return date(months // 12, months % 12 + 1, 1)


def day_of(first: date, number: int) -> date | None:
    """The day of that number in the month that begins so; None where it is too short."""
    try:
        return first.replace(day=number)
    except ValueError:
        return None


def nth_weekday(first: date, count: int, weekday: int) -> date | None:
    """The first, second, … such weekday (Monday is 0) of the month that begins so, -1 for its last; None
    where it has none."""
    if count < 0:
        last = month_ahead(first, 1) - timedelta(days=1)
        return last - timedelta(days=(last.weekday() - weekday) % 7)
    day = first + timedelta(days=(weekday - first.weekday()) % 7) + _WEEK * (count - 1)
    return day if day.month == first.month else None


def coming_nth(today: date, count: int, weekday: int) -> date | None:
    """The next such weekday of any month, today counted."""
    ahead = (nth_weekday(month_ahead(today, months), count, weekday) for months in range(5))
    return next((day for day in ahead if day and day >= today), None)


def nth_in(
    today: date, count: int, weekday: int, month: int, year: int | None, *, past: bool = False
) -> date | None:
    """The same of a month of the calendar, where no year is said the next, or the last that is ``past``."""
    if not 1 <= month <= 12:
        return None
    years = [year] if year else [today.year - 1, today.year, today.year + 1]
    days = [day for one in years if (day := nth_weekday(date(one, month, 1), count, weekday))]
    if year:
        return next(iter(days), None)
    over = [day for day in days if day < today]
    return max(over, default=None) if past else min((day for day in days if day >= today), default=None)


def weekday_of_week(today: date, weekday: int, ahead: int) -> date:
    """That day of the week so many weeks ahead, whether it is past or not."""
    return today + timedelta(days=weekday - today.weekday()) + _WEEK * ahead
