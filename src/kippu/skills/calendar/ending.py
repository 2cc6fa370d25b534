"""Until when an event goes, and how that is said."""

from datetime import date, datetime, timedelta

from kippu.skills import spoken
from kippu.skills.calendar.store import Occurrence
from kippu.tool import Context

_DAY = timedelta(days=1)
_HALF_DAY = timedelta(hours=12)
_MINUTE = timedelta(minutes=1)


def lasting(
    each: Occurrence, by: timedelta, until: datetime | date | None, *, either_half: bool
) -> float | None:
    """How many minutes an event takes that ends so much later than so far, or then: at a time of its day, of
    ``either_half`` where none was said, or with a day. None where that isn't known, or is no end."""
    start = each.start.replace(tzinfo=None)
    if until is None:
        known = each.whole_day or each.event.minutes
        length = each.end - each.start + by if known else timedelta()
    elif each.whole_day:
        last = until.date() if isinstance(until, datetime) else until
        length = last - start.date() + _DAY
    else:
        end = until if isinstance(until, datetime) else datetime.combine(until, each.end.time())
        if end <= start:
            end += _HALF_DAY if either_half else _DAY
        length = end - start
    if length <= timedelta() or (each.whole_day and length % _DAY):
        return None
    return length / _MINUTE


def ends(context: Context, each: Occurrence) -> str:
    """Until when it goes, or that nobody knows."""
    title = each.event.title
    if not (each.whole_day or each.event.minutes):
        begins = spoken.moment(context, each.start)
        return context.say(
            f"“{title}” is {begins}. I don't know how long it takes.",
            f"「{title}」は{begins}からです。何時までかは入っていません。",
        )
    if each.whole_day:
        until = spoken.near_day(context, (each.end - _DAY).date())
    else:
        until = spoken.moment(context, each.end)
    return context.say(
        f"“{title}” goes until {until.removeprefix('on ')}.", f"「{title}」は{until}までです。"
    )


def unknown_end(context: Context, each: Occurrence) -> str:
    """Asks until when it is, which nothing can be added to."""
    title = each.event.title
    return context.say(
        f"I don't know how long “{title}” takes so far. Tell me until when, such as “until 11”.",
        f"「{title}」は終わりの時間が入っていません。「11時まで」のように教えてください。",
    )


def no_end(context: Context, each: Occurrence) -> str:
    """Says that it can't end then."""
    title = each.event.title
    return context.say(f"“{title}” can't end then.", f"「{title}」をその時間に終わらせることはできません。")
