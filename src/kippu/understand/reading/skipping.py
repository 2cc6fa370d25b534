"""A day, or a week, on which what comes again and again shall not: "skip tomorrow", "no reminder tomorrow",
「明日だけアラームなしで」, 「今週は休む」.

By itself such a day may be anything's, so the alarm or the reminder is named, or was set just before.
"""

import re
from datetime import date, timedelta

from kippu.regex import regex
from kippu.turn import Call, Language, Meaning
from kippu.understand.reading.said import Said

_NEAR = {
    "today": 0, "tonight": 0, "this evening": 0, "tomorrow": 1, "tomorrow morning": 1, "tomorrow evening": 1,
    "the day after tomorrow": 2, "今日": 0, "きょう": 0, "今夜": 0, "明日": 1, "あした": 1, "あす": 1,
    "明後日": 2, "あさって": 2,
}  # fmt: skip
_WEEKS = {"this week": 0, "next week": 1, "今週": 0, "来週": 1, "再来週": 2}
_WEEKDAYS = "月火水木金土日"
_DAY = "|".join(sorted((*_NEAR, *_WEEKS), key=len, reverse=True))
_NOUN = r"(?P<noun>alarms?|wake-?up(?: call| alarm)?|reminders?)"
_SAID: dict[Language, re.Pattern[str]] = {
    "en": regex(
        r"(?:(?:ok|okay|oh|but|and|please|actually|just|can you|could you)[, ]+)*"
        rf"(?:(?:skip|leave out|leave off|omit|drop|pause|not|no|without|(?:i )?(?:don't|do not) need"
        rf"|(?:don't|do not) (?:ring|do))"
        rf"(?: (?:it|that)| (?:the |my |an |any )?{_NOUN})?(?:,? (?:for|on|only|just))* (?P<day>{_DAY})"
        rf"|skip (?P<whose>{_DAY})'s {_NOUN.replace('noun', 'its')})(?: only| alone|,? please| though| once)*"
    ),
    "ja": regex(
        rf"(?:(?:やっぱり?|でも|じゃあ|あ)、?)*(?P<day>(?:(?:今週|来週)の?)?[{_WEEKDAYS}]曜日?|{_DAY}|次回?)(?:の朝|の夜)?"
        r"(?:の(?P<what>(?!朝|夜|アラーム|目覚|リマイン|お?知ら)[^、。はもをだ]{1,12}))?(?:だけ|のみ|は|も|の)*、?(?:[^、。はがも]{1,8}(?:から|ので|んで)、?)?"
        r"(?P<noun>アラーム|目覚まし|リマインダー|リマインド|お?知らせ)?(?:だけ|は|を|も)*"
        r"(?:なし|無し|い?らない|要らない|不要|(?:お)?休み(?:に(?:なった|なりました|なる|します))?|(?:お)?休(?:む|んだ|みます)|いい(?=や|です|$)|もういい"
        r"|(?:行|い)(?:かない|けない)|(?:やら|出)ない|中止(?:に(?:なった|なりました))?|(?<=は)ない|キャンセル|スキップ|鳴らさない|知らせない|飛ばし|抜い|抜き|パス)"
        r"(?:で|に|し|する|て|とい|おい|お願い|いい|ください|下さい|くれる|です|ね|よ|な|から|や)*"
    ),
}
_TOOLS = {"alarm": "alarms.cancel", "wake": "alarms.cancel", "アラ": "alarms.cancel", "目覚": "alarms.cancel"}
_AFTER = {
    "alarms.set": "alarms.cancel", "alarms.move": "alarms.cancel", "alarms.list": "alarms.cancel",
    "reminders.add": "reminders.remove", "reminders.move": "reminders.remove",
    "reminders.list": "reminders.remove", "calendar.add": "calendar.remove",
    "calendar.move": "calendar.remove", "calendar.show": "calendar.remove",
}  # fmt: skip


_MAY_COME_ONCE = frozenset({"alarms.set", "reminders.add", "calendar.add", "calendar.move", "calendar.show"})
_GROUPS = {"daily": range(7), "weekdays": range(5), "weekends": range(5, 7)}
_NAMES = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


def skipping(said: Said) -> Meaning | None:
    """What leaves out that day; None for any other sentence, and behind what comes once."""
    match = _SAID[said.language].fullmatch(said.text.casefold())
    if match is None:
        return None
    found = match.groupdict()
    noun, near = found["noun"] or found.get("its"), found["day"] or found["whose"]
    if noun and near in _NEAR:
        calls: tuple[Call, ...] = (_of_all(_named(noun), said.turn.at.date() + timedelta(days=_NEAR[near])),)
    else:
        calls = _of_that(said, near, found.get("what") or "")
    return Meaning("cues", 0.97, calls) if calls else None


def _of_all(tool: str, day: date) -> Call:
    return Call(tool, {"at" if tool == "alarms.cancel" else "day": day.isoformat()})


def _named(noun: str) -> str:
    return next((tool for word, tool in _TOOLS.items() if noun.startswith(word)), "reminders.remove")


def _of_that(said: Said, near: str, what: str) -> tuple[Call, ...]:
    """The day without what was just set or moved, and no other; of those that were told of without the one
    that comes then: where there are several, who keeps them asks which."""
    last = said.turn.earlier[-1] if said.turn.earlier and not said.turn.asked else None
    if last is None or last.tool not in _AFTER:
        return ()
    given, tool = last.arguments, _AFTER[last.tool]
    title = str(given.get("text") or given.get("words") or "")
    if what and (not title or (what not in title and title not in what)):
        return ()
    repeat = given.get("repeat") or _repeat_of(title, said)
    if last.tool in _MAY_COME_ONCE and not repeat:
        return ()
    days = _days(near, str(repeat or ""), said.turn.at.date(), str(given.get("at", "")))
    if not days:  # it doesn't come then: when it does is told
        shown = {"words": title} if title else {}
        return (Call(_SHOWS[tool], shown),) if near in _WEEKS and repeat else ()
    if tool == "calendar.remove":
        until = {"until": days[-1].isoformat()} if len(days) > 1 else {}
        return (Call(tool, {"text": title, "day": days[0].isoformat(), **until}),)
    return tuple(_without(last, tool, day) for day in days)


_SHOWS = {
    "calendar.remove": "calendar.show", "reminders.remove": "reminders.list", "alarms.cancel": "alarms.list",
}  # fmt: skip


def _without(last: Call, tool: str, day: date) -> Call:
    """What leaves that day out of what rings."""
    given = last.arguments
    if last.tool.endswith(".list"):
        return Call(tool, {"day": day.isoformat()})
    which = ("id",) if given.get("id") else ("text",) if tool == "reminders.remove" else ("at", "name")
    known = {key: given[key] for key in which if given.get(key)}
    if given.get("either_half"):  # moved to one of two times: the tool knows which, or asks
        known.pop("at", None)
    elif "T" not in str(known.get("at", "T")):  # moved to a time of day alone
        known["at"] = f"{day}T{known['at']}"
    return Call(tool, {**known, "day": day.isoformat()})


def _repeat_of(title: str, said: Said) -> str:
    """On which days it comes that was put down as such a series in the turns before."""
    put = (
        call for calls in said.turn.before for call in calls if title and call.arguments.get("text") == title
    )
    return next((str(call.arguments["repeat"]) for call in put if call.arguments.get("repeat")), "")


def _days(near: str, repeat: str, today: date, at: str) -> list[date]:
    """The days that are meant, none of them over; of a week those on which it comes."""
    if near in _NEAR:
        return [today + timedelta(days=_NEAR[near])]
    wanted = _GROUPS.get(repeat) or [_NAMES.index(one) for one in repeat.split(",") if one in _NAMES]
    first = max(today, date.fromisoformat(at[:10])) if "-" in at else today
    if near.startswith("次"):
        ahead = (first + timedelta(days=day) for day in range(7))
        return [day for day in ahead if day.weekday() in wanted][:1]
    monday = today - timedelta(days=today.weekday())
    if near in _WEEKS:
        week = [monday + timedelta(weeks=_WEEKS[near], days=day) for day in range(7)]
        return [day for day in week if day.weekday() in wanted and day >= first]
    weekday = _WEEKDAYS.index(near.removeprefix("今週").removeprefix("来週").removeprefix("の")[0])
    if near[0] in _WEEKDAYS:
        return [today + timedelta(days=(weekday - today.weekday()) % 7)]
    on = monday + timedelta(weeks=_WEEKS[near[:2]], days=weekday)
    return [on] if on >= today else []
