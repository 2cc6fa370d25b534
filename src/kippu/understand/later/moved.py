"""Something planned that is moved to a day in figures, or to a bare hour: "move the light inspection to 3/4".

To a light the same words are a brightness; so what is moved must be no thing of the home: the last word of
what it is called tells. Which of two figures is the month depends on where the person is from: of two days it
is asked which. In Japanese the month stands first, and the time phrases know such days.
"""

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime

from kippu.regex import regex
from kippu.turn import Call, Meaning
from kippu.understand.asking.asking_back import which_of
from kippu.understand.cues import Frame
from kippu.understand.phrases.planned import is_gone_to, is_kind, is_planned
from kippu.understand.templates.titles import told_apart
from kippu.understand.when import month_day

_SURE = 0.97
_MONTHS = 12
_PLEASE = r"^(?:(?:please|can you|could you|would you) )*"
_OF_IT = r"change (?:the|its) (?:time|date|day|start) of"
_SURELY = rf"(?P<surely>reschedule|postpone|delay|put off|{_OF_IT})"
"""What is said of nothing that isn't planned."""
_VERB = rf"{_SURELY}|move|shift|push|bring forward"
_WHAT = (
    r"(?: back| forward)? (?:(?:the|my|our|that) )?"
    r"(?P<title>(?!(?:the|my|our|that)\b)[a-z].*?)(?: back| forward)? (?:to|until|till|onto|for)(?: the)? "
)
_TO_A_DAY = regex(
    rf"{_PLEASE}(?:{_VERB}|(?P<change>change)){_WHAT}"
    r"(?P<one>\d{1,2})/(?P<other>\d{1,2})(?:/(?P<year>\d{4}))?(?: please)?$",
    re.IGNORECASE,
)
_TO_AN_HOUR = regex(rf"{_PLEASE}(?:{_VERB}){_WHAT}(?P<hour>\d{{1,2}})(?: please)?$", re.IGNORECASE)
_REMINDER = regex(r"^(?:(?P<text>.+) )?reminder(?: (?:to|about|for|of) (?P<about>.+))?$", re.IGNORECASE)


def moved(
    text: str, now: datetime, apart: Callable[[str], Frame], order: Callable[[str], Meaning | None]
) -> Meaning | None:
    """What is moved where, or the question which day; None for every other sentence.

    ``text`` as ``text.sentence`` gives it; ``apart`` takes a text apart, ``order`` reads a sentence.
    """
    match = _TO_A_DAY.match(text) or _TO_AN_HOUR.match(text)
    if match is None:
        return None
    title = match["title"]
    sure = match["surely"] and is_gone_to(title)
    if not sure and not (_is_of_a_calendar(match) and is_planned(title, apart)):
        return None
    if "hour" in match.groupdict():
        return _to_an_hour(title, match["hour"], now, order)
    one, other = int(match["one"]), int(match["other"])
    year = int(match["year"]) if match["year"] else None
    ways = (month_day(now, month, day, year) for month, day in ((one, other), (other, one)))
    days = sorted({day for day in ways if day})
    calls = tuple(_call(title, day) for day in days)
    if len(calls) < 2:
        return Meaning("cues", _SURE, calls) if calls else None
    words = tuple(f"{day.day} {day:%B}" for day in days)
    return Meaning("cues", _SURE, question=which_of(words, "en"), proposed=calls, choices=words)


def _is_of_a_calendar(match: re.Match[str]) -> bool:
    """Whether the figures can't well be a share, a size or a place: a couch is moved to 3 and a password
    changed to 3/4, too."""
    title, said = match["title"], match.groupdict()
    if match["surely"] or _REMINDER.match(title) or is_kind(title):
        return True
    if "hour" in said or said["change"]:
        return False
    return bool(said["year"]) or max(int(said["one"]), int(said["other"])) > _MONTHS


def _to_an_hour(
    title: str, hour: str, now: datetime, order: Callable[[str], Meaning | None]
) -> Meaning | None:
    """The hour is read without the day that the title has, which would make another hour of it: a dinner on
    Friday is as much in the evening as one on no day."""
    apart = told_apart(Call("calendar.move", {"text": title}), "en", now).arguments
    bare, was = ("", "") if _REMINDER.match(title) else (str(apart["text"]), apart.get("was"))
    found = order(f"move the {bare or title} to at {hour}")
    if found is None or found.by != "template":
        return None
    if not (bare and was and found.calls[0].tool == "calendar.move"):
        return found
    return replace(found, calls=(Call("calendar.move", {**found.calls[0].arguments, "was": was}),))


def _call(title: str, day: date) -> Call:
    if reminder := _REMINDER.match(title):
        return Call("reminders.move", {"text": reminder["text"] or reminder["about"] or "", "at": f"{day}"})
    return Call("calendar.move", {"text": title, "at": f"{day}"})
