"""A word that is a door's and a place's: "the garage" is opened, and what is in it is turned on.

Knows the taken-apart sentence and no names: where the home has such a room, that is mentioned beside it.
"""

from dataclasses import replace

from kippu.regex import regex
from kippu.understand.cues.frame import Frame
from kippu.understand.cues.lexicon import Cue

_DOORS = frozenset({"cover/garage", "cover/gate"})
_PLACES = frozenset({"garage", "gate", "ガレージ", "車庫", "門", "ゲート"})
"""Such a word alone: "garage door" is no place."""
_SWITCHES = ("on", "off")
_WITHIN = regex(r"\b(?:in|inside|within|around|at) (?:the |my |our )?$")
_WITHIN_JA = regex(r"(?:の)?(?:中|なか)")


def with_places(parts: Frame) -> Frame:
    """The sentence without doors that are places in it: such a word is a room's, or stays unexplained.

    "Turn on the garage" must open no door: only what is opened or closed by its verb is one.
    """
    places = [cue for cue in parts.cues if cue.group == "kinds" and _is_place(cue, parts)]
    if not places:
        return parts
    kept = tuple(cue for cue in parts.cues if cue not in places)
    rooms = [(mention.start, mention.end) for mention in parts.mentions]
    unknown = [
        parts.text[cue.start : cue.end]
        for cue in places
        if not any(start <= cue.start and cue.end <= end for start, end in rooms)
    ]
    by_group: dict[str, list[str]] = {}
    for cue in kept:
        by_group.setdefault(cue.group, []).append(cue.value)
    return replace(parts, cues=kept, by_group=by_group, leftover=(*parts.leftover, *unknown))


def _is_place(cue: Cue, parts: Frame) -> bool:
    if cue.value not in _DOORS or parts.text[cue.start : cue.end].removesuffix("の") not in _PLACES:
        return False
    if _WITHIN.search(parts.text[: cue.start]) or _WITHIN_JA.match(parts.text, cue.end):
        return True
    return _verb_of(cue, parts) in _SWITCHES


def _verb_of(cue: Cue, parts: Frame) -> str | None:
    """What is done to it: the last verb before it; in Japanese, and where none is, the first behind it."""
    verbs = [one for one in parts.cues if one.group == "verbs" and one.value in (*_SWITCHES, "open", "close")]
    before = [one.value for one in verbs if one.start < cue.start] if parts.text.isascii() else []
    return before[-1] if before else next((one.value for one in verbs if one.start > cue.start), None)
