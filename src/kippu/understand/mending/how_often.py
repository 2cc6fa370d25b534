"""How often what was just set is to come again: "only on weekdays", "also at weekends", 「毎日ね」.

What rings, or is planned, is taken back and set anew on those days. Works on the calls of the turn before;
knows no skill beside the names of its tools.
"""

import re
from collections.abc import Sequence
from datetime import date, datetime, timedelta

from kippu.regex import regex
from kippu.turn import Call, Language, Turn
from kippu.understand.follow import cancel
from kippu.understand.text.leads import PUTTING_RIGHT
from kippu.understand.when.finding import FIND
from kippu.understand.when.japanese import first_of

_NAMES = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_DAYS_EN = (
    r"(?:(?:on )?(?:mon|tues|wednes|thurs|fri|satur|sun)days?"
    r"(?:(?:,| and|,? and) (?:on )?(?:mon|tues|wednes|thurs|fri|satur|sun)days?)*)"
)
_OFTEN_EN = (
    r"(?:(?:on |at |for )?(?:the )?(?P<set>weekdays?|week days|work(?:ing)? ?days?|weekends?)"
    r"|every ?(?P<every>day|morning|evening|night|weekday|weekend)|(?P<daily>daily)"
    rf"|(?P<each>every )?(?P<days>{_DAYS_EN}))"
)
_EN = regex(
    rf"^{PUTTING_RIGHT}(?:i meant?[, ]+)?"
    r"(?:(?:make|have|set|do|repeat|change|move|keep) (?:it|that|them|this)(?: to| ring| repeat| go off)? )?"
    r"(?:(?P<only>(?:just|only) (?:for )?)|(?P<too>also )|(?P<not>(?:but )?(?:not|never|skip|except|without)"
    r" (?:for )?))?"
    rf"{_OFTEN_EN}"
    r"(?: (?P<only_behind>only|alone)| (?P<too_behind>too|as well|also)| (?P<not_behind>off))?"
    r"(?:[, ]+(?:please|then|instead|though|from now on|at the same time))*$"
)
_DAYS_JA = (
    r"(?:[月火水木金土日]曜日?(?:[と、・]?[月火水木金土日](?:曜日?)?)*"
    r"|[月火水木金土日](?:[と、・]?[月火水木金土日])+(?:曜日?)?)"
)
"""One letter alone is a word of its own: 「水ください」."""
_JA = regex(
    r"^(?:(?:あ|いや|やっぱり?|じゃあ|でも|ごめん|すみません|それ[はを]?|その(?:アラーム|リマインダー)[はを]?"
    r"|アラーム[はを]?|これから(?:は)?|(?:毎日|毎朝|平日|週末)(?:じゃ|では)なくて?)[、 ]*)*"
    rf"(?P<each>毎週)?の?(?P<often>毎日|毎朝|毎晩|毎夜|平日|週末|土日|休日|休みの日|{_DAYS_JA})"
    r"(?:(?P<only>(?:に|の)?(?:だけ|のみ|限定))|(?P<too>に?も)|(?P<not>以外|(?:は|を)(?:なし|無し|いらない|要らない"
    r"|やめ|休み|除い|外し|鳴らさない|起こさない|しない))|は)?(?:に|で|の|は)*"
    r"(?P<order>(?:くり返|繰り返)し(?:て)?|お願い(?:します)?|(?:し|変え|変更し|鳴らし|かけ|起こし|セットし|やっ|知らせ|教え)て)?"
    r"(?P<end>(?:て|で|に|ください|下さい|くれる|ほしい|です|だよ|だね|だ|ね|よ|な)*)$"
)
_BARE_DAY = regex(r"(?:the )?(?:(?:mon|tues|wednes|thurs|fri|satur|sun)days?|weekdays?|weekends?)")
_EVERY_DAY = frozenset(range(7))
_SETS = {
    "毎日": _EVERY_DAY, "毎朝": _EVERY_DAY, "毎晩": _EVERY_DAY, "毎夜": _EVERY_DAY,
    "平日": frozenset(range(5)), "週末": frozenset((5, 6)), "土日": frozenset((5, 6)),
    "休日": frozenset((5, 6)), "休みの日": frozenset((5, 6)),
}  # fmt: skip
_REPEATS = {_EVERY_DAY: "daily", frozenset(range(5)): "weekdays", frozenset((5, 6)): "weekends"}
_TOLD = {"alarms": "alarms.list", "reminders": "reminders.list", "calendar": "calendar.show"}
_UNITS = ("hours", "minutes", "seconds")


def on_other_days(text: str, turn: Turn) -> tuple[Call, ...]:
    """What sets it anew on those days, or tells of it where it is so already; none for any other sentence.

    ``text`` as ``text.sentence`` gives it.
    """
    set_ = _together(turn)
    text = _weekly(text, turn)
    found = _said(text.casefold(), turn.language, once=not all(_repeat(call) for _, call in set_))
    if found is None or not set_:
        return ()
    days, way = found
    calls: list[Call] = []
    for before, call in set_:
        back, anew = cancel(before), _anew(call, days, way, turn.at)
        if back is None or anew is None:
            return ()
        if back.tool == "calendar.remove" and before.arguments.get("at"):  # of two called so, this one
            back = Call(back.tool, {**back.arguments, "at": before.arguments["at"]})
        calls += [_told(back)] if anew == call else [back, anew]
    return tuple(calls)


_SINCE = regex(r",? (?:after (?:that|this|then)|from (?:now|then) on|onwards?)$", re.IGNORECASE)
_WEEKLY = regex(r"\b(?:weekly|every week)\b", re.IGNORECASE)
_WEEKLY_JA = regex(r"毎週(?=に|ね|で|も|お願い|$)")
_DAY_NAMES = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")


def _weekly(text: str, turn: Turn) -> str:
    """ "Every week" is every one of the days on which the last one is."""
    at = str(turn.earlier[-1].arguments.get("at", "")) if turn.earlier else ""
    text = _SINCE.sub("", text)
    if "T" not in at:
        return text
    day = datetime.fromisoformat(at).weekday()
    if turn.language == "ja":
        return _WEEKLY_JA.sub(f"毎週{'月火水木金土日'[day]}曜", text)
    return _WEEKLY.sub(f"every {_DAY_NAMES[day]}", text)


def _together(turn: Turn) -> list[tuple[Call, Call]]:
    """What was set last, each as it was and as what can come again, with the others of its kind or its
    moment; none where the last was nothing such."""
    kept = [(before, call) for before in turn.earlier if (call := _kept(before, turn))]
    if not kept or kept[-1][0] != turn.earlier[-1]:
        return []
    last = kept[-1][1]
    return [
        (before, call)
        for before, call in kept
        if call.tool == last.tool or call.arguments["at"] == last.arguments["at"]
    ]


def _said(folded: str, language: Language, *, once: bool) -> tuple[frozenset[int], str] | None:
    """The days, and whether they are meant alone, are added to those before or taken from them.

    ``once``: what they are for comes once so far; then a day by itself may be where it is moved to.
    """
    match = (_JA if language == "ja" else _EN).match(folded)
    if match is None:
        return None
    said = match.groupdict()
    ways = (("only", "only"), ("too", "too"), ("not", "not"))
    way = next((way for name, way in ways if said.get(name) or said.get(f"{name}_behind")), "")
    if language == "ja":
        named = _SETS.get(said["often"])
        days = named or frozenset("月火水木金土日".index(day) for day in _each_day(said["often"]))
        surely = named is not None or said["each"]
        if folded.endswith(("だね", "だよね", "よね", "かな")) and not said["order"]:
            return None  # a remark, or a question
        if not way and not (said["order"] or said["end"] or said["often"] in {"毎日", "毎朝", "毎晩"}):
            return None  # 「平日」 alone says nothing, and 「平日は」 asks
    else:
        days = _days_en(said)
        surely = not said["days"] or said["each"] or said["days"].endswith("s")
        if not way and not once and _BARE_DAY.fullmatch(folded):
            return None  # "monday" behind what comes again says nothing
    if once and (way in {"too", "not"} or not surely):
        return None
    return days, way


def _each_day(said: str) -> str:
    """The days of the week by one letter each: 「月曜日」 has two of them."""
    return "".join(dict.fromkeys(re.findall("[月火水木金土日]", re.sub("曜日?", "", said))))


def _days_en(said: dict[str, str | None]) -> frozenset[int]:
    if said["days"]:
        return frozenset(
            place for place, name in enumerate(_NAMES) if re.search(rf"\b{name}", said["days"] or "")
        )
    word = said["set"] or said["every"] or "day"
    if word.startswith("weekend"):
        return _SETS["週末"]
    return _SETS["平日"] if word.startswith(("week", "work")) else _EVERY_DAY


def _repeat(call: Call) -> str:
    return str(call.arguments.get("repeat") or "")


def _kept(call: Call, turn: Turn) -> Call | None:
    """The call as one that can come again, with its moment; None for what can't."""
    given = call.arguments
    if call.tool in {"alarms.set", "reminders.add", "calendar.add", "timers.repeat"}:
        return call if given.get("at") and "until" not in given else None
    if call.tool != "timers.start" or not given.get("command") or turn.deed is None:
        return None
    hours = [one.at for one in FIND[turn.language](turn.deed.said, turn.at) if one.at and one.clock]
    if len(hours) != 1:
        return None  # "in ten minutes" is no time of the day
    left = timedelta(**{unit: float(given[unit]) for unit in _UNITS if given.get(unit)})
    at = min(hours[0], hours[0] + timedelta(days=1), key=lambda one: abs(one - turn.at - left))
    return Call("timers.repeat", {"at": _iso(at), "command": given["command"]})


def _anew(call: Call, days: frozenset[int], way: str, now: datetime) -> Call | None:
    """The same on those days; None where none are left, or it isn't known when it is."""
    repeat = _repeat(call)
    before = frozenset(_days(repeat)) if repeat else frozenset()
    wanted = before | days if way == "too" else before - days if way == "not" else days
    at = _first(str(call.arguments["at"]), wanted, now)
    if call.tool == "calendar.add" and not repeat and _is_one_of(str(call.arguments["at"]), wanted):
        at = str(call.arguments["at"])  # the first is the one that was put down
    if not wanted or at is None:
        return None
    anew = _REPEATS.get(wanted) or ",".join(_NAMES[day] for day in sorted(wanted))
    kept = {key: value for key, value in call.arguments.items() if key != "id"}  # which is of the old one
    return call if anew == repeat else Call(call.tool, {**kept, "at": at, "repeat": anew})


def _is_one_of(at: str, days: frozenset[int]) -> bool:
    """Whether the moment is on one of the days."""
    return "T" in at and datetime.fromisoformat(at).weekday() in days


def _days(repeat: str) -> Sequence[int]:
    named = next((days for days, name in _REPEATS.items() if name == repeat), None)
    return sorted(named) if named else [place for place, name in enumerate(_NAMES) if name in repeat]


def _first(at: str, days: frozenset[int], now: datetime) -> str | None:
    """The first of those days from now on, at the same time of the day."""
    if not days:
        return None
    names = ",".join(_NAMES[day] for day in days)
    if "T" not in at:
        if ":" in at:
            return at if days == _EVERY_DAY else None  # the calendar alone knows the day of a bare hour
        day = date.fromisoformat(at)
        while day.weekday() not in days:
            day += timedelta(days=1)
        return day.isoformat()
    moment = datetime.fromisoformat(at).replace(tzinfo=now.tzinfo)
    return _iso(first_of(names, datetime.combine(now.date(), moment.time(), now.tzinfo), now))


def _iso(at: datetime) -> str:
    return at.replace(tzinfo=None, microsecond=0).isoformat()


def _told(back: Call) -> Call:
    """What tells of it, where nothing is changed."""
    skill = back.tool.partition(".")[0]
    if skill == "timers":
        return Call("timers.status", back.arguments)
    given = {"words": back.arguments["text"]} if skill == "calendar" else {}
    return Call(_TOLD[skill], given)
