"""When something on a wall clock is due: zones, summer time, and what repeats.

A time that summer time skips is taken as the same moment counted on (half past two is half past three
that day); one that comes twice is taken the first time. Knows no clock: the moment to count from is given.
"""

import os
import re
from datetime import UTC, datetime, timedelta, timezone, tzinfo
from pathlib import Path
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from kippu.errors import BadInput

_NAMES = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_GROUPS = {"daily": range(7), "weekdays": range(5), "weekends": range(5, 7)}
_OFFSET = re.compile(r"([+-])(\d\d):(\d\d)")
_DAYS_AHEAD = 9
"""A week, a day for the one that is over, a day for zones."""


def days(repeat: str) -> frozenset[int]:
    """Days of the week (Monday 0) of daily, weekdays, weekends, or names as in mon,thu; raises BadInput."""
    if repeat in _GROUPS:
        return frozenset(_GROUPS[repeat])
    names = [name.strip().lower()[:3] for name in repeat.split(",")]
    unknown = [name for name in names if name not in _NAMES]
    if unknown:
        raise BadInput(f"'{repeat}' can't repeat: use daily, weekdays, weekends, or days such as mon,thu.")
    return frozenset(_NAMES.index(name) for name in names)


def zone_name(now: datetime) -> str:
    """Name of the person's zone, such as Asia/Tokyo; the bare offset (+09:00) when no name is known."""
    if isinstance(now.tzinfo, ZoneInfo) and now.tzinfo.key:
        return now.tzinfo.key
    system = Path("/etc/localtime")
    names = [os.environ.get("TZ", "").lstrip(":"), str(system.resolve()).partition("zoneinfo/")[2]]
    for name in filter(None, names):
        try:
            if ZoneInfo(name).utcoffset(now.replace(tzinfo=None)) == now.utcoffset():
                return name
        except (ZoneInfoNotFoundError, ValueError, OSError):
            continue
    minutes = int((now.utcoffset() or timedelta()).total_seconds() // 60)
    return f"{'-' if minutes < 0 else '+'}{abs(minutes) // 60:02}:{abs(minutes) % 60:02}"


def zone(name: str) -> tzinfo:
    """The zone of that name or offset; UTC when this device no longer knows it."""
    offset = _OFFSET.fullmatch(name)
    if offset:
        minutes = int(offset[2]) * 60 + int(offset[3])
        return timezone(timedelta(minutes=-minutes if offset[1] == "-" else minutes))
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return UTC


def next_due(local: datetime, where: tzinfo, repeat: str | None, after: datetime) -> datetime | None:
    """The first moment after ``after`` at which it is due (in UTC), or None when it is over.

    ``local`` is naive: the time on the wall clock of ``where``, from which day on.
    """
    if repeat is None:
        once = local.replace(tzinfo=where).astimezone(UTC)
        return once if once > after else None
    wanted = days(repeat)
    first = max(local.date(), after.astimezone(where).date())
    for ahead in range(_DAYS_AHEAD):
        that_day = first + timedelta(days=ahead)
        due = datetime.combine(that_day, local.time(), tzinfo=where).astimezone(UTC)
        if that_day.weekday() in wanted and due > after:
            return due
    return None
