"""What rings, named by its time: "the 3 pm reminder", 「3時のリマインダー」."""

import re
from datetime import datetime

from kippu.regex import regex

_CLOCK = regex(
    r"(?:at |for )?(?P<hour>\d{1,2})(?::(?P<minute>\d\d))?(?: ?o'?clock)?(?: ?(?P<half>[ap])\.?m\.?)?"
    r"|(?P<part>午前|午後|朝|昼|夕方|夜|晩|深夜)?の?(?P<hour_ja>\d{1,2})(?:時(?:(?P<minute_ja>\d{1,2})分|(?P<thirty>半))?"
    r"|:(?P<minute_too>\d\d))",
    re.IGNORECASE,
)
_NIGHT = frozenset({"夜", "晩", "深夜"})
_SMALL_HOURS, _TWELVE = 4, 12
"""What the night calls 1 to 4, and 12, is the next day's."""


def is_at(rings: datetime, hour: int, minute: int, half_day: str | None) -> bool:
    """Whether it rings at the hour that was said, of either half of the day ("am", "pm") if none was."""
    hours = (
        {hour}
        if hour > 12 or not hour
        else {hour % 12 + 12 * (half == "pm") for half in ("am", "pm") if half_day in (None, half)}
    )
    return rings.hour in hours and rings.minute == minute


def called_by_time(words: str, rings: datetime) -> bool:
    """Whether the words are its time of the clock and nothing else."""
    match = _CLOCK.fullmatch(words.strip())
    if match is None:
        return False
    said = match.groupdict()
    minute = 30 if said["thirty"] else int(said["minute"] or said["minute_ja"] or said["minute_too"] or 0)
    half = f"{said['half']}m".lower() if said["half"] else None
    hour = int(said["hour"] or said["hour_ja"])
    if said["part"]:
        late = said["part"] in _NIGHT and (hour == _TWELVE or hour <= _SMALL_HOURS)
        half = "am" if late or said["part"] in {"午前", "朝"} else "pm"
    return is_at(rings, hour, minute, half)
