"""Whether what Kippu made of a sentence of a public set is what its marks ask for. Knows no engine.

Every marked part must stand in the calls where a tool that is right for the sentence has a place for it:

- the list in ``list``, the colour in ``color``, and what names somebody, something or some place in words;
- the room as the one that is meant ("bedroom" is not the master bedroom), and the device: one that the call
  selects must be called so, by its name, alias or kind ("oven" is not the TV);
- the amount: "to ninety" is that value, "by ten" that step, "half", "full" and "off" theirs, words such as "a
  bit" any; up is up and down is down (``ways`` in ``understand/intents.yaml``), and mute is no volume but 0;
- times: see ``understand_times.py``;
- the weather's place and day: there is only today's, of the home; of another, to say so is right.

What the data can't tell is not judged: items of lists and texts of messages are not marked at all, CLINC150
marks nothing ("turn on the fan" is as right with the TV), a bare "seven" may be one of ten or of a hundred,
and a room or device that the home of the bench hasn't is rightly answered so.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from kippu.names import Names
from kippu.turn import Call, Meaning
from kippu.understand.text import sentence
from understand_selecting import (
    KIND_WORDS,
    called_rooms,
    in_home,
    is_of_the_home,
    is_whole_home,
    room_named,
    told_of,
)
from understand_times import Takes, Times, holds_times, is_not_today, times
from understand_words import words

TALK = "talk"
_ABOUT_ITSELF = ("about.", "help.")
_BESIDE = (*_ABOUT_ITSELF, "history.why")
"""Tools that say something beside the answer, and do nothing."""
_HONEST = frozenset(
    {"about.no_such_thing", "about.unclear", "about.cannot", "about.no_forecast", "about.there_are"}
)
"""Says that it can't: neither a deed nor mere talk, and no mistake."""
_ANY_EVENT = frozenset(
    "meeting appointment event call reminder schedule calendar alarm thing plan next first".split()
)
"""What an event is by its kind: to show all of a day shows these, and to add one needs no such word."""
_ANY_MEDIA = KIND_WORDS["media_player"] | frozenset(
    "next previous last song track episode podcast audiobook audio book playlist album chapter radio station "
    "all playing random shuffle repeat game".split()
)
"""What a button of the player is pressed for: "skip to the next episode"."""
_CALLED = {"birth_date": "birthday"}
"""What people call a detail that a tool is asked for."""
_HERE = frozenset("home town here area outside local current location city region place hometown".split())
_TEXTS = frozenset("text words query item to people subject place what holiday".split())
_FULL = re.compile(r"\b(?:max(?:imum)?|full(?:est)?|loudest|highest|brightest|all the way)\b", re.I)
_LEAST = re.compile(r"\b(?:off|mute|silent|lowest|min(?:imum)?|dimmest|quietest)\b", re.I)
_ABSOLUTE = ("volume", "brightness", "position", "speed", "value")


@dataclass(frozen=True, slots=True)
class Verdict:
    """What came of one sentence."""

    exact: bool
    """The right tools and nothing else, with every marked part that the tool can hold; or rightly talk."""
    tool_right: bool
    """The right tools and nothing else, whatever their words; or rightly talk."""
    wrong: bool
    """Something was run that is not right. To ask back is not wrong, nor to say that it can't be done."""
    told_apart: bool
    """Talk was taken for talk, and a request for a request."""
    asked: bool
    free: bool
    """A request that no sentence template took whole: what is left for the readers behind."""
    sure: float
    """How sure the step said it was."""


@dataclass(frozen=True, slots=True)
class _Asked:
    """What a sentence asks for, beside what there is."""

    marks: Sequence[tuple[str, str]]
    wanted: Sequence[str]
    times: Times
    now: datetime
    names: Names
    takes: Takes

    def places(self, calls: Sequence[Call]) -> set[str]:
        """What the right tools and those called take."""
        tools = {*self.wanted, *(call.tool for call in calls)}
        return {place for tool in tools for place in self.takes.get(tool, ())}

    def takes_words(self, calls: Sequence[Call]) -> bool:
        """Whether some right tool has a place for words; a ``name`` in the home is a device's."""
        tools = {*self.wanted, *(call.tool for call in calls)}
        return any(
            _TEXTS & set(self.takes.get(tool, ()))
            or ("name" in self.takes.get(tool, ()) and not tool.startswith("home."))
            for tool in tools
        )


def judge(
    meaning: Meaning,
    tools: Sequence[str],
    marks: Sequence[tuple[str, str]],
    now: datetime,
    names: Names,
    takes: Takes,
) -> Verdict:
    """``tools``: any is right, ``talk`` too where it is among them; ``marks``: pairs of slot and text, with
    ``way`` among them where the intent says which; ``takes``: the names of what each tool takes."""
    honest = any(call.tool in _HONEST for call in meaning.calls)
    calls = [call for call in meaning.calls if not call.tool.startswith(_BESIDE)]
    proposed = [call for call in meaning.proposed if not call.tool.startswith(_ABOUT_ITSELF)]
    talk_is_right = any(tool.startswith(TALK) for tool in tools)
    wanted = [tool for tool in tools if not tool.startswith(TALK)]
    asked = _Asked(
        marks, wanted, times([text for slot, text in marks if slot == "when"], now), now, names, takes
    )
    if calls:
        tool_right = all(call.tool in wanted for call in calls)
        exact = tool_right and not _room_is_elsewhere(asked) and _holds_all(calls, asked)
    else:
        tool_right = exact = not meaning.question and (
            talk_is_right or (honest and ("about.no_forecast" in wanted or _is_elsewhere(asked)))
        )
    acted = bool(calls or proposed or meaning.question)
    told_apart = honest or (talk_is_right and not acted) or (bool(wanted) and acted)
    free = not talk_is_right and meaning.by != "template"
    return Verdict(
        exact,
        tool_right,
        bool(calls) and not exact,
        told_apart,
        bool(meaning.question),
        free,
        meaning.confidence,
    )


def _room_is_elsewhere(asked: _Asked) -> bool:
    """True when a marked room is none of this home: then saying so is right, and any deed is wrong."""
    return any(slot == "room" and not is_of_the_home(text, asked.names) for slot, text in asked.marks)


def _is_elsewhere(asked: _Asked) -> bool:
    """True when a marked room or device is none of this home."""
    at_home = any(tool.startswith("home.") for tool in asked.wanted)
    devices = [text for slot, text in asked.marks if slot == "device"]
    return _room_is_elsewhere(asked) or (at_home and any(not in_home(text, asked.names) for text in devices))


def _holds_all(calls: Sequence[Call], asked: _Asked) -> bool:
    if "about.no_forecast" in asked.wanted:
        return _is_weather_here(asked)
    return holds_times(calls, asked.times, asked.now, asked.takes, asked.places(calls)) and all(
        _holds(calls, slot, text, asked) for slot, text in asked.marks
    )


def _is_weather_here(asked: _Asked) -> bool:
    """Whether the weather that there is, the home's now, is the one asked for."""
    places = [words(text) for slot, text in asked.marks if slot == "place"]
    return not is_not_today(asked.times, asked.now) and all(place <= _HERE for place in places)


def _holds(calls: Sequence[Call], slot: str, text: str, asked: _Asked) -> bool:
    """Whether the calls hold a marked part, where they have a place for it."""
    places = asked.places(calls)
    match slot:
        case "when":
            return True  # all of a sentence are judged together
        case "device":
            return "domain" not in places or any(words(text) <= told_of(call, asked.names) for call in calls)
        case "room":
            return _holds_room(calls, text, asked.names)
        case "amount":
            return _holds_amount(calls, text)
        case "way":
            return _goes(calls, text)
        case "color":
            return "color" not in places or _said(text, calls, ("color",))
        case "list":
            return any(call.tool == "lists.all" for call in calls) or _said(text, calls, ("list",))
        case "media" if any(call.tool != "home.play" for call in calls):
            told = {word for call in calls for word in told_of(call, asked.names)}
            return words(text) <= _ANY_MEDIA | told
    if slot in ("place", "person", "title") and not asked.takes_words(calls):
        return all(not call.arguments for call in calls) or _said(text, calls)
    return _said(text, calls)


def _said(text: str, calls: Sequence[Call], places: Sequence[str] = ()) -> bool:
    """Whether the words that count of a marked part stand in the arguments."""
    told = {
        word
        for call in calls
        for place, value in call.arguments.items()
        if value is not None and (not places or place in places)
        for word in words(_CALLED.get(str(value), str(value)), every=True)
    }
    return words(text) - _ANY_EVENT <= told


def _holds_room(calls: Sequence[Call], text: str, names: Names) -> bool:
    named = room_named(text, names)
    if named and all(call.tool.startswith("home.") for call in calls):
        return any(named in called_rooms(call, names) for call in calls)
    return is_whole_home(text) or any(words(text) <= told_of(call, names) for call in calls)


def _holds_amount(calls: Sequence[Call], text: str) -> bool:
    given = [float(call.arguments[key]) for call in calls for key in _ABSOLUTE if _has(call, key)]
    given += [0.0 for call in calls if call.tool in ("home.mute", "home.turn_off")]
    steps = [abs(float(call.arguments["step"])) for call in calls if _has(call, "step")]
    plain = sentence(text, "en").casefold()
    meant = _amount(plain)
    if meant is None:
        return bool(given or steps)
    either = {meant, meant * 10} if meant <= 10 and "%" not in plain and "percent" not in plain else {meant}
    if re.match(r"to\b", plain) or meant in (0, 100):
        return bool(either & set(given))
    return bool(either & set(steps if re.match(r"by\b", plain) else [*steps, *given]))


def _has(call: Call, key: str) -> bool:
    return call.arguments.get(key) is not None


def _amount(text: str) -> float | None:
    """In hundredths; None where the words name none ("a bit")."""
    if number := re.search(r"\d+(?:\.\d+)?", text):
        return float(number[0])
    if _FULL.search(text):
        return 100
    if _LEAST.search(text):
        return 0 if re.search("off|mute|silent", text) else None
    return 50 if re.search(r"\bhalf\b", text) else None


def _goes(calls: Sequence[Call], way: str) -> bool:
    """Whether steps go up or down as the intent says, and what is to be off is."""
    if way == "off":
        return all(call.arguments["volume"] == 0 for call in calls if _has(call, "volume"))
    steps = [float(call.arguments["step"]) for call in calls if _has(call, "step")]
    return all((step > 0) == (way == "up") for step in steps)
