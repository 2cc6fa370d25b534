"""What a sentence means once only the clause that asks is left of it or it is no longer in the passive, or a
Japanese one once it is written instead of spoken. Knows the readers by one function.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import replace

from kippu.names import Names
from kippu.regex import regex
from kippu.turn import Call, Meaning, Turn
from kippu.understand.asking.asking_back import shall_i
from kippu.understand.cues import Index
from kippu.understand.fitting import risky
from kippu.understand.mending.asides import without_asides
from kippu.understand.mending.asides_en import without_asides_en
from kippu.understand.mending.passive import in_active
from kippu.understand.mending.spelling import mended, without_reason
from kippu.understand.text import is_question, sentence
from kippu.understand.text.colloquial import as_written, said_names, with_names, written
from kippu.understand.text.dialect import ended, standard

Read = Callable[[Turn], Meaning | None]


def in_standard(turn: Turn, names: Names, read: Read) -> Meaning | None:
    """What the readers make of it with the standard language's endings, and of English in the active voice:
    word cues would take 「閉めたやろか」 for a wish to close, and "i need the door locked" would be shopping.
    None where it has them already."""
    text = sentence(turn.text, turn.language)
    whole = ended(text) if turn.language == "ja" else in_active(text)
    found = read(replace(turn, text=whole)) if whole != text else None
    if found is None or turn.language == "ja":
        return found if found and not _lets_in(found, names) else None
    if not _may_be_passive(found, text):
        return None
    return _whether(found, names) if _lets_in(found, names) or _takes_away(found) else found


_DOUBTS_JA = regex(r"(?:[だす]よね|かな|かも)$")
"""Asks without a mark, which is lost with such an ending."""
_LIST = regex(r"\blists?\b", re.IGNORECASE)
_AWAY = regex(r"\.(?:remove|cancel|clear)")
_OPENS = regex(r"\b(?:unlock|open)\b", re.IGNORECASE)


def _may_be_passive(meaning: Meaning, text: str) -> bool:
    """False for "can jazz be played in church" and "can milk be added to coffee"."""
    tools = {call.tool for call in (*meaning.calls, *meaning.proposed)}
    return "home.play" not in tools and ("lists.add" not in tools or _LIST.search(text) is not None)


def _takes_away(meaning: Meaning) -> bool:
    return any(_AWAY.search(call.tool) for call in meaning.calls)


def _whether(meaning: Meaning, names: Names) -> Meaning | None:
    """The question before somebody is let in, at what was said in a roundabout way; None without words."""
    if meaning.question or any("" in call.arguments.values() for call in meaning.calls):
        return meaning  # what is missing is asked for
    asked = shall_i(meaning.calls, "en", names=names)
    return Meaning("cues", meaning.confidence, question=asked, proposed=meaning.calls) if asked else None


def plainer(turn: Turn, names: Names, read: Read) -> Meaning | None:
    """What the readers make of the nearest way to write it that they take; of English the
    clauses that say why are left out.

    What lets somebody in must have been said in so many words: neither a region's nor one of several clauses.
    """
    if turn.language != "ja":
        return asked(turn, names, read)
    text = sentence(turn.text, "ja")
    mark = "？" if is_question(turn.text) or _DOUBTS_JA.search(text) else ""
    for way in written(text):
        if found := read(replace(turn, text=f"{way}{mark}")):
            return found
    return next((one for one in _read(_farther(text, turn), turn, read) if not _lets_in(one, names)), None)


def asked(turn: Turn, names: Names, read: Read) -> Meaning | None:
    """What the one clause that asks means by itself, where the others say why: their words are cues for
    nothing. In Japanese a template must take it."""
    text = sentence(turn.text, turn.language)
    clauses = (
        without_asides(standard(text), turn.at) if turn.language == "ja" else without_asides_en(text, turn.at)
    )
    readers = ("template", "cues") if turn.language == "en" else ("template",)
    found = (one for one in _read(clauses, turn, read) if one.by in readers and one.calls)
    return next((one for one in found if not _lets_in(one, names)), None)


def without_slips(turn: Turn, text: str, names: Names, index: Index, read: Read) -> Meaning | None:
    """The home command of a sentence with its slips of the pen put right; nothing that lets people in."""
    better = (
        with_names(as_written(text), said_names(names))
        if turn.language == "ja"
        else mended(without_reason(text), index)
    )
    meaning = read(replace(turn, text=better)) if better != text else None
    calls = (*meaning.calls, *meaning.proposed) if meaning else ()
    safe = all(call.tool.startswith("home.") and not risky(call, names) for call in calls)
    return meaning if calls and safe else None


def _farther(text: str, turn: Turn) -> Iterator[str]:
    """Ways to write it without what its region or its haste adds."""
    whole = standard(text)
    for said in dict.fromkeys((whole, *without_asides(whole, turn.at))):
        if said != text:
            yield said
            yield from written(said)


def _read(ways: Iterator[str], turn: Turn, read: Read) -> Iterator[Meaning]:
    return (found for way in ways if (found := read(replace(turn, text=way))))


def _lets_in(meaning: Meaning, names: Names) -> bool:
    calls = (*meaning.calls, *meaning.proposed)
    return any(risky(call, names) or _opens_more(call) for call in calls)


def _opens_more(call: Call) -> bool:
    """Whether it opens all of a room, unlocks what is none of the home's, or does so later."""
    given = call.arguments
    room = call.tool == "home.open" and "name" not in given and bool({"area", "floor"} & given.keys())
    return room or call.tool.endswith("unlock") or bool(_OPENS.search(str(given.get("command", ""))))
