"""Whether a day is a public holiday, and which comes next, where the person is."""

from datetime import date, timedelta
from typing import Literal

from dateutil.relativedelta import relativedelta

from kippu.places import called
from kippu.skills import spoken
from kippu.skills.clock import public
from kippu.skills.clock.holidays import Holiday, name, on
from kippu.skills.clock.holidays import coming as next_one
from kippu.skills.clock.public import Country
from kippu.tool import Context, Said

Period = Literal[
    "this week", "next week", "this month", "next month", "this year", "next year",
    "golden week", "golden week next year",
]  # fmt: skip
_GOLDEN_WEEKS = frozenset({"golden week", "golden week next year"})
_JAPANESE: dict[Period, str] = {
    "golden week": "ゴールデンウィーク", "golden week next year": "来年のゴールデンウィーク",
    "this week": "今週", "next week": "来週", "this month": "今月", "next month": "来月", "this year": "今年",
    "next year": "来年",
}  # fmt: skip
_GOLDEN = ((4, 29), (5, 6))
"""First and last day of Japan's week of holidays; the last where one of them falls on a Sunday."""


async def free(
    context: Context,
    day: str = "today",
    holiday: Holiday | None = None,
    period: Period | None = None,
    *,
    coming: bool = False,
    place: str | None = None,
    what: bool = False,
) -> Said:
    """Tell whether a day (ISO) or a day of every year is a public holiday, which is ``coming``, or which a
    ``period`` has, where the person is or in the country of another ``place``. With ``what`` it is told what
    a day is, and no yes or no."""
    which = next_one(holiday, context.now.date()) if holiday else spoken.iso_day(day, context)
    if which is None:
        return Said(
            context.say(f"I don't know the day “{day}”.", f"「{day}」という日が分かりません。"), ok=False
        )
    place = "Japan" if period in _GOLDEN_WEEKS else place
    here = public.of(place, context.language) if place else public.country(context.now, context.language)
    if here is None and place:
        return Said(
            context.say(f"I don't know the holidays of {called(place)}.", f"{place}の祝日は分かりません。"),
            ok=False,
        )
    if here is None:
        return _nowhere(context, None if coming or period else which)
    if period:
        return _within(context, here, period)
    if coming:
        return _next(context, here)
    full, celebrated = spoken.day(context, which), public.on(here, which, context.language)
    data = {"date": which.isoformat(), "holiday": celebrated}
    if celebrated:
        yes = context.say(
            f"{full} is {celebrated}, a public holiday in {here.name}.",
            f"{full}は{celebrated}で、{here.name}の祝日です。",
        )
        return Said(yes if what else context.say("Yes. ", "はい、") + yes, data=data)
    regions = context.say(" Its regions have more of their own.", "地域ごとの祝日は別にあります。")
    no = context.say(
        f"{full} is no public holiday in {here.name}{_also(context, which)}.",
        f"{full}は{here.name}の祝日ではありません{_also(context, which)}。",
    ) + (regions if here.regions else "")
    return Said(no if what else context.say("No. ", "いいえ、") + no, data=data)


def _next(context: Context, here: Country) -> Said:
    found = public.after(here, context.now.date(), context.language)
    if found is None:
        return Said(context.say("I know of none.", "分かりません。"), ok=False)
    day, holiday = found
    full, days = spoken.day(context, day), (day - context.now.date()).days
    off = context.say(
        "tomorrow" if days == 1 else f"in {days:,} days", "明日" if days == 1 else f"あと{days:,}日"
    )
    text = context.say(
        f"The next public holiday in {here.name} is {holiday}, {off}, on {full}.",
        f"{here.name}の次の祝日は{holiday}、{full}（{off}）です。",
    )
    return Said(text, data={"date": day.isoformat(), "holiday": holiday})


def _within(context: Context, here: Country, period: Period) -> Said:
    first, last = _bounds(period, context.now.date())
    ahead = range((last - first).days + 1)
    found = [
        (day, name)
        for day in (first + timedelta(days=number) for number in ahead)
        if (name := public.on(here, day, context.language))
    ]
    when = context.say("in Golden Week" if period in _GOLDEN_WEEKS else period, _JAPANESE[period])
    data = {"dates": [day.isoformat() for day, _ in found]}
    if not found:
        none = context.say(
            f"There is no public holiday in {here.name} {when}.", f"{when}、{here.name}に祝日はありません。"
        )
        return Said(none, data=data)
    days = "\n".join(f"- {spoken.day(context, day)}: {name}" for day, name in found)
    head = context.say(f"Public holidays in {here.name} {when}:", f"{when}の{here.name}の祝日：")
    return Said(f"{head}\n{days}", data=data)


def _bounds(period: Period, today: date) -> tuple[date, date]:
    """The first and the last day of a period; weeks begin on Monday."""
    if period in _GOLDEN_WEEKS:
        year = today.year + (period != "golden week" or today > date(today.year, *_GOLDEN[1]))
        return date(year, *_GOLDEN[0]), date(year, *_GOLDEN[1])
    ahead, _, unit = period.partition(" ")
    one = int(ahead == "next")
    if unit == "week":
        first = today - timedelta(days=today.weekday()) + timedelta(weeks=one)
        return first, first + timedelta(days=6)
    if unit == "month":
        first = today.replace(day=1) + relativedelta(months=one)
        return first, first + relativedelta(months=1, days=-1)
    return date(today.year + one, 1, 1), date(today.year + one, 12, 31)


def _also(context: Context, day: date) -> str:
    """What the day is called that is no public holiday, such as Halloween."""
    names = spoken.row(context, [name(context, holiday) for holiday in on(day)])
    return context.say(f"; it is {names}", f"（{names}）") if names else ""


def _nowhere(context: Context, day: date | None) -> Said:
    """Holidays are a country's, and the device's clock is set to none."""
    text = context.say(
        "Holidays are a country's, and the time zone of this device names none.",
        "祝日は国ごとに違い、この端末の時間帯からは国が分かりません。",
    )
    if day is None:
        return Said(text, ok=False)
    full, names = spoken.day(context, day), _also(context, day)
    text += context.say(f" That's {full}{names}.", f"{full}{names}です。")
    return Said(text, ok=False, data={"date": day.isoformat()})
