"""What the cues of a sentence say together: its verbs, values, kinds of thing, and what stays unexplained."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field

from kippu.regex import regex
from kippu.understand.cues.lexicon import Cue, Lexicon
from kippu.understand.cues.mentions import Index, Mention, stem

_WORD = regex(r"[a-z0-9'°%]+")


@dataclass(frozen=True, slots=True)
class Frame:
    """A sentence taken apart."""

    cues: tuple[Cue, ...]
    """The cues that were kept: longest first, none inside another."""
    mentions: tuple[Mention, ...]
    leftover: tuple[str, ...]
    """Words (in Japanese: runs of characters) that nothing explains."""
    text: str
    by_group: dict[str, list[str]] = field(default_factory=dict)
    """Values of the kept cues by section, in the order of the sentence."""

    def has(self, group: str, *values: str) -> bool:
        """True when the sentence has one of the values (any, if none are given)."""
        found = self.by_group.get(group, [])
        return any(value in found for value in values) if values else bool(found)

    def tells(self, *groups: str) -> bool:
        """True when the sentence has anything of one of these sections."""
        return any(map(self.has, groups))

    def first(self, group: str) -> str | None:
        """The first value of a section."""
        return next(iter(self.by_group.get(group, [])), None)

    def number(self, *groups: str) -> float | None:
        """The first number of one of these kinds."""
        for group in groups:
            if (value := self.first(group)) is not None:
                return float(value) * (10 if group == "tenths" else 1)
        return None


def frame(
    text: str, lexicon: Lexicon, index: Index, keep: Callable[[Mention], bool] = lambda mention: True
) -> Frame:
    """Take a folded sentence apart. ``keep``: which names of the home count."""
    taken = [False] * len(text)
    cues: list[Cue] = []
    mentions: list[Mention] = []
    spans: dict[tuple[int, int], tuple[list[Cue], list[Mention]]] = {}
    for cue in lexicon.scan(text):
        spans.setdefault((cue.start, cue.end), ([], []))[0].append(cue)
    for mention in filter(keep, index.mentions(text)):
        spans.setdefault((mention.start, mention.end), ([], []))[1].append(mention)
    for (start, end), (here, named) in sorted(spans.items(), key=_order):
        if any(taken[start:end]):
            continue
        taken[start:end] = [True] * (end - start)
        cues += here
        mentions += named
    cues.sort(key=lambda cue: cue.start)
    mentions.sort(key=lambda mention: mention.start)
    by_group: dict[str, list[str]] = {}
    for cue in cues:
        by_group.setdefault(cue.group, []).append(cue.value)
    return Frame(
        tuple(cues), tuple(mentions), _leftover(text, taken, lexicon.language == "ja"), text, by_group
    )


_TELL = frozenset({"sensor", "binary_sensor", "weather"})


def without_sensors(parts: Frame, lexicon: Lexicon, index: Index) -> Frame:
    """The sentence without the names of things that only tell: "set the nursery temperature to 19" names no
    sensor, even where one is called so."""

    def acts(mention: Mention) -> bool:
        return not mention.things or any(thing.domain not in _TELL for thing in mention.things)

    if all(acts(mention) for mention in parts.mentions):
        return parts
    return frame(parts.text, lexicon, index, acts)


def _order(span: tuple[tuple[int, int], tuple[list[Cue], list[Mention]]]) -> tuple[bool, int, int]:
    """What makes it no command first ("do not"), then the longest."""
    (start, end), (cues, _) = span
    return not any(cue.group == "blocks" for cue in cues), start - end, start


def _leftover(text: str, taken: list[bool], japanese: bool) -> tuple[str, ...]:
    rest = "".join(" " if used else character for character, used in zip(text, taken, strict=True))
    if japanese:
        return tuple(re.findall(r"[^\s、。,.!?・]+", rest))
    return tuple(stem(word) for word in _WORD.findall(rest) if word.strip("'"))
