"""What a template takes, and where the words around it say that it took too much."""

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from kippu.regex import regex
from kippu.turn import Call, Meaning
from kippu.understand.asking.asking_back import in_words
from kippu.understand.cues import PLAYER_TOOLS, player
from kippu.understand.follow.then import at_that_time
from kippu.understand.later.schedule import POINTS
from kippu.understand.phrases.arithmetic import is_calculation
from kippu.understand.phrases.drawable import is_picture
from kippu.understand.phrases.on_a_list import is_on_a_list, off_its_list
from kippu.understand.reading.another import another
from kippu.understand.reading.later import all_that_can_be_later, each_at_its_time
from kippu.understand.reading.lumps import lumps, names_kind
from kippu.understand.reading.overreach import is_too_much
from kippu.understand.reading.pointing import pointed_at
from kippu.understand.reading.said import Said
from kippu.understand.reading.sure import LOOSE, PLAIN, TEMPLATE
from kippu.understand.text import sentence

if TYPE_CHECKING:
    from kippu.understand.templates import Match

_FREE = frozenset({"text", "item", "command", "what", "query"})
"""Arguments that are the person's own words."""
_SIGHED = regex(r"っけ$|[いただる]、(?:終わった|おわった)")
"""Remembering aloud, or a sigh: 「単位やばい、終わった」."""
_PLEASE = regex(r"^(?:please|can you|could you|would you)[ ,]+", re.IGNORECASE)
_TO_A_QUESTION = frozenset({"about.yes", "about.ok", "about.no", "about.praise"})
_THANKS = regex(r"\b(?:thanks|thank you|thx|cheers)[.! ]*$", re.IGNORECASE)


def by_template(said: Said) -> Meaning | None:
    """The call of the template that takes the sentence, unless another reader knows better."""
    match = said.led
    if match is None:
        return None
    match = replace(match, call=off_its_list(match.call))
    if pointed := pointed_at(said, match.call):
        return pointed
    holds, row = another(said, match)
    if row or holds:
        return row
    if _is_time_here(said, match.call):
        return Meaning("template", TEMPLATE, (Call("clock.time"),))
    if is_too_much(match.call, said.text, said.language, said.apart):
        return None
    is_planned = "command" in match.call.arguments
    if is_planned and (planned := each_at_its_time(said) or all_that_can_be_later(said)):
        return planned
    if otherwise := _otherwise(said, match.call):
        return otherwise
    if match.call.tool == "lists.check" and (said.is_question or _SIGHED.search(said.text)):
        return None  # 「洗濯機終わった？」 asks, and ticks nothing off
    written = is_picture(said.text, said.language) or is_on_a_list(said.text, said.language)
    if match.loose and not written and _is_plainly_home(said):
        return None
    return _taken(said, match)


_CLOCK = regex(r"\btime\b|何時|なんじ|時刻|時間(?!$)", re.IGNORECASE)
"""By itself 「お風呂の時間」 is when one bathes."""


def _is_time_here(said: Said, call: Call) -> bool:
    """Whether it asks for the time in a room of the home, whose clock is the one here."""
    if call.tool != "clock.time" or "place" not in call.arguments or not _CLOCK.search(said.text):
        return False
    place = said.apart(str(call.arguments["place"]))
    return any(mention.rooms for mention in place.mentions) and not place.leftover


def _otherwise(said: Said, call: Call) -> Meaning | None:
    """A sum that looks like an item of a list; a yes or no that answers the model's question."""
    summed = _PLEASE.sub("", said.text)
    if call.tool == "lists.add" and is_calculation(summed, said.language):
        return Meaning("template", TEMPLATE, (Call("math.calculate", {"expression": summed}),))
    if call.tool in _TO_A_QUESTION and _was_asked(said):
        return Meaning("talk", 0.8)
    if call.tool in {"about.yes", "about.ok"} and _THANKS.search(said.turn.text):
        return Meaning("template", TEMPLATE, (Call("about.thanks"),))
    return None


def _was_asked(said: Said) -> bool:
    """True when the talk before ended in a question, to which this is the reply."""
    history = said.turn.history
    return bool(history) and history[-1].text.rstrip().endswith(("?", "？"))


def _is_plainly_home(said: Said) -> bool:
    """True for "I need the boat door open": every word of it is explained, and names what there is."""
    reading = said.cues.read(said.text, said.names, said.turn.here)
    if reading is None or reading.confidence < PLAIN:
        return False
    return reading.aimed or reading.calls[0].tool == "home.media"


def _taken(said: Said, match: "Match") -> Meaning:
    call = _in_own_words(said, match) if match.loose else match.call
    if call.tool in PLAYER_TOOLS:
        call = player(said.frame, said.index, call)
    call = _without_pronoun(call)
    call = at_that_time(call, said.language, said.turn.earlier, said.turn.at)
    # A command for later is read in its turn.
    loose = 3 * match.taken > len(said.text) and "command" not in call.arguments
    calls = _each_named(said, call) if match.loose else (call,)
    return Meaning("template", LOOSE if loose else TEMPLATE, calls)


_FREE_TEXT = {"lists.add": "item", "notes.add": "text"}
_POINTS = regex(
    r"(?:(?:of |about )?(?:it|that|this|those|these|them)|all of (?:it|that|them)|それ|これ|それら)",
    re.IGNORECASE,
)


def _without_pronoun(call: Call) -> Call:
    """Without words that only point at what was said: what shall be put down is asked."""
    key = _FREE_TEXT.get(call.tool, "")
    said = str(call.arguments.get(key, ""))
    return Call(call.tool, {**call.arguments, key: ""}) if key and _POINTS.fullmatch(said) else call


def _in_own_words(said: Said, match: "Match") -> Call:
    """Free text as it was said: "one pot pasta", not "1"."""
    call = match.call
    spelt = said.match(said.words, said.turn.here)
    if spelt and spelt.call.tool == call.tool:
        texts = {
            key: spelt.call.arguments[key]
            for key in _FREE & spelt.call.arguments.keys() & call.arguments.keys()
            if _same(said, str(spelt.call.arguments[key]), str(call.arguments[key]))
        }
        call = Call(call.tool, {**call.arguments, **texts})
    return call


def _each_named(said: Said, call: Call) -> tuple[Call, ...]:
    """A command for later with "it" named; one for each of "them"."""
    command = call.arguments.get("command") if call.tool not in PLAYER_TOOLS else None
    meant = said.reading(str(command).removesuffix(" again")) if command else None
    if meant is None or (meant.aimed and not POINTS.search(str(command))):
        return (call,)
    if lumps(str(command), said.apart):  # half of it would be left out
        frame = said.apart(str(command))
        named = frame.mentions or names_kind(frame) or frame.has("all")
        return (call,) if named else (Call("about.which"),)
    spoken = [in_words(one, said.language, said.names) for one in meant.calls]
    if not all(spoken):
        return (call,)
    return tuple(Call(call.tool, {**call.arguments, "command": one}) for one in spoken)


def _same(said: Said, spelt: str, read: str) -> bool:
    """False when the one holds more than the other: 「三十分後に」 is a time only in digits."""
    return sentence(spelt, said.language).casefold() == sentence(read, said.language).casefold()
