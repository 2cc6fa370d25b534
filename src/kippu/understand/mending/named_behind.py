"""The name that an order lacked, said behind it: "the front door" after "unlock" is "unlock the front door".

A name alone tells of nothing to be done: without such an order it is none. Knows what was said last and what
came of it; runs nothing.
"""

from collections.abc import Callable

from kippu.regex import regex
from kippu.turn import Call, Language, Turn
from kippu.understand.cues import Frame, target_of
from kippu.understand.text import is_question, sentence

_IT = regex(r"\b(?:it|that|this|them|those)\b")
_IT_JA = regex(r"^(?:それ|これ|あれ)(?:を|は)?")
_LEAD_EN = regex(r"^(?:(?:i mean|i meant|oh|sorry|well|um|uh)[, ]+)+")
_TAIL_EN = regex(r"[, ]+(?:please|i mean|i meant)$")
_TAIL_JA = regex(r"(?:のこと)?(?:を|です|だよ|ね|よ|お願い(?:します)?)*$")
_TELLING = (
    "verbs", "ask", "blocks", "values", "percent", "number", "degrees", "tenths", "colors", "kelvins",
    "kelvin", "yes", "no", "more", "all", "except", "pronouns",
)  # fmt: skip
_OPEN = frozenset({"name", "area", "floor"})
_REFUSED = frozenset({"about.which", "about.unclear"})


def named_behind(text: str, turn: Turn, apart: Callable[[str], Frame]) -> str:
    """The whole order; every other sentence as it is. ``apart`` takes a text apart."""
    before = next((line.text for line in reversed(turn.history) if line.role == "user"), "")
    name = _bare(text, turn.language)
    if (
        not before
        or turn.offered
        or is_question(turn.text)
        or is_question(before)
        or not is_name(apart(name))
    ):
        return text
    if any(call.tool not in _REFUSED and _is_aimed_or_not_of_home(call) for call in turn.earlier):
        return text
    order = sentence(before, turn.language)
    if not _lacks_a_name(apart(order)):
        return text
    if turn.language == "ja":
        return f"{name}を{_IT_JA.sub('', order)}"
    folded = order.casefold()
    return _IT.sub(name, folded, count=1) if _IT.search(folded) else f"{folded} {name}"


def _is_aimed_or_not_of_home(call: Call) -> bool:
    return not call.tool.startswith("home.") or bool(_OPEN & target_of(call).keys())


def _bare(text: str, language: Language) -> str:
    if language == "ja":
        return _TAIL_JA.sub("", text)
    return _TAIL_EN.sub("", _LEAD_EN.sub("", text.casefold()))


def is_name(frame: Frame) -> bool:
    """Whether the words are of a thing, a kind of things or a room, and of nothing else."""
    return (bool(frame.mentions) or frame.has("kinds")) and not frame.leftover and not _tells(frame)


def _tells(frame: Frame) -> bool:
    """Whether it says more than what only the words for a thing seem to say, as "the heating" a mode."""
    named = {cue.start for cue in frame.cues if cue.group == "kinds"}
    named |= {at for mention in frame.mentions for at in range(mention.start, mention.end)}
    seems = ("modes", "properties", "states")
    return any(cue.group in _TELLING or (cue.group in seems and cue.start not in named) for cue in frame.cues)


def _lacks_a_name(frame: Frame) -> bool:
    """Whether it orders something, of nothing that it names: a lock's word is that of the deed."""
    verbs = {cue.start for cue in frame.cues if cue.group == "verbs"}
    named = frame.mentions or any(cue.group == "kinds" and cue.start not in verbs for cue in frame.cues)
    states = any(cue.group == "states" and cue.start not in verbs for cue in frame.cues)
    asks = states or frame.tells("ask", "blocks", "all", "except")
    return bool(verbs) and not named and not frame.leftover and not asks
