"""The same question of something else: "and easter?" after how long it is until Christmas, 「4人だと？」
after a sum for three, 「その次の日は？」.

Says the question in full for the templates to read; what they take for another question is none of these.
"""

import re
from collections.abc import Callable
from datetime import date, datetime, timedelta

from kippu.places import zone_of
from kippu.regex import regex
from kippu.turn import Call, Language

Read = Callable[[str], Call | None]
"""What the templates take a sentence for."""
_START = r"^(?:(?:and|so|then|ok|okay|now|what about|how about|what if it's|what if it was) )*"
_START_JA = r"^(?:じゃあ?|では|それじゃあ?|で|なら|、)*"
_OTHER: dict[Language, re.Pattern[str]] = {
    "en": regex(rf"{_START}(?P<what>[\w$€£][\w' ,./$€£°%-]{{0,40}}?)(?: then| instead)?$"),
    "ja": regex(
        rf"{_START_JA}(?P<what>[^、。]{{1,20}}?)(?:は|って|だと|なら|だったら|の(?:場合|とき)は?)(?:どう(?:なる)?)?$"
    ),
}
_BESIDE: dict[Language, re.Pattern[str]] = {
    "en": regex(
        rf"{_START}(?:(?:what|which) (?:day|date)(?: of the week)? (?:is|was|will be) )?"
        r"(?:(?P<next>the (?:next|following) day|the day after(?: that)?)"
        r"|(?P<before>the (?:previous day|day before(?: that)?))"
        r"|(?P<n>\d+|a) (?P<unit>day|week)s? (?:(?P<later>later|after(?: that)?)|(?:before that|earlier)))$"
    ),
    "ja": regex(
        rf"{_START_JA}(?:(?P<next>(?:その)?(?:次の日|翌日|あくる日)|その(?:明日|あした))|(?P<before>(?:その)?(?:前の日|前日))"
        r"|その(?P<n>\d+)(?P<unit>日|週間)(?:(?P<later>後)|前))(?:は|って|だと)?(?:(?:何月)?(?:何日|何曜日?)|いつ)?(?:です|か)*$"
    ),
}
_PEOPLE: dict[Language, re.Pattern[str]] = {
    "en": regex(
        rf"{_START}(?:(?:split |divided |shared )?(?:by|between|among|for|with) (?P<n>\d+)"
        r"(?: (?:people|of us|friends|ways))?|(?P<m>\d+) (?:people|of us|friends|ways))(?: then| instead)?$"
    ),
    "ja": regex(
        rf"{_START_JA}(?P<n>\d+)人(?P<m>)(?:は|だと|なら|だったら|の(?:場合|とき)は?|で(?:は|割ると|割ったら|分けると)?"
        r"|に(?:すると|したら))(?:いくら|どう(?:なる)?)?$"
    ),
}
_TIP: dict[Language, re.Pattern[str]] = {
    "en": regex(rf"{_START}(?:with|plus|add) (?:an? )?(?P<n>\d+) ?(?:%|percent) (?:tip|gratuity)$"),
    "ja": regex(
        rf"{_START_JA}チップ(?P<n>\d+)(?:%|パーセント)(?:込み|足す|付き|つき)?(?:だと|なら|と|で|は)?$"
    ),
}
_MOST_AHEAD = 10_000
"""Days or weeks beside a day; of more no calendar here tells."""
_AMOUNT = regex(r"[$€£]\d[\d,.]*|\d[\d,.]*(?:円|ドル|ユーロ| (?:dollars|euros|yen|pounds|bucks))")
_TIME_LAG: dict[Language, re.Pattern[str]] = {
    "en": regex(
        rf"{_START}(?:(?:what's|what is|tell me)? ?the (?:time difference|difference)"
        r"|how (?:far|many hours|much) (?:(?:ahead|behind)(?: or behind)? )?"
        r"(?:are (?:we|they)|is (?:it|that|here|there))(?: (?:ahead|behind)(?: or behind)?)?"
        r"(?: (?:of )?(?:us|them|here|there|me))?"
        r"|(?:are (?:we|they)|is (?:it|that)) ahead (?:of (?:us|them) )?or behind(?: (?:us|them))?)$"
    ),
    "ja": regex(
        rf"{_START_JA}(?:ここと|日本と|こっちと)?の?時差(?:は|って)?(?:何時間|どのくらい|どれくらい)?(?:ある|あるの|です|か)*$"
    ),
}


_SAME_MONTH = regex(r"(?:the )?(?P<day>\d{1,2})(?:日|st|nd|rd|th)")
_YEARS = {
    "next year": 1,
    "this year": 0,
    "last year": -1,
    "来年": 1,
    "翌年": 1,
    "今年": 0,
    "去年": -1,
    "前の年": -1,
}
_SAID_YEARS = {1: "next year", 0: "this year", -1: "last year"}


_BEFORE_THAT: dict[Language, re.Pattern[str]] = {
    "en": regex(
        rf"{_START}(?:(?:what|what did i (?:ask|say)(?: you)?) )?(?:(?:just|right) )?before"
        r"(?: that| this)?$"
    ),
    "ja": regex(
        rf"{_START_JA}(?:もっと|さらに)?(?:その|それの?|もう(?:一つ|1つ|ひとつ))?前(?:に)?(?:は|のは)?"
        r"(?:何|なに|なんて)?(?:言った|聞いた|聞いて)?(?:です|か|っけ|の)*$"
    ),
}


def asked_again(text: str, language: Language, last: Call, now: datetime, read: Read) -> Call | None:
    """The call for what ``last`` told, of what the sentence names instead; None for any other sentence."""
    folded, tool = text.casefold(), last.tool
    if tool == "history.asked" and last.arguments.get("last") == 1 and _BEFORE_THAT[language].match(folded):
        # With each question one more lies between: the one that asked for the last.
        return Call(tool, {**last.arguments, "skip": last.arguments.get("skip", 0) + 2})
    if tool == "clock.date" and (beside := _BESIDE[language].match(folded)):
        return _beside(beside, last, now.date())
    told = tool in ("clock.time", "clock.difference") and last.arguments.get("place")
    if told and _TIME_LAG[language].match(folded):
        return Call("clock.difference", {"place": last.arguments["place"]})
    if tool == "math.share":
        return _shared(folded, language, last)
    match = _OTHER[language].match(text)
    return _said_in_full(match["what"], language, last, now, read) if match else None


def _said_in_full(what: str, language: Language, last: Call, now: datetime, read: Read) -> Call | None:
    if last.tool == "clock.time" and not last.arguments.keys() & {"hours", "minutes", "at"}:
        return Call("clock.time", {"place": what}) if zone_of(what) else None
    if last.tool == "clock.date" and (
        moved := _in_its_month(what, last) or _in_another_year(what, last, now)
    ):
        return moved
    unit = last.arguments.get("to_unit")
    own: dict[str, tuple[str, str]] = {
        "clock.date": ("what day is {what}", "{what}は何日"),
        "clock.free": ("is {what} a holiday", "{what}は祝日"),
        "clock.time": ("what time is it {what}", "{what}は何時"),
        "clock.year": ("what year is {what}", "{what}は西暦何年"),
        "math.convert": (f"convert {{what}} to {unit}", f"{{what}}を{unit}に変換して"),
    }
    if last.tool not in own:
        return None
    call = read(own[last.tool][language == "ja"].format(what=what))
    if call is None or call.tool != last.tool or "place" in call.arguments:
        return None
    return call if call.arguments else None


def _day_of(last: Call) -> date | None:
    """The day that was told of, where the call names it."""
    try:
        return date.fromisoformat(str(last.arguments.get("day")))
    except ValueError:
        return None


def _in_its_month(what: str, last: Call) -> Call | None:
    """Another day of the month that was spoken of: 「26日は？」 after 「12月25日は？」."""
    match, day = _SAME_MONTH.fullmatch(what.casefold()), _day_of(last)
    if match is None or day is None:
        return None
    try:
        return Call(last.tool, {"day": day.replace(day=int(match["day"])).isoformat()})
    except ValueError:
        return None


def _in_another_year(what: str, last: Call, now: datetime) -> Call | None:
    ahead, day = _YEARS.get(what.casefold()), _day_of(last)
    if ahead is None:
        return None
    if holiday := last.arguments.get("holiday"):
        return Call(last.tool, {"holiday": holiday, "year": _SAID_YEARS[ahead]})
    try:
        return Call(last.tool, {"day": day.replace(year=now.year + ahead).isoformat()}) if day else None
    except ValueError:
        return None


def _beside(match: re.Match[str], last: Call, today: date) -> Call | None:
    """The day beside the one that was told."""
    days = 1 if match["next"] or match["before"] else 7 ** (match["unit"] in ("week", "週間"))
    count = int(match["n"]) if match["n"] and match["n"] != "a" else 1
    if count > _MOST_AHEAD:
        return None
    ahead = timedelta(days=days * count)
    later = bool(match["next"] or match["later"])
    given = {key: value for key, value in last.arguments.items() if key != "weekday"}
    if "holiday" in given and not given.keys() & {"days", "ago"}:
        return Call(last.tool, {**given, "days": ahead.days, **({} if later else {"ago": True})})
    if given.keys() - {"day", "ago"}:
        return None
    try:
        day = date.fromisoformat(str(given.get("day", today)))
        return Call(last.tool, {"day": (day + ahead if later else day - ahead).isoformat()})
    except (ValueError, OverflowError):
        return None


def _shared(folded: str, language: Language, last: Call) -> Call | None:
    """The same sum for others, or another for the same."""
    if match := _PEOPLE[language].match(folded):
        people = int(match["n"] or match["m"])
        return Call(last.tool, {**last.arguments, "people": people}) if people else None
    if match := _TIP[language].match(folded):
        return Call(last.tool, {**last.arguments, "tip": int(match["n"])})
    other = _OTHER[language].match(folded)
    if other and _AMOUNT.fullmatch(other["what"]):
        return Call(last.tool, {**last.arguments, "amount": other["what"]})
    return None
