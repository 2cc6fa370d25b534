"""Kinds of thing said beside another: "the kitchen light and the lamp", 「電気とエアコン」.

Says which things they are, and where; builds no target.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from kippu.names import Thing
from kippu.regex import regex
from kippu.understand.cues.frame import Frame
from kippu.understand.cues.kinds import Kind, called_so, calls_so, is_a, kind_of, tells_nothing
from kippu.understand.cues.lexicon import Cue
from kippu.understand.cues.mentions import Index, Mention

_BETWEEN = regex(
    r"\s*(?:,? and |, |(?:とか|と|や|も|、|および|及び|それと|それから)+)\s*(?:and )?(?:(?:the|my|our) )?\s*"
)


@dataclass(frozen=True, slots=True)
class Coupled:
    """A kind beside a named thing."""

    kind: Kind
    things: tuple[Thing, ...]
    """The ones that the word may mean where it tells some apart; none for all of the kind."""
    each: bool = False
    """True when all of the things are meant rather than one of them."""


def coupled(
    frame: Frame, index: Index, named: Sequence[Thing], kinds: list[list[Kind]], rooms: Sequence[str]
) -> Iterator[Coupled]:
    """Each kind that an "and" couples to a named thing and that isn't that thing. ``rooms``: where it is."""
    taken = {thing.id for thing in named}
    near: set[str | None] = {*rooms}
    near = near or {thing.room for thing in named}
    for cue in _beside(frame):
        domains = cue.value.split("|")
        kind = next((kind for options in kinds for kind in options if written(kind) in domains), None)
        if kind is None:
            continue
        word = frame.text[cue.start : cue.end]
        others = tuple(t for t in index.names.things if t.id not in taken and is_a(t, kind))
        there = tuple(thing for thing in others if thing.room in near)
        if all(thing.domain != kind[0] for thing in named):
            yield Coupled(kind, called_so(there, frozenset({word})) if rooms else ())
        elif tells_nothing(word):
            yield Coupled(kind, there, each=True)  # the light beside the lamp is no lamp
        elif called := tuple(t for t in others if calls_so(t, word, index.language)):
            yield Coupled(kind, tuple(thing for thing in called if thing in there) or called)


def each_word(frame: Frame, options: list[Kind]) -> list[frozenset[str]]:
    """The words for a kind, apart where an "and" couples them: "the lamp and the light"."""
    values = set(map(written, options))
    cues = [cue for cue in frame.cues if cue.group == "kinds" and not values.isdisjoint(cue.value.split("|"))]
    words = [frame.text[cue.start : cue.end] for cue in cues]
    apart = all(_BETWEEN.fullmatch(frame.text, one.end, other.start) for one, other in pairwise(cues))
    return [frozenset({word}) for word in words] if apart else [frozenset(words)]


_IN = regex(r"\s+(?:in|on|at)(?: the| my| our)?\s+$")
_LAST = regex(r"(?:,? please)?")


def each_placed(text: str, frame: Frame, index: Index) -> str:
    """An English command with the place at its end said of each thing before it that is there too: "the light
    and the fan in the bathroom"."""
    place = next((m for m in frame.mentions[-1:] if not m.things and (m.rooms or m.floor)), None)
    if place is None or frame.text != text.casefold() or not _LAST.fullmatch(text, place.end):
        return text
    within = _IN.search(text, 0, place.start)
    start = within.start() if within else len(text[: place.start].rstrip()) if place.floor else None
    said = {(cue.start, cue.end): cue.value for cue in frame.cues if cue.group == "kinds"}
    said |= {(mention.start, mention.end): "" for mention in frame.mentions if mention.things}
    behind = start
    for (first, last), value in sorted(said.items(), reverse=True):
        between = _without_levels(frame, last, behind) if behind else None
        joined = not between if behind == start else between and _BETWEEN.fullmatch(between)
        if between is None or not joined or any(mention.end == first - 1 for mention in frame.mentions):
            break
        if behind != start and value and _is_in(place, value, index):
            text = f"{text[:last]}{text[start : place.end]}{text[last:]}"
        behind = first
    return text


_LEVELS = frozenset({"colors", "kelvins", "kelvin", "percent", "degrees", "number", "tenths", "values"})
_STATES = frozenset({"states", "verbs"})
"""The same of what a question asks: "is the light on and the window open"."""
_ASKS = regex(r"(?:and |so |hey )*(?:is|are|was|were)\b")
_TO = regex(r"^(?: (?:to|at))?\s*(?= |$)")


def _without_levels(frame: Frame, start: int, end: int) -> str:
    """What stands there besides what a thing is set to: " and the " in "the lamp red and the light"."""
    said, levels = [*frame.text], _LEVELS | _STATES if _ASKS.match(frame.text) else _LEVELS
    for cue in frame.cues:
        if cue.group in levels and start <= cue.start and cue.end <= end:
            said[cue.start : cue.end] = " " * (cue.end - cue.start)
    return _TO.sub("", "".join(said[start:end]))


def _is_in(place: Mention, value: str, index: Index) -> bool:
    rooms = {room.name for room in place.rooms}
    kinds = [kind_of(option) for option in value.split("|")]
    return any(
        is_a(thing, kind)
        for thing in index.names.things
        if thing.room in rooms or (place.floor and thing.floor == place.floor)
        for kind in kinds
    )


def _beside(frame: Frame) -> list[Cue]:
    """The kinds that stand beside a named thing, or beside another that does: "the kitchen light, the
    lamp and the fan"."""
    spans = [(mention.start, mention.end) for mention in frame.mentions if mention.things]
    found: list[Cue] = []
    left = [cue for cue in frame.cues if cue.group == "kinds"]
    while near := [cue for cue in left if any(_is_beside(cue, span, frame.text) for span in spans)]:
        found += near
        spans = [(cue.start, cue.end) for cue in near]
        left = [cue for cue in left if cue not in near]
    return sorted(found, key=lambda cue: cue.start)


def _is_beside(cue: Cue, span: tuple[int, int], text: str) -> bool:
    start, end = span
    between = text[end : cue.start] if end <= cue.start else text[cue.end : start]
    return _BETWEEN.fullmatch(between) is not None


def written(kind: Kind) -> str:
    """A kind as the lexicon writes it: ``cover/blind``."""
    return f"{kind[0]}/{kind[1]}" if kind[1] else kind[0]
