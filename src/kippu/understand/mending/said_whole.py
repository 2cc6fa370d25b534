"""A short sequel as the whole sentence that it stands for: "and one for 6 in the evening" after an
alarm, "down at 9" after "blinds up at 7", "no, 30" after "wake me in 20 minutes".

Knows the turn before by its calls and its words; runs nothing.
"""

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta

from kippu.regex import regex
from kippu.turn import Call, Turn
from kippu.understand.later.schedule import TELLS
from kippu.understand.mending.said_whole_ja import may_be_undone, plainly_set_out, said_whole_ja
from kippu.understand.text import is_question, sentence
from kippu.understand.text.leads import GOING_ON
from kippu.understand.when.english import find

_LEAD = GOING_ON
_PUTS_RIGHT = (
    r"(?:(?:no|nope|oh|wait|actually|sorry|i mean|i meant|make it|make that|rather|or rather)[, ]+)+"
)
_END = r"(?:[ ,]+(?:please|too|as well|instead|then|rather))*"
_ANOTHER = regex(
    rf"(?:{_LEAD}(?:set |make |and )?(?:another(?: (?:one|1|alarm))?|1 more|one more|(?:one"
    rf"|1)(?= (?:for|at|in|on)\b))"
    rf"|(?:(?:and|also|plus)[, ]+)+) ?(?:for |at |on )?(?P<time>.+?){_END}"
)
_ALSO_AT = regex(
    rf"(?:(?:and|also|plus)[, ]+)+(?:again |one |another )*(?P<time>(?:at|for|in) .+?|noon|midnight){_END}"
)
_EVERY = {"daily": "every day", "weekdays": "every weekday", "weekends": "every weekend"}
_HALF_OF_DAY = regex(
    rf"(?:(?:please|ok|okay|oh)[, ]+|{_PUTS_RIGHT})?"
    r"(?:(?P<part>in the (?:morning|afternoon|evening)|at night)"
    rf"|(?P<half>[ap])\.?m\.?){_END}"
)
_WHICH_HALF = regex(
    rf"{_LEAD}(?:is (?:it|that) )?(?:(?:am|a\.m\.|in the morning) or (?:pm|p\.m\.|in the evening|at night))"
)
_BARE_HOUR = regex(r"\b(?:at|for|by)? ?(?:half |quarter )?\d{1,2}(?:[:.]\d\d)?\b")
_HAS_HALF = regex(
    r"\d ?[ap]\.?m\b|\b(?:morning|afternoon|evening|night|tonight|noon|midnight)\b|\b(?:1[3-9]"
    r"|2[0-4])[:.]\d\d"
)
_OTHER_WAY = regex(
    rf"{_LEAD}(?P<way>on|off|up|down|open|closed?|shut) (?P<rest>(?:again )?(?:at|in|by|around) \d.*?){_END}"
)
_WAY = regex(r"\b(?:on|off|up|down|open|raise|lower|close|shut)\b")
_WAYS = {
    "up": {"open": "open", "raise": "raise", "close": "open", "shut": "open", "lower": "raise"},
    "down": {"open": "close", "raise": "lower", "close": "close", "shut": "close", "lower": "lower"},
}
_LENGTH = (
    r"(?:\d+(?:\.\d+)?|half an|1/2 an|an?)(?: and a half)?(?: (?:hours?|minutes?|mins?"
    r"|seconds?|secs?))?(?: and a half)?"
)
_OTHER_LENGTH = regex(rf"{_PUTS_RIGHT}(?:in |for )?(?P<length>{_LENGTH}){_END}")
_IN = regex(r"\b(?:in|after) (?:\d|half an|1/2 an|an? )")
_AT = regex(r"\b(?:at|by|around) (?:\d|half|quarter|noon|midnight)")
_MOST_HOURS = 12
"""More than that, said without a unit, are minutes: "actually 30" after an hour."""
_UNIT = regex(r"(?:hour|minute|second)s?|mins?|secs?")
_PAST = regex(
    rf"{_PUTS_RIGHT}(?:(?:it|that) )?(?:at |to )?(?:(?P<past>half|quarter|\d{{1,2}})(?: minutes)? past"
    rf"|(?P<to>quarter|[1-5]?\d)(?: minutes)? to){_END}"
)
_SHARE = regex(
    rf"(?:{_PUTS_RIGHT})?(?:(?P<half>halve (?:it|that)|(?:half|1/2)(?: of)? (?:it|that)|half as long)"
    rf"|double (?:it|that)|twice (?:it|that|as long)){_END}"
)
_OTHER_HALF = regex(
    rf"{_PUTS_RIGHT}(?:(?:at|for) )?(?P<time>\d{{1,2}}(?:[:.]\d\d)? ?[ap]\.?m\.?|noon|midnight){_END}"
)
_OTHER_DAY = regex(
    rf"{_PUTS_RIGHT}(?:on |to )?(?P<day>(?:next |this )?(?:mon|tues|wednes|thurs|fri|satur|sun)day"
    rf"|today|tomorrow){_END}"
)
_NO = regex(
    r"(?:(?:oh|ah|um|er)[, ]+)*(?:(?:wait|no|hold on|hang on)[, ]+(?:no|don't|not yet)|wait|no don't"
    r"|don't|not yet|not now)[.! ]*"
)
_STOP_DOING = regex(
    rf"{_LEAD}(?:stop|quit|no more|don't) (?:doing|do) (?:that|it|this)(?: any ?more| again)?{_END}"
)
_AGAIN = regex(
    rf"{_LEAD}(?:remind|alert|ping) me (?:of (?:it|that) |about (?:it|that) )?again (?P<time>(?:in"
    rf"|at) .+?){_END}"
)
_FIRST = regex(
    rf"{_LEAD}(?:which (?:one |of (?:them|those|the two) )?|what )(?:ends|rings|finishes|stops"
    rf"|runs out|goes off|is (?:done|up|ready)|is"
    rf"|(?:will|is going to) (?:end|ring|finish|stop|go off|be (?:done|up|ready)))"
    r" (?:first|next|soonest|sooner|earlier)"
)
_AND_WHAT = regex(
    r"(?:(?:and|so|ok|okay)[, ]+)*(?:and|what about|how about) (?:the |my |our )?[\w' -]+|.{1,12}は"
)
_STILL_ON = regex(
    rf"{_LEAD}(?:turn|switch|shut) (?:off )?"
    r"(?:what(?:ever)?(?:'s| is)|(?:everything|anything|all)(?: that)?(?:'s| is)?"
    r"|(?:the ones|those|the things)(?: that)?(?: are)?)"
    rf" (?:still |left )*on(?: off)?{_END}"
)
_HOUR_SAID = regex(r"\d|noon|midnight|half|quarter|\ban? hour")
_PARTS = regex(r"\b(?:wake|morning|afternoon|evening|night|tonight|noon|midnight)\b")
"""Who is to be woken, or names a part of the day, means another day than today."""
_BELLS = frozenset({"alarms.set", "reminders.add"})


def said_whole(text: str, turn: Turn) -> Turn:
    """The turn with the whole sentence; as it is where nothing was done before, or it needs none."""
    folded = text.casefold()
    if turn.language == "ja" and not turn.outside:
        turn = plainly_set_out(text, turn)
        text = sentence(turn.text, "ja")
    if turn.outside or turn.talked or (turn.asked and not _in_vain(turn)):
        return turn
    if turn.language == "ja":
        japanese = said_whole_ja(text, turn)
        return turn if japanese == text else replace(turn, text=japanese)
    if turn.asked:
        return turn
    if again := _AGAIN.fullmatch(folded):
        return replace(turn, text=_once_more(again["time"], turn))
    if not turn.earlier:
        return turn
    if turn.earlier[-1].tool == "alarms.list" and turn.deed and turn.deed.calls:  # "am or pm?" was told
        behind = replace(turn, earlier=turn.deed.calls)
        if half := _half_of_day(folded, behind):
            return replace(behind, text=half)
    if turn.before and is_question(turn.text) and _AND_WHAT.fullmatch(folded) and _was_asked(turn):
        return replace(turn, earlier=turn.before[0], undo=(), changed=())
    whole = next((found for way in _WAYS_TO_SAY if (found := way(folded, turn))), None)
    return replace(turn, text=whole) if whole else turn


def _in_vain(turn: Turn) -> bool:
    """Whether nothing is asked, and only what was to be taken away was not there."""
    return turn.asked == turn.earlier and not turn.offered and turn.earlier[-1].tool.endswith(_AWAY)


_AWAY = (".cancel", ".remove")


def _was_asked(turn: Turn) -> bool:
    """Whether an order was given on an answer: what is asked then is the same of another thing."""
    ordered = all(call.tool.startswith("home.") and call.tool not in TELLS for call in turn.earlier)
    return ordered and all(call.tool == "home.state" for call in turn.before[0])


def _once_more(time: str, turn: Turn) -> str:
    """What rang is snoozed; what was told of is reminded of once more."""
    last = turn.earlier[-1] if turn.earlier else None
    if last and not turn.rings and last.tool.startswith("reminders.") and last.arguments.get("text"):
        return f"remind me to {last.arguments['text']} {time}"
    return f"snooze for {time.removeprefix('in ')}" if time.startswith("in ") else turn.text


def _another_bell(folded: str, turn: Turn) -> str | None:
    last = turn.earlier[-1]
    match = _ANOTHER.fullmatch(folded) if last.tool in {"alarms.set", "alarms.list"} else None
    if match is None or last.arguments.get("repeat") or not _is_moment(match["time"], turn.at):
        return None  # what repeats has another on its days, which no words here say
    time = match["time"]
    return f"set an alarm {time if time.startswith('in ') else f'for {time}'}"


def _reminded_again(folded: str, turn: Turn) -> str | None:
    """The same reminder at another time too, on its day or as often."""
    last = turn.earlier[-1]
    match, text = _ALSO_AT.fullmatch(folded), last.arguments.get("text")
    if match is None or last.tool != "reminders.add" or not text or not _is_moment(match["time"], turn.at):
        return None
    repeat, at = last.arguments.get("repeat"), str(last.arguments.get("at", ""))
    often = ""
    if repeat:
        often = _EVERY.get(repeat) or "every " + " and ".join(_DAYS[day] for day in repeat.split(","))
    elif "T" in at and not match["time"].startswith("in ") and at[:10] != turn.at.date().isoformat():
        day = datetime.fromisoformat(at)
        often = f"on {day:%B} {day.day}"
    return " ".join(filter(None, ("remind me to", str(text), often, match["time"])))


_DAYS = {
    "mon": "monday", "tue": "tuesday", "wed": "wednesday", "thu": "thursday", "fri": "friday",
    "sat": "saturday", "sun": "sunday",
}  # fmt: skip


def _which_first(folded: str, turn: Turn) -> str | None:
    """ "Which ends first" of several timers."""
    first = _FIRST.fullmatch(folded)
    return "which timer ends first" if first and turn.earlier[-1].tool.startswith("timers.") else None


def _is_moment(time: str, now: datetime) -> bool:
    """Whether it says an hour or how long until then, and nothing else."""
    if not _HOUR_SAID.search(time):
        return False
    said = time if time.startswith(("at ", "in ", "for ")) else f"at {time}"
    said = re.sub(r"^for ", "at ", said)
    found = find(said, now)
    return len(found) == 1 and found[0].at is not None and (found[0].start, found[0].end) == (0, len(said))


def _half_of_day(folded: str, turn: Turn) -> str | None:
    """The half of an hour that was said without one."""
    last, said = turn.earlier[-1], turn.deed.said.casefold() if turn.deed else ""
    if last.tool not in _BELLS or "T" not in str(last.arguments.get("at", "")):
        return None
    if _WHICH_HALF.fullmatch(folded):
        return "when is my alarm set for" if last.tool == "alarms.set" else None
    match = _HALF_OF_DAY.fullmatch(folded)
    if match is None or _HAS_HALF.search(said) or not _BARE_HOUR.search(said):
        return None
    at = datetime.fromisoformat(last.arguments["at"])
    late = match["half"] == "p" if match["half"] else match["part"] != "in the morning"
    return _on_its_day(f"{at.hour % 12 or 12}:{at.minute:02} {'pm' if late else 'am'}", turn)


def _another_hour(folded: str, turn: Turn) -> str | None:
    """Another hour, with its half of the day, where no day was said before."""
    match = _OTHER_HALF.fullmatch(folded)
    return _on_its_day(match["time"], turn) if match and turn.earlier[-1].tool in _BELLS else None


def _on_its_day(time: str, turn: Turn) -> str:
    """The hour, and today where it is still ahead and no other day was meant but the one it came first on."""
    said, at = turn.deed.said if turn.deed else "", str(turn.earlier[-1].arguments.get("at", ""))
    found, before = find(f"at {time}", turn.at), find(said, turn.at)
    own = (
        turn.deed
        and turn.deed.calls == turn.earlier
        and len(before) == 1
        and not turn.earlier[-1].arguments.get("repeat")
    )
    if (
        not own
        or len(found) != 1
        or found[0].at is None
        or before[0].day
        or before[0].part
        or _PARTS.search(said.casefold())
    ):
        return f"make it {time}"
    today = found[0].at.date() == turn.at.date() and at[:10] > turn.at.date().isoformat()
    return f"make it {time} today" if today else f"make it {time}"


def _the_other_way(folded: str, turn: Turn) -> str | None:
    """What was planned, the other way at another time: what is meant is the same thing."""
    match = _OTHER_WAY.fullmatch(folded)
    command = str(turn.earlier[-1].arguments.get("command", "")) if match else ""
    said = [*_WAY.finditer(command.casefold())]
    if match is None or len(said) != 1:
        return None
    word, way = said[0][0], match["way"].removesuffix("d")
    way = {"open": "up", "close": "down", "shut": "down"}.get(way, way) if word not in {"on", "off"} else way
    other = _WAYS.get(way, {}).get(word, way)
    if (word in {"on", "off"}) is not (other in {"on", "off"}):
        return None
    whole = f"{command[: said[0].start()]}{other}{command[said[0].end() :]}"
    last = turn.earlier[-1]
    if last.tool == "timers.repeat":
        often = _EVERY.get(str(last.arguments.get("repeat")))
        return f"{whole} {often} {match['rest']}" if often else None
    return f"{whole} {_behind(last, match['rest'], turn.at)}"


def _behind(last: Call, rest: str, now: datetime) -> str:
    """An hour that is the next one after what was planned: off at 11 is in the evening, after on at 7."""
    length = {unit: float(last.arguments.get(unit) or 0) for unit in ("hours", "minutes", "seconds")}
    due, found = now + timedelta(**length), find(rest, now)
    if len(found) != 1 or not found[0].twelve or found[0].day or found[0].at is None:
        return rest
    at = found[0].at
    while at <= due:
        at += timedelta(hours=12)
    return f"{rest[: found[0].start]}at {at:%H:%M}{rest[found[0].end :]}"


def _another_length(folded: str, turn: Turn) -> str | None:
    """Another length of what rings, or is done, in a while."""
    last, said = turn.earlier[-1], turn.deed.said.casefold() if turn.deed else ""
    match = _OTHER_LENGTH.fullmatch(folded)
    if match is None or (last.tool != "timers.start" and last.tool not in _BELLS):
        return None
    if (last.tool != "timers.start" or "command" in last.arguments) and (
        _AT.search(said) or not _IN.search(said)
    ):
        return None
    length, unit = match["length"], _UNIT.search(said)
    if length in {"a", "an"} or "/" in length:
        return None
    if not _UNIT.search(length):
        if unit is None or not length[0].isdigit():
            return None
        hours = unit[0].startswith("h") and float(length.split()[0]) > _MOST_HOURS
        length = f"{length} {'minutes' if hours else unit[0]}"
    return f"make it {'in ' if last.tool in _BELLS else ''}{length}"


def _half_as_long(folded: str, turn: Turn) -> str | None:
    """Half or twice the length of a timer that was just set."""
    last, match = turn.earlier[-1], _SHARE.fullmatch(folded)
    if match is None or last.tool != "timers.start" or "command" in last.arguments:
        return None
    units = {"hours": 3600, "minutes": 60, "seconds": 1}
    seconds = sum(float(last.arguments.get(unit) or 0) * length for unit, length in units.items())
    seconds = round(seconds / 2 if match["half"] else seconds * 2)
    minutes, rest = divmod(seconds, 60)
    parts = (f"{minutes} minutes" if minutes else "", f"{rest} seconds" if rest else "")
    return f"make it {' and '.join(filter(None, parts))}" if seconds else None


def _past_the_hour(folded: str, turn: Turn) -> str | None:
    """ "Actually half past": of the hour that was said."""
    match, at = _PAST.fullmatch(folded), str(turn.earlier[-1].arguments.get("at", ""))
    if match is None or turn.earlier[-1].tool not in _BELLS or "T" not in at:
        return None
    hour = datetime.fromisoformat(at)
    if said := match["to"]:
        short = 15 if said == "quarter" else int(said)
        ahead = hour.replace(minute=0) - timedelta(minutes=short)
        near = min((ahead, ahead + timedelta(hours=1)), key=lambda one: abs(one - hour))
        return f"make it {near.hour % 12 or 12}:{near.minute:02} {near:%p}".lower()
    minute = {"half": 30, "quarter": 15}.get(match["past"]) or int(match["past"])
    return f"make it {hour.hour % 12 or 12}:{minute:02} {hour:%p}".lower() if minute < 60 else None


def _another_day(folded: str, turn: Turn) -> str | None:
    match = _OTHER_DAY.fullmatch(folded)
    planned = turn.earlier[-1].tool in {"calendar.add", "calendar.move"}
    return f"move it to {match['day']}" if match and planned else None


def _what_is_still_on(folded: str, turn: Turn) -> str | None:
    """What a look at the home found to be on, or not off."""
    last = turn.earlier[-1]
    looked = last.tool == "home.state" and last.arguments.get("state") in {"on", "off"}
    if not looked or not _STILL_ON.fullmatch(folded):
        return None
    target = set(last.arguments) & {"name", "area", "floor", "domain", "device_class"}
    return "turn it off" if target else "turn off everything"


def _taken_back(folded: str, turn: Turn) -> str | None:
    """ "Wait, no" right behind what was done; "not yet" to what rings lets it ring again."""
    last = turn.earlier[-1]
    if _STOP_DOING.fullmatch(folded) and (last.tool == "timers.repeat" or last.arguments.get("repeat")):
        return "cancel that"
    if turn.rings or not _NO.fullmatch(folded) or turn.deed is None or turn.deed.calls != turn.earlier:
        return None
    if last.tool == "home.play":
        return "stop the music"
    return "undo that" if may_be_undone(turn.earlier) else _cancels(last)


def _cancels(last: Call) -> str | None:
    waits = {"timers.start", "timers.repeat", "alarms.set", "reminders.add", "calendar.add"}
    return "cancel that" if last.tool in waits else None


_WAYS_TO_SAY: tuple[Callable[[str, Turn], str | None], ...] = (
    _another_bell,
    _which_first,
    _reminded_again,
    _half_of_day,
    _another_hour,
    _the_other_way,
    _another_length,
    _half_as_long,
    _past_the_hour,
    _another_day,
    _what_is_still_on,
    _taken_back,
)
