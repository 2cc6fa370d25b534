"""To when something that rings is moved: another time, or so much later or earlier."""

from contextlib import suppress
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from kippu.skills import spoken
from kippu.tool import Context

_CLOSE_HOURS = 3
"""So near is an hour to that of what is moved if it is of the same half of the day."""


@dataclass(frozen=True, slots=True)
class By:
    """How far it is moved, as a tool takes it."""

    hours: int = 0
    minutes: int = 0
    seconds: int = 0
    earlier: bool = False

    @property
    def length(self) -> timedelta:
        """The same as a difference."""
        length = timedelta(hours=self.hours, minutes=self.minutes, seconds=self.seconds)
        return -length if self.earlier else length


def moved(was: datetime, at: str, context: Context) -> datetime | None:
    """The new local time, of an ISO time, one of the day, or a day: on the day, at the time and in the half
    of the day that it was, as far as none was said. None for what is no time."""
    with suppress(ValueError):
        return datetime.combine(date.fromisoformat(at), was.time())
    try:
        clock = time.fromisoformat(at)
    except ValueError:
        return spoken.local_time(at, context)
    new = datetime.combine(was.date(), clock)
    if clock.hour < 12 <= was.hour and clock.hour + 12 - was.hour <= _CLOSE_HOURS:
        new += timedelta(hours=12)
    return new if new > context.now.replace(tzinfo=None) else new + timedelta(days=1)
