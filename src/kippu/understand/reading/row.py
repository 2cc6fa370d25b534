"""What the commands of one sentence take from those before: the half of the day, what a reminder is of, and
the day that it is on.

Knows calls, and the time phrases of their words.
"""

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta

from kippu.names import Names
from kippu.turn import Call, Language
from kippu.understand.later.waking import after_waking
from kippu.understand.when import When
from kippu.understand.when.finding import FIND

_PUT_DOWN = {
    "lists.add": "item", "notes.add": "text", "calendar.add": "text", "calendar.move": "text",
    "reminders.add": "text", "timers.start": "command",
}  # fmt: skip
"""By tool: the argument with what was put down."""
_EVENTS = frozenset({"calendar.add", "calendar.move"})
_HALF_DAY = timedelta(hours=12)
_UP = time(6)
"""From when on somebody is reminded of what comes later that day."""
_LATE = time(18)
"""From when on an hour may as well be one of the morning."""


def in_a_row(
    said: Sequence[tuple[str, Sequence[Call]]], language: Language, now: datetime, names: Names
) -> list[tuple[str, Sequence[Call]]]:
    """Commands as they were said, each with its calls, as they are meant behind one another."""
    found: list[tuple[str, Sequence[Call]]] = []
    for text, calls in after_waking(said, language, now, names):
        found.append((text, [_of(found, text, call, language, now) for call in calls]))
    return found


def _of(
    before: Sequence[tuple[str, Sequence[Call]]], text: str, call: Call, language: Language, now: datetime
) -> Call:
    """A reminder of nothing is one of what was put down just before: "add milk to the list and remind me at
    5". Behind an alarm it may as well be for getting up. A bare hour is one of an event's day; a time that
    doesn't fit is left out, to be asked for."""
    if call.tool == "alarms.set" and before:
        return _waking(before[-1][1], text, call, language, now)
    if call.tool != "reminders.add" or call.arguments.get("text") or not before:
        return call
    last = before[-1][1]
    what = str(last[0].arguments.get(_PUT_DOWN.get(last[0].tool, ""), "")) if len(last) == 1 else ""
    if not what or any(one.tool == "alarms.set" for _, calls in before for one in calls):
        return call
    given = {**call.arguments, "text": what}
    hour = _bare_hour(text, language, now)
    if hour is None or "repeat" in given or "at" not in given:
        return Call(call.tool, given)
    day, start = _when_it_is(last[0], what, language, now)
    if day is None and (last[0].tool not in _EVENTS or (last[0].tool == "calendar.add" and start)):
        return Call(call.tool, given)  # what has no day, or is on as soon as its hour comes
    at = _on(day, text[hour.start : hour.end], hour.twelve, start, language, now) if day else None
    rest = {key: value for key, value in given.items() if key != "at"}
    return Call(call.tool, {**rest, "at": at.replace(tzinfo=None).isoformat()} if at else rest)


def _waking(before: Sequence[Call], text: str, call: Call, language: Language, now: datetime) -> Call:
    """An alarm at a bare hour, on the day of the event that was put down before it and begins later."""
    if len(before) != 1 or before[0].tool not in _EVENTS or "repeat" in call.arguments:
        return call
    day, start = _when_it_is(before[0], "", language, now)
    if day is None or _bare_hour(text, language, now) is None:
        return call
    hour = datetime.fromisoformat(call.arguments["at"]).time()
    at = datetime.combine(day, hour)
    if at <= now.replace(tzinfo=None) or (start and hour >= start):
        return call
    return Call(call.tool, {**call.arguments, "at": at.isoformat()})


def _bare_hour(text: str, language: Language, now: datetime) -> When | None:
    """The hour that a reminder is said for, where that is all: "remind me at 2"."""
    phrases = [one for one in FIND[language](text, now) if one.at]
    if len(phrases) != 1 or phrases[0].day or phrases[0].repeat or not phrases[0].clock:
        return None
    return phrases[0]


def _when_it_is(call: Call, what: str, language: Language, now: datetime) -> tuple[date | None, time | None]:
    """The day and the time of what was put down, as far as they were said."""
    if call.tool not in _EVENTS:
        phrases = [one for one in FIND[language](what, now) if one.at and one.day]
        if len(phrases) != 1 or phrases[0].at is None:
            return None, None
        return phrases[0].day, phrases[0].at.time() if phrases[0].clock else None
    day: date | None = None
    start: time | None = None
    for said in (str(call.arguments.get(name, "")) for name in ("at", "was")):
        on, _, hour = said.rpartition("T") if ":" in said else (said, "", "")
        day = day or (date.fromisoformat(on) if on else None)
        start = start or (time.fromisoformat(hour) if hour else None)
    if call.arguments.get("either_half") and start and start >= _LATE:
        return None, start  # which half it was in is known to the calendar alone
    return day, start


def _on(
    day: date, hour: str, twelve: bool, start: time | None, language: Language, now: datetime
) -> datetime | None:
    """An hour as it was said, on the day of what begins at ``start`` and before it, where there is one."""
    said = f"{day.month}月{day.day}日{hour}" if language == "ja" else f"on {day:%B} {day.day} {hour}"
    phrases = [one.at for one in FIND[language](said, now) if one.at]
    if len(phrases) != 1 or phrases[0].date() != day:
        return None
    at = phrases[0]
    if start is None:
        return at
    halves = (at, at + _HALF_DAY, at - _HALF_DAY) if twelve else (at,)
    fitting = [one for one in halves if one.date() == day and one.time() < start]
    return max((one for one in fitting if one.time() >= _UP or not twelve), default=None)
