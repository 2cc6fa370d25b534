"""Kinds of thing said beside a named one: "the kitchen light and the lamp", 「電気とエアコン」.

Says which things they are; builds no target.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kippu.names import Thing
from kippu.understand.cues.frame import Frame
from kippu.understand.cues.kinds import Kind, calls_so, is_a
from kippu.understand.cues.lexicon import Cue
from kippu.understand.cues.mentions import Index

_BETWEEN = re.compile(r"\s*(?:,? and |, |と|や|、)\s*(?:and )?(?:(?:the|my|our) )?\s*")
_EVERY = re.compile(r"lights?|lighting|電気|照明|明かり|灯り|あかり")
"""What any light is called: said beside a light it is no other one."""


@dataclass(frozen=True, slots=True)
class Coupled:
    """A kind beside a named thing."""

    kind: Kind
    things: tuple[Thing, ...]
    """The ones that the word may mean where it tells some apart; none for all of the kind."""


def coupled(frame: Frame, index: Index, named: Sequence[Thing], kinds: list[list[Kind]]) -> Iterator[Coupled]:
    """Each kind that an "and" couples to a named thing and that isn't that thing."""
    for cue in frame.cues:
        if cue.group != "kinds" or not _is_coupled(cue, frame):
            continue
        domains = cue.value.split("|")
        kind = next((kind for options in kinds for kind in options if _written(kind) in domains), None)
        if kind is None:
            continue
        if all(thing.domain != kind[0] for thing in named):
            yield Coupled(kind, ())
        elif things := _others(frame.text[cue.start : cue.end], kind, index, named):
            yield Coupled(kind, things)


def _is_coupled(cue: Cue, frame: Frame) -> bool:
    sides = (
        frame.text[mention.end : cue.start]
        if mention.end <= cue.start
        else frame.text[cue.end : mention.start]
        for mention in frame.mentions
        if mention.things
    )
    return any(_BETWEEN.fullmatch(side) for side in sides)


def _written(kind: Kind) -> str:
    return f"{kind[0]}/{kind[1]}" if kind[1] else kind[0]


def _others(word: str, kind: Kind, index: Index, named: Sequence[Thing]) -> tuple[Thing, ...]:
    """Those called by the word: of the named thing's room, or of all the home where it has none there."""
    if _EVERY.fullmatch(word) or word.endswith("s"):
        return ()
    taken = {thing.id for thing in named}
    called = [
        thing
        for thing in index.names.things
        if thing.id not in taken and is_a(thing, kind) and calls_so(thing, word, index.language)
    ]
    rooms = {thing.room for thing in named}
    return tuple(thing for thing in called if thing.room in rooms) or tuple(called)
