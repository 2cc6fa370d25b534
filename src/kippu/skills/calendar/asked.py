"""Which events a question or an order is about: by words, by a time, a day or several days."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Literal

from kippu.errors import BadInput
from kippu.skills import spoken
from kippu.skills.calendar.store import Event, Occurrence, midnight, occurrences
from kippu.skills.matching import closest
from kippu.skills.zones import zone, zone_name
from kippu.tool import Context

Part = Literal["morning", "noon", "afternoon", "evening", "night"]
_HOURS = {"morning": (0, 12), "noon": (11, 14), "afternoon": (12, 18), "evening": (17, 24), "night": (18, 30)}
_PARTS = {
    "morning": ("in the morning", "の午前"), "noon": ("around noon", "の昼"),
    "afternoon": ("in the afternoon", "の午後"), "evening": ("in the evening", "の夕方以降"),
    "night": ("at night", "の夜"),
}  # fmt: skip
_ANY = {
    "event",
    "events",
    "an event",
    "my event",
    "the event",
    "an appointment",
    "appointments",
    "予定",
    "イベント",
}
"""Words that say of no event which one it is."""
_WEEKDAYS = (
    ("monday", "月曜"), ("tuesday", "火曜"), ("wednesday", "水曜"), ("thursday", "木曜"), ("friday", "金曜"),
    ("saturday", "土曜"), ("sunday", "日曜"),
)  # fmt: skip
_AHEAD = timedelta(days=366)
_HOUR = timedelta(hours=1)
_WEEK = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class Span:
    """The time that is asked about."""

    first: datetime
    """Aware, on the person's wall clock."""
    last: datetime
    """Until before this moment."""
    told: str
    """The same in words, such as "tomorrow"; empty for all that is to come."""
    days: int = 0
    """How many days it has; 0 for a time of one day and for all that is to come."""


@dataclass(frozen=True, slots=True)
class When:
    """What a person says of the time that is asked about, as a tool takes it."""

    at: str | None = None
    day: str | None = None
    until: str | None = None
    part: Part | None = None
    end: str | None = None
    """Until before this time (ISO), from ``at`` on."""


def span(context: Context, when: When = When()) -> Span:
    """The time that is named; raises BadInput for what is no time or no day."""
    at, day, until, part = when.at, when.day, when.until, when.part
    if at is not None:
        local = spoken.local_time(at, context)
        if local is None:
            raise BadInput(f"I don't know the time “{at}”.", f"「{at}」という時刻が分かりません。")
        moment = local.replace(tzinfo=zone(zone_name(context.now)))
        if when.end is not None:
            return _hours(context, moment, when.end)
        return Span(moment, moment + _HOUR, spoken.moment(context, moment))
    if day is None:
        return Span(context.now, context.now + _AHEAD, "")
    first = _day(day, context)
    last = _day(until, context) if until else first
    begin, end = midnight(first, context.now), midnight(last + timedelta(days=1), context.now)
    if last != first:
        return Span(begin, end, _days(context, first, last), (last - first).days + 1)
    told = spoken.near_day(context, first)
    if part is None:
        return Span(begin, end, told, 1)
    hours = _HOURS[part]
    words = context.say(f" {_PARTS[part][0]}", _PARTS[part][1])
    return Span(begin + timedelta(hours=hours[0]), begin + timedelta(hours=hours[1]), told + words)


def _hours(context: Context, first: datetime, end: str) -> Span:
    """Some hours of a day; raises BadInput where the end is none, or not behind the first moment."""
    local = spoken.local_time(end, context)
    if local is None or (last := local.replace(tzinfo=first.tzinfo)) <= first:
        raise BadInput(f"I don't know the time “{end}”.", f"「{end}」という時刻が分かりません。")
    on, since, until = (
        spoken.near_day(context, first.date()),
        spoken.time_of_day(context, first),
        spoken.time_of_day(context, last),
    )
    if last == midnight(first.date() + timedelta(days=1), context.now):
        return Span(first, last, context.say(f"{on} after {since}", f"{on}{since}以降"))
    if first == midnight(first.date(), context.now):
        return Span(first, last, context.say(f"{on} before {until}", f"{on}{until}まで"))
    return Span(first, last, context.say(f"{on} between {since} and {until}", f"{on}{since}から{until}まで"))


def found(context: Context, events: Iterable[Event], when: Span, words: str | None) -> list[Occurrence]:
    """What happens then and fits the words, soonest first; of all that is to come, each series once."""
    events = list(events)
    if words and words.casefold() not in _ANY:
        events = closest(words, events, lambda event: event.title) or closest(
            words, events, lambda event: event.words
        )
    there = occurrences(events, when.first.date(), when.last.date(), context.now)
    there = [each for each in there if each.meets(when.first, when.last)]
    return there if when.told else list({each.event.id: each for each in reversed(there)}.values())[::-1]


def so_far(there: Iterable[Occurrence], was: str, today: date) -> list[Occurrence]:
    """Those of that day, or at that time of the clock (ISO, either or both), of either half of the day. On a
    Tuesday, "tuesday" is the next one, but for what is still to come today. Raises BadInput for no time."""
    try:
        day = date.fromisoformat(was.partition("T")[0]) if "-" in was else None
        clock = time.fromisoformat(was.rpartition("T")[2]) if ":" in was else None
    except ValueError:
        raise BadInput(f"I don't know the time “{was}”.", f"「{was}」という時刻が分かりません。") from None
    on = [*there]
    if day:
        ways = (
            [each for each in on if each.start.date() == one] for one in (day, day - _WEEK) if one >= today
        )
        on = next(filter(None, ways), [])
    if clock is None:
        return on
    timed = [each for each in on if not each.whole_day]
    half = (clock.hour % 12, clock.minute)
    exact = [each for each in timed if each.start.time() == clock]
    return exact or [each for each in timed if (each.start.hour % 12, each.start.minute) == half]


def called_after(there: Iterable[Occurrence], was: str) -> list[Occurrence]:
    """Those with the day or the hour of ``was`` (as ``so_far`` takes it) in their name, whenever they are:
    the day of a "Sunday roast" on a Saturday, or of a "September 11 memorial", was no time."""
    day, clock = was.partition("T")[0], was.rpartition("T")[2]
    words: list[str] = []
    if "-" in was:
        on = date.fromisoformat(day)
        words += [*_WEEKDAYS[on.weekday()], rf"(?<!\d){on.day}(?!\d)"]
    if ":" in was:
        words += [rf"(?<!\d){time.fromisoformat(clock).hour % 12 or 12}(?!\d)"]
    named = re.compile("|".join(words), re.IGNORECASE)
    return [each for each in there if named.search(each.event.title)]


def _day(text: str, context: Context) -> date:
    day = spoken.iso_day(text, context)
    if day is None:
        raise BadInput(f"I don't know the day “{text}”.", f"「{text}」という日が分かりません。")
    return day


def _days(context: Context, first: date, last: date) -> str:
    start, end = (spoken.near_day(context, day).removeprefix("on ") for day in (first, last))
    return context.say(f"from {start} to {end}", f"{start}から{end}まで")
