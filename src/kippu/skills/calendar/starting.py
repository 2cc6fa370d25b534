"""When an event starts and how long it takes, out of a tool's words for it: a time, a day or the clock."""

from datetime import date, datetime, time, timedelta

from kippu.regex import regex
from kippu.skills import spoken
from kippu.skills.calendar.store import Occurrence
from kippu.skills.halves import nearer
from kippu.tool import Context, Said

_END = regex(r"(?P<hour>[01]?\d|2[0-4])(?: ?: ?(?P<minute>[0-5]?\d))?(?::\d\d)? ?(?P<half>am|pm)?")


def date_of(start: datetime | date) -> date:
    return start.date() if isinstance(start, datetime) else start


def start_of(at: str, context: Context) -> datetime | date | None:
    """A time, a date, or the next time of the clock."""
    if (clock := _clock(at)) is not None:
        today = datetime.combine(context.now.date(), clock)
        return today if today > context.now.replace(tzinfo=None) else today + timedelta(days=1)
    if (day := _day(at)) is not None:
        return day
    return spoken.local_time(at, context)


def start_moved(each: Occurrence, at: str, either_half: bool, context: Context) -> datetime | date | None:
    """The new start: what was not said stays as it is."""
    if (clock := _clock(at)) is not None:
        was = each.start.replace(tzinfo=None)
        return datetime.combine(
            was.date(), clock if each.whole_day or not either_half else nearer(was, clock)
        )
    if (day := _day(at)) is not None:
        return day if each.whole_day else datetime.combine(day, each.start.time())
    return spoken.local_time(at, context)


def minutes_of_days(start: datetime | date, until: str | None) -> float | None:
    """The minutes of whole days until the last one; None for none, and behind a time of the clock."""
    last = _day(until) if until else None
    if last is None or isinstance(start, datetime) or last <= start:
        return None
    return ((last - start).days + 1) * 1440


def minutes_until(start: datetime | date, end: str) -> float | None:
    """Minutes until the clock next shows ``end`` ("17:00", "5 pm", "5"); None where that is no time."""
    said = _END.fullmatch({"noon": "12 pm", "midnight": "12 am"}.get(end, end).casefold())
    if said is None or not isinstance(start, datetime):
        return None
    hour, half = int(said["hour"]), said["half"]
    if half:
        hour = hour % 12 + (12 if half == "pm" else 0)
    last = start.replace(hour=hour % 24, minute=int(said["minute"] or 0))
    exact = half is not None or hour > 12 or end.count(":") > 1
    step = timedelta(hours=24 if exact else 12)
    while last <= start:
        last += step
    return (last - start).total_seconds() / 60


def _clock(at: str) -> time | None:
    try:
        return time.fromisoformat(at) if ":" in at and "-" not in at and "T" not in at else None
    except ValueError:
        return None


def _day(at: str) -> date | None:
    try:
        return date.fromisoformat(at) if "-" in at and "T" not in at and ":" not in at else None
    except ValueError:
        return None


def no_time(context: Context, at: str) -> Said:
    return Said(
        context.say(f"I don't know the time “{at}”.", f"「{at}」という時刻が分かりません。"), ok=False
    )
