"""When something on a wall clock is due: summer time, and what repeats.

A time that summer time skips is taken as the same moment counted on (half past two is half past three
that day); one that comes twice is taken the first time, or once that is past the second. Knows no clock: the
moment to count from is given.
"""

from datetime import UTC, date, datetime, timedelta, tzinfo

from kippu.errors import BadInput

_NAMES = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_GROUPS = {"daily": range(7), "weekdays": range(5), "weekends": range(5, 7)}
_DAYS_AHEAD = 9
"""A week, a day for the one that is over, a day for zones."""


def days(repeat: str) -> frozenset[int]:
    """Days of the week (Monday 0) of daily, weekdays, weekends, or names as in mon,thu; raises BadInput."""
    if repeat in _GROUPS:
        return frozenset(_GROUPS[repeat])
    names = [name.strip().lower()[:3] for name in repeat.split(",")]
    unknown = [name for name in names if name not in _NAMES]
    if unknown:
        raise BadInput(
            f"'{repeat}' can't repeat: use daily, weekdays, weekends, or days such as mon,thu.",
            f"「{repeat}」ではくり返せません。daily、weekdays、weekends か、mon,thu のような曜日で。",
        )
    return frozenset(_NAMES.index(name) for name in names)


def on(day: date) -> str:
    """The day of the week as ``days`` reads it."""
    return _NAMES[day.weekday()]


def next_due(local: datetime, where: tzinfo, repeat: str | None, after: datetime) -> datetime | None:
    """The first moment after ``after`` at which it is due (in UTC), or None when it is over.

    ``local`` is naive: the time on the wall clock of ``where``, from which day on.
    """
    if repeat is None:
        twice = (local.replace(tzinfo=where, fold=fold).astimezone(UTC) for fold in (0, 1))
        return next((once for once in twice if once > after), None)
    wanted = days(repeat)
    first = max(local.date(), after.astimezone(where).date())
    for ahead in range(_DAYS_AHEAD):
        that_day = first + timedelta(days=ahead)
        due = datetime.combine(that_day, local.time(), tzinfo=where).astimezone(UTC)
        if that_day.weekday() in wanted and due > after:
            return due
    return None
