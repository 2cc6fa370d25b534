"""The person's time zone by its name: what an offset alone can't tell is when summer time begins."""

import os
from datetime import UTC, datetime, timedelta, timezone, tzinfo
from pathlib import Path
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from kippu.regex import regex

_OFFSET = regex(r"([+-])(\d\d):(\d\d)")


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


def on_the_wall(at: datetime, now: datetime) -> datetime:
    """A moment as the person's clock shows it then, who has the time zone of ``now``."""
    return at.astimezone(zone(zone_name(now)))
