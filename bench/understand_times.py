"""Whether the times that a sentence's marks name stand in the calls. Knows no engine.

What the marks say must be there: the day; the clock time, with its half of the day where any mark tells it
("six am", "six" beside "evening"); without a day, its next coming; the part of the day, the repeat, and both
ends of a week or a month where the tool has a place for them. What they don't say is not asked for: a clock
time without its half is right in either, and nothing is asked about the date where a mark can't be read as a
time ("every other", "after dinner") or says a repeat. Lengths alone ("two hours") are not judged, for the
marks don't tell an end from a delay. A mark that is no time to Kippu's own reader of times holds.
"""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from kippu.turn import Call
from kippu.understand.text import sentence
from kippu.understand.when import When
from kippu.understand.when.english import find

Takes = Mapping[str, Collection[str]]
"""The names of what each tool takes."""
_PART = re.compile(r"\b(morning|noon|afternoon|evening|night)\b|\b(tonight)\b", re.I)
_HALF = re.compile(r"\b[ap]\.? ?m\b|noon|midday|midnight", re.I)
_NUMBER = re.compile(r"\d{1,2}(?::\d\d| \d\d)?")
_NOW = re.compile(r"(?:right |just )?now|current(?:ly)?|at (?:the|this) moment|present", re.I)
_HOURS = {
    "morning": range(12), "noon": range(11, 14), "afternoon": range(12, 19), "evening": range(16, 24),
    "night": (*range(17, 24), *range(5)),
}  # fmt: skip
_MOST_OFF = timedelta(minutes=1)


@dataclass(frozen=True, slots=True)
class Times:
    """What the marks of a sentence say together."""

    days: tuple[tuple[date, date], ...]
    """First and last day of each that is named."""
    clocks: tuple[tuple[time, ...], ...]
    """Of each clock time: what it may mean."""
    moments: tuple[datetime, ...]
    """From now on: "in two hours"."""
    parts: tuple[str, ...]
    """Parts of the day without a clock time."""
    repeats: tuple[str, ...]
    dated: bool
    """False where no date can be told."""


def times(texts: Sequence[str], now: datetime) -> Times:
    """Of the marked texts."""
    read = [(text, _phrases(text, now)) for text in texts]
    parts = tuple(part for text in texts for match in _PART.finditer(text) for part in [_part(match)])
    clocks = tuple(
        tuple(time(hour, phrase.at.minute) for hour in _hours(phrase, text, parts))
        for text, phrases in read
        for phrase in phrases
        if phrase.clock and phrase.at
    )
    every = [phrase for _, phrases in read for phrase in phrases]
    repeats = tuple(phrase.repeat for phrase in every if phrase.repeat)
    unread = any(not (phrases or _PART.search(text) or _NOW.fullmatch(text)) for text, phrases in read)
    return Times(
        tuple(days for phrase in every for days in [_days(phrase)] if days),
        clocks,
        tuple(phrase.at for phrase in every if phrase.at and _is_from_now(phrase)),
        () if clocks else parts,
        repeats,
        not repeats and not unread,
    )


def holds_times(calls: Sequence[Call], said: Times, now: datetime, takes: Takes, places: set[str]) -> bool:
    """Whether the calls hold what is said, as far as the tools that are right have ``places`` for it."""
    told = [value for call in calls for value in _told(call, now)]
    ends = [str(call.arguments.get("end") or "") for call in calls]
    instants = [datetime.fromisoformat(one).replace(tzinfo=None) for one in (*told, *ends) if "T" in one]
    return (
        (not places & {"at", "day"} or _holds_days(calls, said, told, takes))
        and ("at" not in places or _holds_clocks(said, instants, now))
        and (not places & {"at", "part"} or all(_holds_part(calls, part, instants) for part in said.parts))
        and ("repeat" not in places or all(_holds_repeat(calls, repeat) for repeat in said.repeats))
    )


def is_not_today(said: Times, now: datetime) -> bool:
    """True when a day is named, and none is today."""
    return bool(said.days) and not any(first <= now.date() <= last for first, last in said.days)


def _phrases(text: str, now: datetime) -> list[When]:
    plain = re.sub(r"\bo clock\b", "o'clock", sentence(text, "en"))
    plain = f"at {plain}" if _NUMBER.fullmatch(plain) else plain
    return [one for one in find(plain, now) if one.at or one.day or one.stretch]


def _part(match: re.Match[str]) -> str:
    return match[1].lower() if match[1] else "night"


def _hours(phrase: When, text: str, parts: Sequence[str]) -> list[int]:
    """The hours that a clock time may mean."""
    assert phrase.at is not None
    hour = phrase.at.hour
    either = [hour % 12, hour % 12 + 12]
    if _HALF.search(text) or re.search(r"\b(?:1[3-9]|2\d|0\d?):", text):
        return [hour]
    told = {part for part in parts if part != "noon"}
    return [one for one in either if all(one in _HOURS[part] for part in told)] or either


def _days(phrase: When) -> tuple[date, date] | None:
    if phrase.stretch:
        return phrase.stretch
    return (phrase.day, phrase.day) if phrase.day and not phrase.repeat else None


def _is_from_now(phrase: When) -> bool:
    return not (phrase.clock or phrase.part or phrase.day or phrase.repeat or phrase.stretch)


def _told(call: Call, now: datetime) -> Iterator[str]:
    """The days and moments of a call. What asks the clock and says no day asks about today."""
    said = {key: value for key, value in call.arguments.items() if value}
    yield from (str(said[key]) for key in ("at", "day") if key in said)
    if call.tool.startswith("clock.") and "day" not in said:
        ahead = timedelta(days=int(said.get("days", 0)), weeks=int(said.get("weeks", 0)))
        yield (now.date() + ahead * (-1 if said.get("ago") else 1)).isoformat()


def _holds_days(calls: Sequence[Call], said: Times, told: Sequence[str], takes: Takes) -> bool:
    dates = [date.fromisoformat(value[:10]) for value in told if re.match(r"\d{4}-\d\d-\d\d", value)]
    lasts = {last for _, last in said.days}
    for call in calls:
        until = call.arguments.get("until")
        wide = any(first != last for first, last in said.days)
        if "until" in takes.get(call.tool, ()) and len(lasts) == 1 and (until or wide):
            last = str(until or call.arguments.get("day") or call.arguments.get("at"))[:10]
            if last != next(iter(lasts)).isoformat():
                return False
    return all(any(first <= one <= last for one in dates) for first, last in said.days)


def _holds_clocks(said: Times, instants: Sequence[datetime], now: datetime) -> bool:
    here = now.replace(tzinfo=None)
    if not all(
        any(abs(one - moment.replace(tzinfo=None)) <= _MOST_OFF for one in instants)
        for moment in said.moments
    ):
        return False
    return all(any(_is_it(one, meant, said, here) for one in instants) for meant in said.clocks)


def _is_it(one: datetime, meant: Sequence[time], said: Times, now: datetime) -> bool:
    """Whether a moment is the clock time that is meant, on a day that it may be."""
    if one.time().replace(second=0, microsecond=0) not in meant:
        return False
    if not said.dated or len(said.days) > 1:
        return True
    if said.days:
        return said.days[0][0] <= one.date() <= said.days[0][1]
    return timedelta() <= one - now.replace(second=0, microsecond=0) < timedelta(days=1)


def _holds_part(calls: Sequence[Call], part: str, instants: Sequence[datetime]) -> bool:
    words = [str(value).casefold() for call in calls for value in call.arguments.values()]
    return any(part in word for word in words) or any(one.hour in _HOURS[part] for one in instants)


def _holds_repeat(calls: Sequence[Call], repeat: str) -> bool:
    return any(call.arguments.get("repeat") == repeat for call in calls)
