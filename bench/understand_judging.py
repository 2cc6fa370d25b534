"""Whether what Kippu made of a sentence of a public set is what its marks ask for. Knows no engine."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from kippu.names import Names
from kippu.turn import Call, Meaning
from kippu.understand.text import sentence
from kippu.understand.when_en import find

TALK = "talk"
_ABOUT_ITSELF = ("about.", "help.")
_BESIDE = (*_ABOUT_ITSELF, "history.why")
"""Tools that say something beside the answer, and do nothing."""
_HONEST = frozenset(
    {"about.no_such_thing", "about.unclear", "about.cannot", "about.no_forecast", "about.there_are"}
)
"""Says that it can't: neither a deed nor mere talk, and no mistake."""
_EMPTY = frozenset(
    "a an the my our your this that these those some of to for in on at and is with by me i please it "
    "list called".split()
)
_ANY_EVENT = frozenset(
    "meeting appointment event call reminder schedule calendar alarm thing plan next first".split()
)
"""What an event is by its kind: to show all of a day shows these, and to add one needs no such word."""
_WHOLE_HOME = frozenset(
    {"house", "home", "apartment", "flat", "room", "place", "whole house", "entire house"}
)
_WORD = re.compile(r"[\w]+")
_POSSESSIVE = re.compile(r"'s?\b|'$")


@dataclass(frozen=True, slots=True)
class Verdict:
    """What came of one sentence."""

    exact: bool
    """The right tools and nothing else, with every marked part that the tool can hold; or rightly talk."""
    wrong: bool
    """Something was run that is not right. To ask back is not wrong, nor to say that it can't be done."""
    told_apart: bool
    """Talk was taken for talk, and a request for a request."""
    asked: bool
    free: bool
    """A request that no sentence template took whole: what is left for the readers behind."""


def judge(
    meaning: Meaning, tools: Sequence[str], marks: Sequence[tuple[str, str]], now: datetime, names: Names
) -> Verdict:
    """``tools``: any is right, ``talk`` too where it is among them; ``marks``: pairs of slot and text."""
    honest = any(call.tool in _HONEST for call in meaning.calls)
    calls = [call for call in meaning.calls if not call.tool.startswith(_BESIDE)]
    proposed = [call for call in meaning.proposed if not call.tool.startswith(_ABOUT_ITSELF)]
    talk_is_right = any(tool.startswith(TALK) for tool in tools)
    wanted = [tool for tool in tools if not tool.startswith(TALK)]
    elsewhere = _room_is_elsewhere(marks, names)
    if calls:
        right = all(_is_one_of(call.tool, wanted) for call in calls) and not elsewhere
        exact = right and all(_holds(calls, slot, text, now) for slot, text in marks)
    else:
        exact = not meaning.question and (
            talk_is_right or (honest and ("about.no_forecast" in wanted or elsewhere))
        )
    acted = bool(calls or proposed or meaning.question)
    told_apart = honest or (talk_is_right and not acted) or (bool(wanted) and acted)
    free = not talk_is_right and meaning.by != "template"
    return Verdict(exact, bool(calls) and not exact, told_apart, bool(meaning.question), free)


def _is_one_of(tool: str, wanted: Sequence[str]) -> bool:
    return any(tool == one or (one.endswith("*") and tool.startswith(one[:-1])) for one in wanted)


def _room_is_elsewhere(marks: Sequence[tuple[str, str]], names: Names) -> bool:
    """True when a marked room is none of this home: then saying so is right, and any deed is wrong."""
    known = {said.casefold() for room in names.rooms for said in (room.name, *room.aliases)} | _WHOLE_HOME
    known = {room.replace(" ", "") for room in known | {floor.casefold() for floor in names.floors}}
    marked = [text.casefold().replace(" ", "") for slot, text in marks if slot == "room"]  # "bed room"
    return any(not any(room in text or text in room for room in known) for text in marked)


def _holds(calls: Sequence[Call], slot: str, text: str, now: datetime) -> bool:
    """Whether the calls hold a marked part, where they have a place for it."""
    values = [value for call in calls for value in call.arguments.values() if value is not None]
    if slot == "when":
        return _holds_moment(calls, text, now)
    if slot in ("device", "amount", "color"):
        return slot != "color" or not any("color" in call.arguments for call in calls) or _said(text, values)
    if slot == "room" and text.casefold() in _WHOLE_HOME:
        return True
    if slot in ("place", "person", "title") and not any(isinstance(value, str) for value in values):
        return all(not call.arguments for call in calls)  # the tool takes none: all events, the weather here
    if slot == "media" and any(call.tool != "home.play" for call in calls):
        return True  # "skip to the next episode" is a button of the player
    if slot == "list" and any(call.tool == "lists.all" for call in calls):
        return True
    return _said(text, values)


def _said(text: str, values: Sequence[object]) -> bool:
    """Whether the words that count of a marked part stand in the arguments."""
    told = {_stem(word) for value in values for word in _WORD.findall(sentence(str(value), "en").casefold())}
    words = (
        {_stem(word) for word in _WORD.findall(_POSSESSIVE.sub("", sentence(text, "en").casefold()))}
        - _ANY_EVENT
        - {_stem(word) for word in _EMPTY}
    )
    return words <= told


def _stem(word: str) -> str:
    return (
        word[:-1]
        if len(word) > 3 and word.endswith("s")
        else {"grocery": "shopping", "grocerie": "shopping"}.get(word, word)
    )


def _holds_moment(calls: Sequence[Call], text: str, now: datetime) -> bool:
    told = [
        str(value)
        for call in calls
        for key, value in call.arguments.items()
        if key in ("at", "day") and value
    ]
    phrases = [phrase for phrase in find(sentence(text, "en"), now) if phrase.at or phrase.day]
    if not told or not phrases:
        return True  # the tool takes no time, or the mark names none ("upcoming", "every")
    phrase = phrases[-1]
    if phrase.day:
        return any(value.startswith(phrase.day.isoformat()) for value in told)
    assert phrase.at is not None
    clocks = [datetime.fromisoformat(value) for value in told if "T" in value]
    return any((one.hour % 12, one.minute) == (phrase.at.hour % 12, phrase.at.minute) for one in clocks)
