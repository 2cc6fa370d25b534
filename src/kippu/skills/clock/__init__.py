"""What time it is, here and elsewhere; what day a date is, and how far off.

Knows the zones of the world's cities by the zone table of the device.
"""

import math
from datetime import UTC, datetime, timedelta
from datetime import date as Date
from pathlib import Path
from typing import Literal, get_args

from kippu.places import called, is_here, zone_of
from kippu.skills import spoken
from kippu.skills.clock.distance import Distance, Period, last_day
from kippu.skills.clock.free import free
from kippu.skills.clock.holidays import Holiday, coming, of_year, past
from kippu.skills.clock.holidays import name as holiday_name
from kippu.skills.clock.years import Year, numbered, year
from kippu.skills.zones import zone, zone_name
from kippu.tool import Context, Said, Skill, Tool

Weekday = Literal["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]


def skill() -> Skill:
    """The skill ``clock``."""
    return Skill(
        name="clock",
        title={"en": "Clock and dates", "ja": "時計と日付"},
        examples={
            "en": (
                "what time is it",
                "what time is it in Tokyo",
                "how long until 5 pm",
                "what's the date today",
                "what day is 24 December",
                "how many days until Christmas",
                "what day is it in three weeks",
            ),
            "ja": (
                "今何時？",
                "ニューヨークは今何時ですか",
                "5時まであと何分？",
                "今日は何日？",
                "12月24日は何曜日？",
                "クリスマスまであと何日？",
                "3週間後は何曜日？",
            ),
        },
        tools=(
            Tool("clock.time", time, acts=False),
            Tool("clock.difference", difference, acts=False),
            Tool("clock.date", date, acts=False),
            Tool("clock.free", free, acts=False),
            Tool("clock.year", year, acts=False),
        ),
        sentences=Path(__file__).parent / "sentences",
    )


async def time(
    context: Context,
    place: str | None = None,
    hours: int = 0,
    minutes: int = 0,
    at: str | None = None,
    of: str | None = None,
    end: str | None = None,
    *,
    with_date: bool = False,
    ago: bool = False,
) -> Said:
    """Tell the time, here or in a city or country, here also with the date; here also in so many hours and
    minutes, or so many ``ago``, and how long it is until a local time (ISO), or from there to an ``end``.
    With a place and a time, what its clocks show then; ``of`` another place, when those there show the time.
    """
    if at and place:
        return _then_there(context, at, place, of)
    if at:
        return _between(context, at, end) if end else _until(context, at)
    if hours or minutes:
        away = timedelta(hours=hours, minutes=minutes)
        return _then(context, context.now - away if ago else context.now + away)
    if not place or is_here(place):
        at = spoken.time_of_day(context, context.now)
        on = spoken.day(context, context.now.date())
        if with_date:
            return Said(
                context.say(f"It's {at} on {on}.", f"{on}の{at}です。"),
                data={"time": context.now.isoformat()},
            )
        return Said(context.say(f"It's {at}.", f"{at}です。"), data={"time": context.now.isoformat()})
    zone, place = zone_of(place), called(place)
    if zone is None:
        return Said(
            context.say(
                f"I don't know which time zone {place} is in.", f"{place}がどの時間帯か分かりません。"
            ),
            ok=False,
        )
    there = context.now.astimezone(zone)
    at = spoken.time_of_day(context, there)
    days = (there.date() - context.now.date()).days
    if days:
        on = spoken.near_day(context, there.date())
        text = context.say(f"It's {at} {on} in {place}.", f"{place}は{on}の{at}です。")
    else:
        text = context.say(f"It's {at} in {place}.", f"{place}は{at}です。")
    return Said(text, data={"time": there.isoformat(), "zone": zone.key})


def _then_there(context: Context, at: str, place: str, of: str | None) -> Said:
    local = spoken.local_time(at, context)
    names = [called(one) if one and not is_here(one) else "" for one in (of, place)]
    zones = [zone_of(one) if one else zone(zone_name(context.now)) for one in names]
    unknown = next((name for name, one in zip(names, zones, strict=True) if one is None), None)
    if local is None or unknown is not None:
        return Said(
            context.say(
                f"I don't know that time in {unknown or names[1]}.",
                f"{unknown or names[1]}でのその時刻は分かりません。",
            ),
            ok=False,
        )
    first = local.replace(tzinfo=zones[0])
    there = first.astimezone(zones[1])
    days = (there.date() - first.date()).days
    next_en, next_ja = {1: (" the next day", "翌日の"), -1: (" the day before", "前の日の")}.get(
        days, ("", "")
    )
    shown, own = spoken.time_of_day(context, there), spoken.time_of_day(context, first)
    where = [context.say(f"in {name}" if name else "here", name or "こちら") for name in names]
    return Said(
        context.say(
            f"When it's {own} {where[0]}, it's {shown}{next_en} {where[1]}.",
            f"{where[0]}が{own}のとき、{where[1]}は{next_ja}{shown}です。",
        ),
        data={"time": there.isoformat(), "zone": str(zones[1])},
    )


async def difference(context: Context, place: str, other: str | None = None) -> Said:
    """Tell how many hours the clock of a city or country is ahead of another's, or of the one here."""
    if other and is_here(other):
        other = None
    elif other and is_here(place):
        place, other = other, None
    zones = [zone_of(one) if one else context.now.tzinfo for one in (place, other)]
    names = [called(one) if one else context.say("here", "ここ") for one in (place, other)]
    unknown = next((name for name, zone in zip(names, zones, strict=True) if zone is None), None)
    if unknown is not None:
        return Said(
            context.say(
                f"I don't know which time zone {unknown} is in.", f"{unknown}がどの時間帯か分かりません。"
            ),
            ok=False,
        )
    one, two = (context.now.astimezone(zone).utcoffset() or timedelta() for zone in zones)
    minutes = int((one - two).total_seconds() // 60)
    data = {"minutes": minutes}
    if not minutes:
        return Said(
            context.say(
                f"There is no difference between {names[0]} and {names[1]}.",
                f"{names[0]}と{names[1]}に時差はありません。",
            ),
            data=data,
        )
    long = spoken.duration(context, abs(minutes) * 60)
    ahead = context.say("ahead of" if minutes > 0 else "behind", "進んで" if minutes > 0 else "遅れて")
    whose = names[1] if other else context.say("the time here", names[1])
    return Said(
        context.say(
            f"{names[0]} is {long} {ahead} {whose}.", f"{names[0]}は{names[1]}より{long}{ahead}います。"
        ),
        data=data,
    )


def _until(context: Context, at: str) -> Said:
    local = spoken.local_time(at, context)
    if local is None:
        return Said(
            context.say(f"I don't know the time “{at}”.", f"「{at}」という時刻が分かりません。"), ok=False
        )
    then = local.replace(tzinfo=zone(zone_name(context.now)))
    between = then.astimezone(UTC) - context.now.astimezone(UTC)  # wall clocks skip an hour in spring
    left = math.ceil(between.total_seconds() / 60) * 60
    today = then.date() == context.now.date()
    name = spoken.time_of_day(context, then) if today else spoken.moment(context, then)
    if left <= 0:
        return Said(context.say(f"{name} is past.", f"{name}はもう過ぎました。"), data={"minutes": 0})
    long = spoken.duration(context, left)
    return Said(
        context.say(f"{long} until {name}.", f"{name}まで、あと{long}です。"), data={"minutes": left // 60}
    )


def _between(context: Context, start: str, end: str) -> Said:
    first, last = (spoken.local_time(one, context) for one in (start, end))
    if first is None or last is None:
        return Said(context.say("I don't know those times.", "その時刻が分かりません。"), ok=False)
    if last <= first:
        last += timedelta(days=1)
    minutes = math.ceil((last - first).total_seconds() / 60)
    long = spoken.duration(context, minutes * 60)
    one, other = (spoken.time_of_day(context, moment) for moment in (first, last))
    return Said(
        context.say(f"From {one} to {other} it's {long}.", f"{one}から{other}までは{long}です。"),
        data={"minutes": minutes},
    )


def _then(context: Context, then: datetime) -> Said:
    at = spoken.time_of_day(context, then)
    on = "" if then.date() == context.now.date() else spoken.near_day(context, then.date())
    en = f"{'It was' if then < context.now else 'It will be'} {at}{f' {on}' if on else ''}."
    ja = f"{f'{on}の' if on else ''}{at}{'でした' if then < context.now else 'です'}。"
    text = context.say(en, ja)
    return Said(text, data={"time": then.isoformat()})


async def date(
    context: Context,
    distance: Distance,
    day: str | None = None,
    holiday: Holiday | None = None,
    weekday: Weekday | None = None,
    year: int | Year | None = None,
    end: Period | None = None,
    *,
    week: bool = False,
) -> Said:
    """Tell today's date, the number of the ``week``, or the date and weekday of a day (ISO), a holiday (the
    coming one, or that of a year), so many days or weeks off, or the end of this week, month or year; and
    whether it is that weekday.

    With ``ago`` a day of the year, or a holiday, is the one that is past.
    """
    today = context.now.date()
    if week:
        year_of, number, _ = today.isocalendar()
        said = context.say(f"It's week {number} of {year_of}.", f"{year_of}年の第{number}週です。")
        return Said(said, data={"week": number, "year": year_of})
    which: Date | None = today
    if end:
        which = last_day(end, today)
    elif holiday:
        which = _of_holiday(holiday, year, distance, today)
    elif distance:
        which = distance.from_day(today)
    elif day:
        which = spoken.iso_day(day, context)
        if which and distance.ago and which > today:
            which = Distance(years=1, ago=True).from_day(which)
    if which is None:
        what = f" “{day}”" if day else ""
        return Said(
            context.say(
                f"I don't know the day{what}.", f"{f'「{day}」という' if day else 'その'}日が分かりません。"
            ),
            ok=False,
        )
    days = (which - today).days
    data = {"date": which.isoformat(), "days": days}
    itself = holiday if holiday and not distance else None
    said = _holiday(context, itself, which, days) if itself else _day(context, which, days)
    if weekday is None:
        return Said(said, data=data)
    right = which.weekday() == get_args(Weekday).index(weekday)
    answer = context.say("Yes. ", "はい、") if right else context.say("No. ", "いいえ、")
    return Said(answer + said, data=data | {"right": right})


def _of_holiday(holiday: Holiday, year: int | Year | None, distance: Distance, today: Date) -> Date | None:
    """The holiday that is meant, or the day so far off it."""
    if year:
        which = of_year(holiday, numbered(year, today))
    else:
        which = past(holiday, today) if distance.ago and not distance else coming(holiday, today)
    return distance.from_day(which) if which and distance else which


def _holiday(context: Context, holiday: Holiday, which: Date, days: int) -> str:
    name, full = holiday_name(context, holiday), spoken.day(context, which)
    if not days:
        return context.say(f"Today is {name}!", f"今日は{name}です！")
    if days < 0:
        off = context.say(
            "yesterday" if days == -1 else f"{-days:,} days ago", "昨日" if days == -1 else f"{-days:,}日前"
        )
        return context.say(f"{name} was {off}, on {full}.", f"{name}は{full}で、{off}でした。")
    off = context.say(
        "tomorrow" if days == 1 else f"in {days:,} days", "明日" if days == 1 else f"あと{days:,}日"
    )
    return context.say(f"{name} is {off}, on {full}.", f"{name}は{full}、{off}です。")


def _day(context: Context, which: Date, days: int) -> str:
    full = spoken.day(context, which)
    if days in (0, 1, -1):
        near = spoken.near_day(context, which)
        verb = "is" if days >= 0 else "was"
        return context.say(f"{near.capitalize()} {verb} {full}.", f"{near}は{full}です。")
    count = f"{abs(days):,}"
    if days < 0:
        return context.say(f"That was {full}, {count} days ago.", f"{full}でした。{count}日前です。")
    return context.say(f"That's {full}, in {count} days.", f"{full}です。あと{count}日です。")
