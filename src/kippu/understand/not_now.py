"""What is only cited, or is to be done if something is so, or is to wait for something."""

import re
from collections.abc import Callable
from dataclasses import replace

from kippu.names import Names
from kippu.regex import regex
from kippu.turn import Call, Condition, Meaning, Turn
from kippu.understand.asking.asking_back import cannot, shall_i
from kippu.understand.fitting import is_homes, risky
from kippu.understand.later.schedule import TELLS
from kippu.understand.phrases.citing import announces, cited
from kippu.understand.phrases.conditions import Conditioned, conditioned, tells_when_it_happens
from kippu.understand.phrases.whether import is_ordered, whether
from kippu.understand.when.finding import FIND

Read = Callable[[Turn], Meaning | None]

_SURE = 0.9
_ALL = regex(r"\b(?:all|every\w*)\b|全部|ぜんぶ|すべて|全て|みんな", re.IGNORECASE)
_YES_OR_NO = ("is", "any", "all")
"""Questions about the home that have such an answer."""
_PUT_DOWN = frozenset({"lists.add", "calendar.add", "reminders.add"})
"""A note keeps a condition as a part of its text."""


def not_now(turn: Turn, meaning: Meaning | None, read: Read, names: Names) -> Meaning | None:
    """Talk, what is done on a condition, or the question whether to do it now; None where the sentence means
    what ``meaning`` says."""
    if _is_cited(turn, meaning, read):
        return Meaning("talk", 0.9)
    return _waiting(turn, meaning, read, names)


def _is_cited(turn: Turn, meaning: Meaning | None, read: Read) -> bool:
    """True where what would be done is asked for by words that the sentence cites, not by its own."""
    words = cited(turn.text, turn.language)
    if words is None:
        return False
    inside = read(replace(turn, text=words, asked=(), earlier=()))
    wanted = _tools(inside) if inside else set()
    if announces(turn.text, turn.language):
        return meaning is None or bool(wanted)
    return bool(wanted) and (meaning is None or bool(wanted & _tools(meaning)))


def _waiting(turn: Turn, meaning: Meaning | None, read: Read, names: Names) -> Meaning | None:
    """What a sentence wants done if something is so, or the question whether to do now what it wants done
    when something happens."""
    if meaning is None and tells_when_it_happens(turn.text, turn.language):
        return Meaning("cues", _SURE, question=cannot("wait", turn.language))
    ways = list(conditioned(turn.text, turn.language))
    looked = (_if_it_is_so(turn, way, read, names) for way in ways)
    asked = (_asked_about(turn, way, meaning, read, names) for way in ways)
    return next(filter(None, looked), None) or next(filter(None, asked), None)


def _if_it_is_so(turn: Turn, way: Conditioned, read: Read, names: Names) -> Meaning | None:
    """What is done only if the home is now as the condition says; None where that can't be looked at, and
    where it lets somebody in."""
    asked = whether(way, turn.language) if is_ordered(way.rest, turn.language) else None
    if asked and any(phrase.at or phrase.day for phrase in FIND[turn.language](way.what, turn.at)):
        return None  # what is so at another time can't be looked at now
    found = read(replace(turn, text=asked.question, asked=())) if asked else None
    if asked is None or found is None or found.question or len(found.calls) != 1:
        return None
    call = found.calls[0]
    if asked.mode:
        call = Call("home.state", {"domain": "climate", "state": asked.mode, "ask": "any"})
    compared = call.tool == "home.temperature" and "compare" in call.arguments
    if not compared and (call.tool != "home.state" or call.arguments.get("ask") not in _YES_OR_NO):
        return None
    before = () if _ALL.search(way.rest) else (call,)  # "all" are not the windows that were asked about
    now = read(replace(turn, text=way.rest, asked=(), earlier=before, undo=(), changed=(), deed=None))
    if now is None or not now.calls or now.talk or any(risky(one, names) for one in now.calls):
        return None
    if not all(_is_done_now(one) for one in now.calls):
        return None
    return replace(now, by="cues", confidence=_SURE, condition=Condition(call, asked.holds))


def _is_done_now(call: Call) -> bool:
    """Whether it acts at once: what is planned would be done whatever is so by then, and what is written or
    sent has the condition as a part of its text."""
    if call.tool.startswith("home."):
        return call.tool not in TELLS
    return call.tool == "timers.start" and "command" not in call.arguments


def _asked_about(
    turn: Turn, way: Conditioned, meaning: Meaning | None, read: Read, names: Names
) -> Meaning | None:
    """The question whether to do it now."""
    now = read(replace(turn, text=way.rest, asked=()))
    if now and _keeps(now) and (meaning is None or _has_condition(meaning, now)):
        question = f"{cannot('wait', turn.language)} {shall_i(now.calls, turn.language, names=names)}"
        return Meaning("cues", _SURE, question=question.strip(), proposed=now.calls)
    if meaning and meaning.by == "template" and not is_homes(meaning):
        return None
    if way.rest.casefold().startswith("remind me") and meaning is None:  # of what stands behind the condition
        return Meaning("cues", _SURE, question=cannot("wait", turn.language))
    if now and now.question and any(call.tool.startswith("home.") for call in now.proposed):
        return Meaning("cues", _SURE, question=cannot("wait", turn.language))  # and not which is meant
    if now is None or now.question:
        return None
    done = tuple(call for call in now.calls if call.tool != "about.not_done")
    if not is_homes(replace(now, calls=done)) or any(call.tool in TELLS for call in done):
        return None
    question = f"{cannot('wait', turn.language)} {shall_i(done, turn.language, names=names)}".strip()
    return Meaning("cues", _SURE, question=question, proposed=now.calls)


def _keeps(meaning: Meaning) -> bool:
    """Whether all that it does is to put something down, on a list, or at its time in the calendar or for a
    reminder."""
    if meaning.question or not meaning.calls or not _tools(meaning) <= _PUT_DOWN:
        return False
    return all(call.tool == "lists.add" or call.arguments.get("at") for call in meaning.calls)


def _has_condition(meaning: Meaning, now: Meaning) -> bool:
    """Whether the words that were taken for what is to be put down hold the condition, too."""
    if meaning.question or len(meaning.calls) != 1 or len(now.calls) != 1:
        return False
    taken, bare = (_put(one.calls[0]) for one in (meaning, now))
    return _tools(meaning) == _tools(now) and bare != taken and taken.endswith(bare)


def _put(call: Call) -> str:
    return str(call.arguments.get("item") or call.arguments.get("text") or "")


def _tools(meaning: Meaning) -> set[str]:
    return {call.tool for call in (*meaning.calls, *meaning.proposed)}
