"""To when something that rings is moved: another time, or so much later or earlier."""

from contextlib import suppress
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from kippu.skills import spoken
from kippu.skills.halves import nearer
from kippu.tool import Context


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


def moved(was: datetime, at: str, context: Context, *, either_half: bool) -> datetime | None:
    """The new local time, of an ISO time, one of the day (of ``either_half``, where none was said), or a day:
    on the day and at the time that it was, as far as none was said. None for what is no time."""
    with suppress(ValueError):
        return datetime.combine(date.fromisoformat(at), was.time())
    try:
        clock = time.fromisoformat(at)
    except ValueError:
        return spoken.local_time(at, context)
    new = datetime.combine(was.date(), nearer(was, clock) if either_half else clock)
    return new if new > context.now.replace(tzinfo=None) else new + timedelta(days=1)
