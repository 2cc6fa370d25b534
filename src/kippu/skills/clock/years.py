"""Years: by the eras of Japan, which are leap years, and how old one is who was born in one."""

from calendar import isleap
from datetime import date
from typing import Literal

from kippu.skills import spoken
from kippu.tool import Context, Said

Era = Literal["meiji", "taisho", "showa", "heisei", "reiwa"]
Year = Literal["last year", "this year", "next year"]

_BEGINS: dict[Era, tuple[date, str]] = {
    "reiwa": (date(2019, 5, 1), "令和"),
    "heisei": (date(1989, 1, 8), "平成"),
    "showa": (date(1926, 12, 25), "昭和"),
    "taisho": (date(1912, 7, 30), "大正"),
    "meiji": (date(1868, 1, 25), "明治"),
}
"""The first day of each era, the last era first, and its Japanese name."""
_AHEAD: dict[Year, int] = {"last year": -1, "this year": 0, "next year": 1}
_LAST = 9999
_OLDEST = 130


def numbered(year: int | Year | None, today: date) -> int:
    """The number of a year; of this one where none is said."""
    return year if isinstance(year, int) else today.year + _AHEAD[year or "this year"]


async def year(
    context: Context,
    year: int | Year | None = None,
    era: Era | None = None,
    to: Era | None = None,
    *,
    born: bool = False,
    leap: bool = False,
) -> Said:
    """Tell which year one of a Japanese ``era`` is, or by which era one is counted; with ``born``, how old
    one is who was born in it; with ``leap``, whether it is a leap year, or which is the next."""
    today = context.now.date()
    if leap and year is None:
        return _next_leap(context, today)
    which = numbered(year, today)
    if era:
        which = _BEGINS[era][0].year + which - 1
    if not (1 <= which <= _LAST) or (era and year == 0):
        return Said(context.say("I don't know that year.", "その年が分かりません。"), ok=False)
    data = {"year": which}
    if leap:
        return Said(_is_leap(context, which), data=data)
    said = _of_era(context, era, which) if era else context.say(f"{which}", f"{which}年")
    if born:
        return _age(context, which, said, today)
    if era:
        return Said(
            context.say(f"{said} is {which}.", f"{said}は西暦{which}年です。") + _over(context, era, which),
            data=data,
        )
    return _in_eras(context, which, to)


def _of_era(context: Context, era: Era, which: int) -> str:
    """ "Reiwa 8", 「令和8年」; the first year has a name of its own in Japanese."""
    number = which - _BEGINS[era][0].year + 1
    return context.say(f"{era.capitalize()} {number}", f"{_BEGINS[era][1]}{number if number > 1 else '元'}年")


def _eras(which: int) -> list[Era]:
    """Those that a year lies in, the first of them first; none before there were any."""
    first, last = date(which, 1, 1), date(which, 12, 31)
    found: list[Era] = []
    behind = date.max
    for era, (begins, _) in _BEGINS.items():
        if begins <= last and behind > first:
            found.insert(0, era)
        behind = begins
    return found


def _over(context: Context, era: Era, which: int) -> str:
    """What a year is called that the era did not reach any more."""
    eras = _eras(which)
    if era in eras or not eras:
        return ""
    name, now = context.say(era.capitalize(), _BEGINS[era][1]), _of_era(context, eras[-1], which)
    return context.say(
        f" The {name} era was over by then: it is {now}.",
        f"{name}はそれまでに終わっていて、{now}にあたります。",
    )


def _in_eras(context: Context, which: int, to: Era | None) -> Said:
    eras = _eras(which)
    if not eras:
        return Said(
            context.say(f"I only know the eras from {_FIRST} on.", f"{_FIRST}年より前の元号は分かりません。"),
            ok=False,
        )
    names = [_of_era(context, era, which) for era in eras]
    text = context.say(f"{which} is {names[0]}", f"{which}年は{names[0]}")
    for era, name in zip(eras[1:], names[1:], strict=True):
        begins = _BEGINS[era][0]
        text += context.say(
            f", and from {begins.day} {begins:%B} on {name}",
            f"で、{begins.month}月{begins.day}日からは{name}",
        )
    text += context.say(".", "です。")
    if to and to not in eras:
        name = context.say(to.capitalize(), _BEGINS[to][1])
        text = context.say(f"That is no year of {name}. {text}", f"{name}の年ではありません。{text}")
    return Said(text, data={"year": which, "eras": eras})


_FIRST = min(begins.year for begins, _ in _BEGINS.values())


def _age(context: Context, which: int, said: str, today: date) -> Said:
    age = today.year - which
    if not 0 <= age <= _OLDEST:
        return Said(
            context.say(
                f"Nobody who lives now was born in {which}.", f"{which}年生まれの人は、今はいません。"
            ),
            ok=False,
        )
    western = f"（{which}年）" if said != f"{which}年" else ""
    return Said(
        context.say(
            f"Somebody born in {said} turns {age} this year.",
            f"{said}{western}生まれの人は、今年の誕生日で{age}歳です。",
        ),
        data={"year": which, "age": age},
    )


def _is_leap(context: Context, which: int) -> str:
    if isleap(which):
        return context.say(f"Yes, {which} is a leap year.", f"はい、{which}年はうるう年です。")
    return context.say(f"No, {which} is no leap year.", f"いいえ、{which}年はうるう年ではありません。")


def _next_leap(context: Context, today: date) -> Said:
    day = next(
        date(which, 2, 29)
        for which in range(today.year, today.year + 9)
        if isleap(which) and date(which, 2, 29) >= today
    )
    full = spoken.day(context, day)
    return Said(
        context.say(
            f"The next leap year is {day.year}: its leap day is {full}.",
            f"次のうるう年は{day.year}年です（うるう日は{full}）。",
        ),
        data={"year": day.year, "date": day.isoformat()},
    )
