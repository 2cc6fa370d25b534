"""An event at a bare hour right behind the question what is on another day: 「じゃあ10時に運動会入れて」.

It is for the day that was asked about, and not for the next such hour. Knows calls and time phrases.
"""

import re
from dataclasses import replace
from datetime import date, datetime

from kippu.regex import regex
from kippu.turn import Call, Meaning, Turn
from kippu.understand.text import sentence
from kippu.understand.when.finding import FIND
from kippu.understand.when.hours import hours as between

_GOES_ON = regex(r"(?:and|also|plus|then)\b(?!.*\b(?:remind|wake|alarm|timer)\b)", re.IGNORECASE)
_HALF = {"evening": "pm", "afternoon": "pm", "night": "pm", "morning": "am"}
_NO_HALF = regex(r"\d{1,2}(?::\d\d)?")
_NOON = 12


def on_that_day(meaning: Meaning, turn: Turn) -> Meaning:
    """The meaning, with the one event that it puts down on that day; as it is where another day is named."""
    day = _day(turn)
    if day is None or len(meaning.calls) != 1 or meaning.calls[0].tool != "calendar.add":
        return meaning
    call = meaning.calls[0]
    given = dict(call.arguments)
    if "repeat" in given or "until" in given:
        return meaning
    if "at" not in given:
        given["at"] = day.isoformat()
    elif at := _hour(sentence(turn.text, turn.language), day, turn):
        given["at"] = at.replace(tzinfo=None).isoformat()
    else:
        return meaning
    return replace(meaning, calls=(Call(call.tool, given),))


def _day(turn: Turn) -> date | None:
    """The one day to come that was asked about."""
    last = turn.earlier[-1] if turn.earlier else None
    if last is None or "until" in last.arguments or not _is_of_its_day(last, turn):
        return None
    said = str(last.arguments.get("day") or last.arguments.get("at") or "").partition("T")[0]
    day = date.fromisoformat(said) if "-" in said else None
    return day if day and day > turn.at.date() else None


def _is_of_its_day(last: Call, turn: Turn) -> bool:
    """Whether what is put down next is for the day of that one: "and a call at 10" behind an event, too."""
    if last.tool == "calendar.show":
        return True
    goes_on = turn.language == "en" and _GOES_ON.match(sentence(turn.text, "en"))
    return last.tool in {"calendar.add", "calendar.move"} and bool(goes_on) and "repeat" not in last.arguments


def _hour(text: str, day: date, turn: Turn) -> datetime | None:
    """The first hour of the sentence, on that day; in the part of it that was asked about."""
    language, now = turn.language, turn.at
    asked = between(text, language, now)
    if asked and asked.both and asked.start.date() == now.date():
        return datetime.combine(day, asked.start.time())
    hours = [one for one in FIND[language](text, now) if one.clock]
    if not hours or any(one.day or one.repeat for one in hours):
        return None
    hour = _bare(text[hours[0].start : hours[0].end])
    part = str(turn.earlier[-1].arguments.get("part", ""))
    if language == "en" and part in _HALF and _NO_HALF.fullmatch(hour) and int(hour.split(":")[0]) < _NOON:
        hour += f" {_HALF[part]}"
    said = f"{day.month}月{day.day}日の{hour}" if language == "ja" else f"on {day:%B} {day.day} at {hour}"
    found = [one.at for one in FIND[language](said, now) if one.at]
    return found[0] if len(found) == 1 and found[0].date() == day else None


def _bare(hour: str) -> str:
    for lead in ("at ", "from ", "for "):
        hour = hour.removeprefix(lead)
    return hour
