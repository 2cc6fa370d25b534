"""What time it is, here and elsewhere; what day a date is, and how far off.

Knows the zones of the world's cities by the zone table of the device.
"""

from datetime import date as Date
from pathlib import Path
from typing import Literal

from kippu.skills import spoken
from kippu.skills.clock.places import zone_of
from kippu.tool import Context, Said, Skill, Tool

Holiday = Literal["christmas", "christmas eve", "new year", "new year's eve", "halloween", "valentine's day"]

_HOLIDAYS: dict[Holiday, tuple[int, int]] = {
    "christmas": (12, 25),
    "christmas eve": (12, 24),
    "new year": (1, 1),
    "new year's eve": (12, 31),
    "halloween": (10, 31),
    "valentine's day": (2, 14),
}
"""Month and day."""


def skill() -> Skill:
    """The skill ``clock``."""
    return Skill(
        name="clock",
        title={"en": "Clock and dates", "ja": "時計と日付"},
        examples={
            "en": (
                "what time is it",
                "what time is it in Tokyo",
                "what's the date today",
                "what day is 24 December",
                "how many days until Christmas",
            ),
            "ja": (
                "今何時？",
                "ニューヨークは今何時ですか",
                "今日は何日？",
                "12月24日は何曜日？",
                "クリスマスまであと何日？",
            ),
        },
        tools=(Tool("clock.time", time, acts=False), Tool("clock.date", date, acts=False)),
        sentences=Path(__file__).parent / "sentences",
    )


async def time(context: Context, place: str | None = None) -> Said:
    """Tell the time, here or in a city or country."""
    if not place:
        at = spoken.time_of_day(context, context.now)
        return Said(context.say(f"It's {at}.", f"{at}です。"), data={"time": context.now.isoformat()})
    zone = zone_of(place)
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


async def date(context: Context, day: str | None = None, holiday: Holiday | None = None) -> Said:
    """Tell today's date, or which weekday a date (ISO) or holiday is and how many days off."""
    today = context.now.date()
    which = spoken.iso_day(day, context) if day else today
    if holiday:
        month, of_month = _HOLIDAYS[holiday]
        which = Date(today.year, month, of_month)
        which = which if which >= today else which.replace(year=today.year + 1)
    if which is None:
        return Said(
            context.say(f"I don't know the day “{day}”.", f"「{day}」という日が分かりません。"), ok=False
        )
    full = spoken.day(context, which)
    days = (which - today).days
    data = {"date": which.isoformat(), "days": days}
    if not days:
        return Said(context.say(f"Today is {full}.", f"今日は{full}です。"), data=data)
    if days in (1, -1):
        near = spoken.near_day(context, which)
        verb = "is" if days > 0 else "was"
        return Said(context.say(f"{near.capitalize()} {verb} {full}.", f"{near}は{full}です。"), data=data)
    count = abs(days)
    return Said(
        context.say(
            f"{full} {f'is in {count} days' if days > 0 else f'was {count} days ago'}.",
            f"{full}です。{f'あと{count}日です' if days > 0 else f'{count}日前です'}。",
        ),
        data=data,
    )
