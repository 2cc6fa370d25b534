"""What points at a time, a number or a name that was just told of, said whole: "wake me at the same time
tomorrow" after the clock was read, "remind me then to go to bed", "set the heating to that" after degrees
were converted, "add her, 07700 900123" after nobody of that name was found.

Knows the calls of the turn before; runs nothing.
"""

import re
from datetime import date, datetime, timedelta

from kippu.regex import regex
from kippu.turn import Call, Meaning, Turn
from kippu.understand.text.leads import GOING_ON
from kippu.understand.when.english import find

_SURE = 0.97
_WEEKDAY = r"(?:mon|tues|wednes|thurs|fri|satur|sun)day"
_DAY = (
    rf"(?:the day after tomorrow|tomorrow(?: (?:morning|evening|night))?|(?:on |next |this )?{_WEEKDAY}s?"
    rf"|every (?:day|morning|evening|weekday|{_WEEKDAY})|in \d+ days|next week)"
)
_SAME = r"(?:(?:at|by|for|around) )?(?:the |about the )?same time"
_SAME_TIME = regex(
    rf"\b(?:{_SAME}(?: (?:on|for))? (?P<day>{_DAY})|(?P<before>{_DAY}),? (?:but )?{_SAME}"
    rf"|(?:at |by )?this time (?P<now>{_DAY}))(?! (?:as|that|when)\b)",
    re.IGNORECASE,
)
"""Beside a day; "close the blinds and turn on the light at the same time" means at once."""
_LEAD = GOING_ON
_BELL = (
    r"(?:remind me|set (?:me )?(?:a|another) reminder|wake me(?: up)?|set (?:me )?an(?:other)? alarm"
    r"|notify me)"
)
_THEN = regex(
    rf"(?P<order>{_LEAD}{_BELL}) (?:for |at )?(?:then|that time|that moment)\b"
    r"(?! (?:play|turn|switch|set|open|close|add|tell|call)\b)",
    re.IGNORECASE,
)
_TO_THAT = regex(
    rf"(?P<order>{_LEAD}(?:set|put|turn|change) (?:the |my )?"
    r"(?:heating|heater|heat|thermostat|temperature|boiler|air con(?:ditioning)?|ac)"
    r"(?: (?:up|down))?(?: in the [a-z ]+)?) (?:to|at) (?:that|it|this)(?P<end>,? please)?",
    re.IGNORECASE,
)
_THERE = regex(
    rf"{_LEAD}(?:what time (?:is it|will it be|would it be|it is))(?: over)? there,? "
    r"(?P<when>(?:when|if|at) .+)|(?P<when_first>(?:when|if) .+?),? "
    r"what time (?:is it|will it be|would it be)(?: over)? there",
    re.IGNORECASE,
)
_ADD = regex(
    r"(?:(?:oh|no|ok|okay|well|please|and)[, ]+)*(?:add|save) (?P<who>him|her|them|it|that)\b"
    r"(?: to my (?:contacts|calendar))?(?P<comma>,)? (?P<what>.+)",
    re.IGNORECASE,
)
_PHONE = regex(
    r"(?:(?:with|under|as|on|at) )?(?:(?:his|her|their|the) (?:number|phone) is )?\+?\d[\d ()-]{5,}\d"
)
_SCALES = {"c": "c", "celsius": "c", "centigrade": "c", "°c": "c", "f": "f", "fahrenheit": "f", "°f": "f"}


def with_what_was_told(text: str, turn: Turn) -> str:
    """The sentence with that; as it is where it points at nothing, or at what isn't known."""
    if turn.language != "en" or turn.outside:
        return text
    last = turn.earlier[-1] if turn.earlier else None
    if match := _SAME_TIME.search(text):
        day = match["day"] or match["before"] or match["now"]
        at = turn.at if match["now"] or last is None else _moment(last, turn.at) or turn.at
        return f"{text[: match.start()]}{day} at {_clock(at)}{text[match.end() :]}"
    if match := _THEN.match(text):
        then = _then(last, turn.at) if last else ""
        return f"{match['order']}{then}{text[match.end() :]}"  # without one it is asked for the time
    if last and (match := _TO_THAT.fullmatch(text)) and (degrees := _celsius(last)):
        return f"{match['order']} to {degrees} degrees{match['end'] or ''}"
    place = last.arguments.get("place") if last and last.tool.startswith("clock.") else None
    if place and (match := _THERE.fullmatch(text)):
        return f"what time is it in {place} {match['when'] or match['when_first']}"
    return _added(text, last) if last else text


def points_at_nothing(text: str, now: datetime) -> Meaning | None:
    """A question, where it points at what nobody knows: degrees, whose number it is, what is planned.
    None for any other sentence."""
    question = ""
    if match := _TO_THAT.fullmatch(text):
        question = f"To how many degrees? Say, for example, “{match['order'].strip()} to 20”."
    elif (match := _ADD.fullmatch(text)) and match["comma"]:
        found = find(match["what"], now)
        if _PHONE.fullmatch(match["what"]):
            question = (
                "Whose number is it? Say, for example, “add Anna's number 0771 555 012 to my contacts”."
            )
        elif len(found) == 1 and found[0].at and (found[0].start, found[0].end) == (0, len(match["what"])):
            question = (
                "What shall I put on your calendar? Say, for example, “add lunch with Ann on friday at noon”."
            )
    return Meaning("cues", _SURE, question=question) if question else None


def _clock(at: datetime) -> str:
    return f"{at.hour % 12 or 12}:{at.minute:02} {'pm' if at.hour >= 12 else 'am'}"


def _then(last: Call, now: datetime) -> str:
    """The moment of what was told or set last, as one says it."""
    if last.tool == "clock.date" and (day := _day(last)) and day > now.date():
        return f" on {day:%B} {day.day}"
    at = _moment(last, now)
    if at is None or (last.tool == "clock.time" and not last.arguments.get("at")):
        return ""
    if at.date() == now.date():
        return f" today at {_clock(at)}" if at > now else ""
    return f" on {at:%B} {at.day} at {_clock(at)}"


def _day(last: Call) -> date | None:
    try:
        return date.fromisoformat(str(last.arguments.get("day")))
    except ValueError:
        return None


def _moment(last: Call, now: datetime) -> datetime | None:
    """The time of the clock that the call before was about."""
    given = last.arguments
    if last.tool == "clock.time" and not given.keys() & {"at", "hours", "minutes"}:
        return now if not given.get("place") else None
    if last.tool == "timers.start" and "command" in given:
        length = {unit: float(given.get(unit) or 0) for unit in ("hours", "minutes", "seconds")}
        return now + timedelta(**length)
    said = str(given.get("at") or "")
    try:
        return datetime.fromisoformat(said).replace(tzinfo=now.tzinfo) if "T" in said else None
    except ValueError:
        return None


def _celsius(last: Call) -> str:
    """The degrees of a conversion as a thermostat takes them; empty for any other call."""
    given = last.arguments
    if last.tool != "math.convert":
        return ""
    one, other = (_scale(given.get(name)) for name in ("from_unit", "to_unit"))
    one = one or {"c": "f", "f": "c"}.get(other, "") if str(given["from_unit"]).startswith("degree") else one
    try:
        value = float(str(given["value"]).replace(",", ""))
    except ValueError:
        return ""
    if {one, other} != {"c", "f"}:
        return ""
    return f"{value if one == 'c' else round((value - 32) / 9 * 10) / 2:g}"


def _scale(unit: object) -> str:
    return _SCALES.get(str(unit).casefold().removeprefix("degrees ").removeprefix("degree "), "")


def _added(text: str, last: Call) -> str:
    """Who was not found, with the number; what is not in the calendar, with its time."""
    match, given = _ADD.fullmatch(text), last.arguments
    if match is None:
        return text
    if last.tool == "contacts.find" and given.get("name") and _PHONE.fullmatch(match["what"]):
        number = re.sub(r"^[^\d+]*", "", match["what"])
        return f"add {given['name']} to my contacts with the number {number}"
    title = given.get("text") or given.get("words")
    if (
        last.tool.startswith("calendar.")
        and title
        and match["comma"]
        and match["who"].casefold() in ("it", "that")
    ):
        return f"add {title} to my calendar {match['what']}"
    return text
