"""How lengths of time, times of day, dates and rows of things are said, in English and in Japanese.

Knows no skill; whoever has a time to tell uses it.
"""

from collections.abc import Sequence
from datetime import date, datetime, timedelta

from kippu.skills.zones import on_the_wall
from kippu.tool import Context

_DAYS_JA = "月火水木金土日"
_MINUTE, _HOUR, _DAY = 60, 3600, 86400
_NOON = 12
_NEAR_DAYS = 7


def duration(context: Context, seconds: float) -> str:
    """A length of time to the second, from a day on to the minute: "3 minutes 20 seconds", 「3分20秒」."""
    left = round(seconds)
    parts = []
    for size, en, ja in (
        (_DAY, "day", "日"),
        (_HOUR, "hour", "時間"),
        (_MINUTE, "minute", "分"),
        (1, "second", "秒"),
    ):
        count, left = divmod(left, size)
        if count and not (size == 1 and seconds >= _DAY):
            parts.append(context.say(f"{count} {en}{'s' if count != 1 else ''}", f"{count}{ja}"))
    return context.say(" ", "").join(parts) or context.say("0 seconds", "0秒")


def time_of_day(context: Context, at: datetime) -> str:
    """A time of day, such as "7:05 AM" or 「午前7時5分」."""
    hour = at.hour % _NOON
    minutes = f"{at.minute}分" if at.minute else ""
    return context.say(
        f"{hour or _NOON}:{at.minute:02} {'AM' if at.hour < _NOON else 'PM'}",
        f"{'午前' if at.hour < _NOON else '午後'}{hour}時{minutes}",
    )


def day(context: Context, which: date) -> str:
    """A date in full, such as "Thursday, 24 December 2026" or 「2026年12月24日木曜日」."""
    return context.say(
        f"{which:%A}, {which.day} {which:%B} {which.year}",
        f"{which.year}年{which.month}月{which.day}日{weekday_ja(which)}曜日",
    )


def near_day(context: Context, which: date) -> str:
    """A date as one says it now: "today", "tomorrow", "on Thursday", "on 24 December"."""
    ahead = (which - context.now.date()).days
    if ahead in (0, 1, -1):
        names = {0: ("today", "今日"), 1: ("tomorrow", "明日"), -1: ("yesterday", "昨日")}
        return context.say(*names[ahead])
    if 0 < ahead < _NEAR_DAYS:
        return context.say(f"on {which:%A}", f"{which.month}月{which.day}日（{weekday_ja(which)}）")
    year = "" if which.year == context.now.year else f" {which.year}"
    year_ja = f"{which.year}年" if year else ""
    return context.say(
        f"on {which.day} {which:%B}{year}", f"{year_ja}{which.month}月{which.day}日（{weekday_ja(which)}）"
    )


def moment(context: Context, at: datetime) -> str:
    """Day and time as one says them now: "tomorrow at 7:00 AM", 「明日午前7時」."""
    at = on_the_wall(at, context.now)
    return context.say(
        f"{near_day(context, at.date())} at {time_of_day(context, at)}",
        f"{near_day(context, at.date())}{time_of_day(context, at)}",
    )


def weekday_ja(which: date) -> str:
    """One of 月火水木金土日."""
    return _DAYS_JA[which.weekday()]


def row(context: Context, things: Sequence[str]) -> str:
    """Things one after the other: "a, b and c", 「a、b、c」."""
    if context.language == "ja":
        return "、".join(things)
    return " and ".join(filter(None, (", ".join(things[:-1]), *things[-1:])))


def either(context: Context, things: Sequence[str]) -> str:
    """The same where one of them is meant: "a, b or c"."""
    if context.language == "ja":
        return "、".join(things)
    return " or ".join(filter(None, (", ".join(things[:-1]), *things[-1:])))


def local_time(text: str, context: Context) -> datetime | None:
    """ISO time as a naive one on the person's clock; None when it is no time."""
    try:
        at = datetime.fromisoformat(text)
    except ValueError:
        return None
    if at.tzinfo is not None:
        at = on_the_wall(at, context.now).replace(tzinfo=None)
    return at


def iso_day(text: str, context: Context) -> date | None:
    """ISO date, or one of today, tomorrow, yesterday; None when it is no date."""
    near = {"today": 0, "tomorrow": 1, "yesterday": -1}
    if text in near:
        return context.now.date() + timedelta(days=near[text])
    try:
        return datetime.fromisoformat(text).date()
    except ValueError:
        return None
