"""A word that is a door's and a place's: "the garage" is opened, and what is in it is turned on; a room's
number; a thing that is said to be where it is not.

Knows the taken-apart sentence: where the home has such a room, that is mentioned beside it.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from kippu.names import Room
from kippu.regex import regex
from kippu.understand.cues.frame import Frame
from kippu.understand.cues.lexicon import Cue, lexicon
from kippu.understand.cues.mentions import Index

_DOORS = frozenset({"cover/garage", "cover/gate"})
_PLACES = frozenset({"garage", "gate", "ガレージ", "車庫", "門", "ゲート"})
"""Such a word alone: "garage door" is no place."""
_SWITCHES = ("on", "off")
_WITHIN = regex(r"\b(?:in|inside|within|around|at) (?:the |my |our )?$")
_GOES_ON = regex(r",? (?!and\b|percent\b|degrees?\b|please$)[a-z]")
_ROBOTS = frozenset({"vacuum", "lawn_mower"})
"""Go about."""
_IS_IN = regex(r" (?:in|at) (?:the |my |our )")
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


def without_room_numbers(parts: Frame) -> Frame:
    """The sentence without the numbers of rooms: "bedroom two, lights off" sets nothing to two percent. Which
    room that is stays unexplained."""
    ends = {mention.end for mention in parts.mentions if mention.rooms and not mention.things}
    numbers = [cue for cue in parts.cues if cue.group == "number" and _is_of_a_room(cue, parts, ends)]
    if not numbers or not parts.text.isascii():
        return parts
    kept = tuple(cue for cue in parts.cues if cue not in numbers)
    by_group: dict[str, list[str]] = {}
    for cue in kept:
        by_group.setdefault(cue.group, []).append(cue.value)
    said = (parts.text[cue.start : cue.end] for cue in numbers)
    return replace(parts, cues=kept, by_group=by_group, leftover=(*parts.leftover, *said))


def _is_of_a_room(cue: Cue, parts: Frame, ends: set[int]) -> bool:
    """Whether a small number stands right behind a room, and something else behind it."""
    before, behind = parts.text[: cue.start].rstrip(), parts.text[cue.end :]
    return len(before) in ends and cue.value in "123456789" and _GOES_ON.match(behind) is not None


def misplaced(parts: Frame, index: Index, rooms: Iterable[Room], *, alike: bool = False) -> Iterator[str]:
    """What a thing is called that is said to be where it is not: "the coffee machine in the bedroom" is no
    light there. ``alike``: that alone which no other thing of its kind is called, for there is one."""
    names = {room.name for room in rooms}
    if not names or index.language == "ja":
        return
    known = lexicon(index.language).words if alike else frozenset()
    for mention in parts.mentions:
        stays = mention.things and all(thing.domain not in _ROBOTS for thing in mention.things)
        if stays and not any(thing.room in names for thing in mention.things):
            said = index.tokens(parts.text[mention.start : mention.end])
            own = [word for word in said if word not in known and f"{word}s" not in known]
            yield from own if _IS_IN.match(parts.text, mention.end) else ()


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
