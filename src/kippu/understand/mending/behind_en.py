"""English behind what was just done or told, as the whole sentence that it stands for: "split it by 3 then"
after a share, "and one for the sauce, 25" after a timer, "a third?" after cups became teaspoons.

Knows the turn before by its calls; runs nothing.
"""

from collections.abc import Callable
from datetime import datetime, timedelta

from kippu.places import zone_of
from kippu.regex import regex
from kippu.turn import Call, Turn
from kippu.understand.text.leads import GOING_ON, PUTTING_RIGHT
from kippu.understand.when.english import duration, find

_WHY = (
    r"(?:,? (?:i |we )?(?:(?:have |'ve )?(?:found|got|bought|done|did|had|finished) (?:it|that|them|one)))?"
)
_TICKED = regex(
    rf"{GOING_ON}(?:(?:tick|cross|check|mark|strike) off (?:the |my )?(?P<item>(?!(?:first|second|third"
    rf"|last|top|bottom)\b)[^,]+?)|(?:tick|cross"
    r"|check|mark|strike) (?:the |my )?(?P<thing>(?!(?:the |my )?(?:first|second|third|last|top|bottom)\b"
    r"|it\b|that\b"
    r"|them\b|off\b)[^,]+?) off)"
    rf"{_WHY}"
)
_SPLIT = regex(
    rf"{PUTTING_RIGHT}(?:.{{3,40}}? so )?(?:split|divide|share)(?: (?:it|that|this|the bill))?"
    r" (?:by|between|among|into|for)(?: just| only| the)? (?P<people>\d+)"
    r"(?: (?:of us|people|ways))?(?: then| instead)*"
)
_ONE_FOR = regex(
    rf"{GOING_ON}(?:(?:another|one more|an?|one|1) )?(?:timer |one |1 )?(?:for|called) (?:the |my )?"
    r"(?P<name>[a-z][a-z ]{1,20}?),? (?:for |at |is )?(?P<count>\d{1,3})(?: please| too)*"
)
_ANOTHER_FOR = regex(
    rf"{GOING_ON}(?:another|one(?: more)?)(?: one| 1| timer)? (?:for|of) (?P<count>\d{{1,3}})"
    r"(?: (?P<unit>minutes?|mins?|seconds?|hours?))?,? for (?:the "
    r"|my )?(?P<name>[a-z][a-z ]{1,20}?)(?: please| too)*"
)
_THAT_ROOM = regex(
    rf"{GOING_ON}(?:make |set |turn |put )?(?:the |my )?(?P<where>[a-z][a-z' ]{{2,20}}?) (?:ones?|1) "
    r"(?:to |at )?(?P<how>(?!too\b|as well\b|on\b|off\b|please\b|instead\b)[a-z0-9% ]{2,20}?)(?: please"
    r"| too)*"
)
"""Another light as it is said: "and the living room one blue"."""
_PARTS = (
    r"(?:a|one) (?:half|third|quarter|fifth|eighth)|half(?: an?)?|two thirds|three quarters|\d+/\d+"
    r"|\d+(?:\.\d+)?"
)
_AS_MUCH = regex(
    rf"{GOING_ON}(?:(?:what|how) about |and |in )(?P<value>{_PARTS})(?: (?:of )?(?:a |an )?(?P<unit>[a-z]+))?"
)
_DEGREES = regex(
    rf"{GOING_ON}(?:turn|put|set|bring|nudge|bump) (?:it|that) (?P<way>up|down)(?: by)?(?: just)?"
    r" (?P<count>an?|one|two|three|half an?|\d+(?:\.\d+)?)(?: more)? degrees?(?: please| then)*"
)
_MEANT = regex(
    rf"{PUTTING_RIGHT}(?:not (?:the )?(?P<not>[^,]+?),? (?:i (?:meant|mean)|but|it's) (?:the )?(?P<but>[^,]+)"
    r"|i (?:meant|mean) (?:the )?(?P<but2>[^,]+?),? not (?:the )?(?P<not2>[^,]+))"
)
_PART_OF_DAY = regex(r"(?P<part>morning|afternoon|evening)(?: (?:please|then|instead))*")
_SHARE = regex(
    r"(?:what(?:'s| is) )?(?P<n>\d+(?:\.\d+)?) ?(?:%|percent|per cent)(?: (?:tip|vat|tax))? (?:of|on) "
    r"(?P<of>[$€£¥]?\d[\d,.]*\d|\d)"
)
_PUT_ON = regex(
    rf"{GOING_ON}(?:add (?:it|that|this)(?: (?:on|in|to (?:it|that|(?:the )?(?:bill|price|total|sum"
    rf"|[$€£]?\d[\d.]*))))?"
    r"|(?:with|including|plus) (?:it|that|this)(?: (?:added|on top|included))?"
    r"|(?:what(?:'s| is| would| do| does|'d)|how much(?: is| would| do|'s)) "
    r"(?:(?:it|that|i|we|the (?:total|bill)) )?(?:(?:be|pay|come to|cost|make) )?(?:that |it )?"
    r"(?:with (?:it|that)|in total|altogether|all in|all up)"
    r"|(?:what(?:'s| is)) the total(?: (?:then|with that|with it))?)(?: then| please)*"
)
_TAKEN_OFF = regex(
    rf"{GOING_ON}(?:(?:take|knock|subtract) (?:it|that|this)(?: (?:off|away))?"
    r"(?: (?:it|the (?:bill|price|total)))?"
    r"|(?:with|minus|less|without) (?:it|that|this)(?: (?:taken )?off)?"
    r"|(?:what(?:'s| is)|how much(?: is|'s)) (?:left|it (?:then|after|after that|with that off)|that off))"
    r"(?: then| please)*"
)
_AT_THAT_TIME = regex(
    r"(?:(?:and|also|plus|oh and|ok and)[, ]+)(?:please |can you )?"
    r"(?P<order>(?:turn|switch|open|close|start|play|set|dim|put|lock|unlock|shut|raise|lower|run)\b.+?),? "
    r"(?:then|at (?:that|the same) time|when it (?:rings|goes off))"
)
_STILL_HAVE = regex(
    rf"{PUTTING_RIGHT}(?:we|i)(?:'ve| have)?(?: still| already| do| actually)* (?:have|got|don't need"
    rf"|do not need)"
    r"(?: still)?(?: got)? (?:the |some |enough |any )?(?P<item>[a-z][a-z ]{1,25}?)(?: left"
    r"| at home)?,? (?:so |and |please )*"
    r"(?:take|remove|delete|cross|drop|scratch|get rid of) (?:it|them|those|that|these)(?: off| out"
    r"| again)*(?: the list)?"
)
_SECOND_ALARM = regex(
    rf"{GOING_ON}(?:set |add )?(?:a second|another|one more|a backup|an extra|a further)(?: one| 1| alarm)? "
    r"(?P<by>(?:\d{1,2}|an?|half an?) (?:minutes?|mins?|hours?)) (?:later|after(?: (?:that|it))?)(?: please"
    r"| too)*"
)
_WHEN_THERE = regex(
    r"(?P<order>(?:please |can you )*(?:set (?:me )?an alarm|wake me(?: up)?|remind me)) (?:for |at )?"
    r"when it(?:'s| is) (?P<time>[^,]{1,20}?) (?:over )?there(?P<day> today| tomorrow)?(?P<rest> to .+)?"
)


def behind(text: str, turn: Turn) -> str:
    """The whole sentence; the same one where it needs none, or is no sequel of what was done."""
    if turn.language != "en" or not turn.earlier or turn.after_talk:
        return text
    last = turn.earlier[-1]
    return next((found for way in _WAYS if (found := way(text.casefold(), last, turn))), text)


def _ticked(text: str, last: Call, turn: Turn) -> str:
    match = _TICKED.fullmatch(text) if last.tool.startswith("lists.") else None
    if match is None:
        return ""
    name = str(last.arguments.get("list") or "shopping")
    return f"tick {match['item'] or match['thing']} off my {name} list"


def _split_otherwise(text: str, last: Call, turn: Turn) -> str:
    match = _SPLIT.fullmatch(text) if last.tool == "math.share" else None
    if match is None:
        return ""
    tip = last.arguments.get("tip")
    return f"split {last.arguments['amount']} by {match['people']}" + (f" with a {tip}% tip" if tip else "")


def _one_for(text: str, last: Call, turn: Turn) -> str:
    """In the unit of the timer before."""
    match = (
        _ONE_FOR.fullmatch(text) if last.tool == "timers.start" and "command" not in last.arguments else None
    )
    unit = next((unit for unit in ("hours", "minutes", "seconds") if unit in last.arguments), "")
    return f"set a {match['name']} timer for {match['count']} {unit}" if match and unit else ""


def _another_for(text: str, last: Call, turn: Turn) -> str:
    """The name behind the length."""
    timed = last.tool == "timers.start" and "command" not in last.arguments
    match = _ANOTHER_FOR.fullmatch(text) if timed else None
    if match is None:
        return ""
    units = ("hours", "minutes", "seconds")
    unit = match["unit"] or next((unit for unit in units if last.arguments.get(unit)), "minutes")
    return f"set a {match['name']} timer for {match['count']} {unit}"


def _that_room(text: str, last: Call, turn: Turn) -> str:
    match = _THAT_ROOM.fullmatch(text) if last.tool == "home.set_light" else None
    return f"make the {match['where']} light {match['how']}" if match else ""


def still_have(text: str, turn: Turn) -> str:
    """The one item that is named taken off again, not all that was put down: "we still have eggs, take those
    off"; the same sentence where it is no such."""
    on_list = turn.language == "en" and turn.earlier and turn.earlier[-1].tool.startswith("lists.")
    match = _STILL_HAVE.fullmatch(text.casefold()) if on_list else None
    if match is None:
        return text
    name = str(turn.earlier[-1].arguments.get("list") or "shopping")
    return f"remove {match['item']} from my {name} list"


def _second_alarm(text: str, last: Call, turn: Turn) -> str:
    """Another one, so much later than the one that was just set."""
    match = _SECOND_ALARM.fullmatch(text) if last.tool == "alarms.set" else None
    length = duration(match["by"]) if match else None
    at = str(last.arguments.get("at", ""))
    if length is None or "T" not in at:
        return ""
    moment = datetime.fromisoformat(at) + length.length
    return f"set an alarm {_said(moment.replace(tzinfo=moment.tzinfo or turn.at.tzinfo), turn.at)}"


def _as_much(text: str, last: Call, turn: Turn) -> str:
    match = _AS_MUCH.fullmatch(text) if last.tool == "math.convert" else None
    into, unit = last.arguments.get("to_unit"), last.arguments.get("from_unit")
    if (
        match is None
        or not into
        or not unit
        or (match["unit"] and match["unit"].rstrip("s") != str(unit).rstrip("s"))
    ):
        return ""
    value = match["value"].removesuffix(" a").removesuffix(" an")
    return f"how many {into} in {'a ' if value == 'half' else ''}{value} {unit}"


def _by_degrees(text: str, last: Call, turn: Turn) -> str:
    """Degrees are of warmth, whatever "it" was."""
    match = _DEGREES.fullmatch(text) if not last.tool.startswith("home.set_light") else None
    if match is None or "climate" in str(last.arguments.get("domain")):
        return ""
    count = "1" if match["count"] in ("a", "an", "one") else match["count"]
    return f"turn the heating {match['way']} by {count} degrees"


def _meant_another(text: str, last: Call, turn: Turn) -> str:
    """The other item of a list, where the one that was named is not on it."""
    match = _MEANT.fullmatch(text) if last.tool == "lists.remove" else None
    if match is None or (match["not"] or match["not2"]) != str(last.arguments.get("item", "")).casefold():
        return ""
    return f"remove {match['but'] or match['but2']} from my {last.arguments.get('list') or 'shopping'} list"


def _part_of_day(text: str, last: Call, turn: Turn) -> str:
    """No greeting, where something was just set for a day."""
    match = _PART_OF_DAY.fullmatch(text) if last.tool in {"reminders.add", "calendar.add"} else None
    return f"make it in the {match['part']}" if match else ""


def _when_there(text: str, last: Call, turn: Turn) -> str:
    """At the moment at which it is so late there."""
    match = _WHEN_THERE.fullmatch(text) if last.tool == "clock.time" else None
    zone = zone_of(str(last.arguments.get("place", ""))) if match else None
    if match is None or zone is None:
        return ""
    told = find(f"at {match['time']}{match['day'] or ''}", turn.at)
    if not told or told[0].at is None:
        return ""
    at = told[0].at.replace(tzinfo=zone).astimezone(turn.at.tzinfo)
    at += timedelta(days=at <= turn.at and not match["day"])
    return f"{match['order']} {_said(at, turn.at)}{match['rest'] or ''}"


_NOON = 12


def _said(at: datetime, now: datetime) -> str:
    day = "today" if at.date() == now.date() else at.strftime("on %B %-d")
    return f"{day} at {at:%-I:%M} {'am' if at.hour < _NOON else 'pm'}"


def _with_its_share(text: str, last: Call, turn: Turn) -> str:
    """A share that was worked out, put on the amount or taken off it."""
    share = _SHARE.fullmatch(str(last.arguments.get("expression", "")).casefold())
    if last.tool != "math.calculate" or share is None:
        return ""
    sign = "plus" if _PUT_ON.fullmatch(text) else "minus" if _TAKEN_OFF.fullmatch(text) else ""
    return f"what is {share['of']} {sign} {share['n']}%" if sign else ""


_MOMENTS = frozenset({"alarms.set", "reminders.add", "calendar.add"})


def _at_that_time(text: str, last: Call, turn: Turn) -> str:
    """An order for the moment for which an alarm, a reminder or an event was just set."""
    match = _AT_THAT_TIME.fullmatch(text) if last.tool in _MOMENTS else None
    at = str(last.arguments.get("at", ""))
    if match is None or last.arguments.get("repeat") or "T" not in at:
        return ""
    moment = datetime.fromisoformat(at)
    return f"{match['order']} {_said(moment.replace(tzinfo=moment.tzinfo or turn.at.tzinfo), turn.at)}"


_WAYS: tuple[Callable[[str, Call, Turn], str], ...] = (
    _ticked, _split_otherwise, _one_for, _as_much, _by_degrees, _meant_another, _part_of_day, _when_there,
    _with_its_share, _at_that_time, _another_for, _that_room,
    _second_alarm,
)  # fmt: skip
