"""How events are said, in English and in Japanese."""

from collections.abc import Sequence
from datetime import timedelta
from typing import Any

from kippu.skills import spoken
from kippu.skills.bells.said import often
from kippu.skills.calendar.store import Occurrence
from kippu.tool import Context


def moment(context: Context, each: Occurrence) -> str:
    """ "tomorrow at 3:00 PM", "on Friday (all day)"; of a series how often."""
    time = spoken.time_of_day(context, each.start)
    if each.event.repeat:
        again = often(context, each.event.repeat)
        return again if each.whole_day else context.say(f"{again} at {time}", f"{again}{time}")
    if not each.whole_day:
        return spoken.moment(context, each.start)
    last = (each.end - timedelta(days=1)).date()
    day = spoken.near_day(context, each.start.date())
    if last > each.start.date():
        end = spoken.near_day(context, last).removeprefix("on ")
        return context.say(f"{day} to {end}", f"{day}から{end}まで")
    return context.say(f"{day} (all day)", f"{day}の終日")


def what(context: Context, each: Occurrence) -> str:
    """The event with its people, place and length, without its time."""
    event = each.event
    people = context.say(f" with {event.people}", f"、{event.people}と") if event.people else ""
    place = context.say(f", {event.place}", f"、{event.place}で") if event.place else ""
    minutes = event.minutes if event.minutes and not each.whole_day else 0
    length = spoken.duration(context, minutes * 60) if minutes else ""
    # In brackets: behind a comma it would be one more event of the row.
    long = context.say(f", {length}", f"（{length}）") if length else ""
    return f"{event.title}{people}{place}{long}"


def line(context: Context, each: Occurrence, one_day: bool = False) -> str:
    """One event in a row of them; of one day only the time."""
    title = what(context, each)
    if not one_day:
        when = spoken.moment(context, each.start) if not each.whole_day else moment(context, each)
        inside = title.removesuffix("）") if title.endswith("）") else ""
        return context.say(f"{title} ({when})", f"{inside}、{when}）" if inside else f"{title}（{when}）")
    if each.whole_day:
        return context.say(f"{title} (all day)", f"{title}（終日）")
    time = spoken.time_of_day(context, each.start)
    return context.say(f"{title} at {time}", f"{time}に{title}")


def row(context: Context, found: Sequence[Occurrence], one_day: bool = False) -> str:
    """Several of them."""
    return context.say("; ", "、").join(line(context, each, one_day) for each in found)


def as_json(each: Occurrence) -> dict[str, Any]:
    """The same for programs: times as ISO with offset, days as ISO dates."""
    start, end = ((when.date() if each.whole_day else when).isoformat() for when in (each.start, each.end))
    return {
        "id": each.event.id,
        "title": each.event.title,
        "start": start,
        "end": end,
        "whole_day": each.whole_day,
        "repeat": each.event.repeat,
        "place": each.event.place,
        "people": each.event.people,
    }
