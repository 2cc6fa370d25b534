"""An event at a bare hour right behind the question what is on another day: 「じゃあ10時に運動会入れて」.

It is for the day that was asked about, and not for the next such hour. Knows calls and time phrases.
"""

from dataclasses import replace
from datetime import date, datetime

from kippu.turn import Call, Language, Meaning, Turn
from kippu.understand.text import sentence
from kippu.understand.when.finding import FIND
from kippu.understand.when.hours import hours as between


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
    elif at := _hour(sentence(turn.text, turn.language), day, turn.language, turn.at):
        given["at"] = at.replace(tzinfo=None).isoformat()
    else:
        return meaning
    return replace(meaning, calls=(Call(call.tool, given),))


def _day(turn: Turn) -> date | None:
    """The one day to come that was asked about."""
    last = turn.earlier[-1] if turn.earlier else None
    if last is None or last.tool != "calendar.show" or "until" in last.arguments:
        return None
    said = str(last.arguments.get("day") or last.arguments.get("at") or "").partition("T")[0]
    day = date.fromisoformat(said) if "-" in said else None
    return day if day and day > turn.at.date() else None


def _hour(text: str, day: date, language: Language, now: datetime) -> datetime | None:
    """The first hour of the sentence, on that day."""
    asked = between(text, language, now)
    if asked and asked.both and asked.start.date() == now.date():
        return datetime.combine(day, asked.start.time())
    hours = [one for one in FIND[language](text, now) if one.clock]
    if not hours or any(one.day or one.repeat for one in hours):
        return None
    hour = text[hours[0].start : hours[0].end]
    said = (
        f"{day.month}月{day.day}日の{hour}" if language == "ja" else f"on {day:%B} {day.day} at {_bare(hour)}"
    )
    found = [one.at for one in FIND[language](said, now) if one.at]
    return found[0] if len(found) == 1 and found[0].date() == day else None


def _bare(hour: str) -> str:
    for lead in ("at ", "from ", "for "):
        hour = hour.removeprefix(lead)
    return hour
