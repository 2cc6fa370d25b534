"""A skill as a model reads it: its instructions, and the pages that these point at and a request needs.

Both are kept so short that a small context still has room for a conversation and an answer. Knows layers and
what is found in them; no model.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from kippu.layers.fitting import NEEDS
from kippu.layers.knowing import Knowing, Told
from kippu.layers.passages import passages
from kippu.layers.reading import Layer
from kippu.regex import regex
from kippu.turn import Source

_LONGEST = 4000
"""Letters of instructions, and as many of pages; a small model loses the thread in more."""
_WIDE = 4
"""For how many letters one counts that is not of ASCII: it takes a token or more."""
_ALWAYS = regex(r"\b(?:always|first|before you|before writing|must)\b|必ず|まず|最初に", re.IGNORECASE)
"""How a line says that its page is needed in any case."""


@dataclass(frozen=True, slots=True)
class Practice:
    """What a model reads of a skill."""

    instructions: str
    pages: str
    sources: tuple[Source, ...]
    """The skill, and the pages that are read."""


def practised(layers: Sequence[Layer], request: str, knowing: Knowing, told: Told) -> Practice | None:
    """What is read for a request; None where no layer has skills to write by."""
    skills = [(layer, skill) for layer in layers if layer.writes for skill in layer.skills]
    if not skills:
        return None
    layer, skill = max(skills, key=lambda one: knowing.fit(request, one[1]) if skills[1:] else 0.0)
    body, pages = skill.body(), skill.pages()
    instructions, mine = cut(body, _LONGEST), _place(layer, skill.file)
    rows = knowing.near(request, layer, told) if pages or len(instructions) < len(body) else []
    read: dict[str, str] = {}
    for page in pages:
        place = _place(layer, page.file)
        inside = [(like, row.text) for like, row in rows if row.place == place]
        like = max((like for like, _ in inside), default=0.0)
        if _ALWAYS.search(page.line) or knowing.need(request, skill, page, like) >= NEEDS:
            text = page.text()
            read[place] = text if _weight(text) <= _LONGEST else _best(inside)
    if len(instructions) < len(body):  # of the rest of it, for which there is no room, what the request needs
        there = sum(1 for _ in passages(instructions, skill.name)) - 1
        more = [(like, row.text) for like, row in rows if row.place == mine][there:]
        read[mine] = _best([one for one in more if one[0] >= NEEDS])
    kept = dict(_fitting(read))
    places = dict.fromkeys((mine, *kept))
    return Practice(
        instructions,
        "\n\n".join(f"[{place}]\n{text}" for place, text in kept.items()),
        tuple(Source(layer.name, skill.name, place) for place in places),
    )


def cut(text: str, most: int) -> str:
    """The beginning of a text, up to the end of a paragraph or at least of a line, within so many letters."""
    if _weight(text) <= most:
        return text
    end, spent = 0, 0
    for letter in text:
        spent += _weight(letter)
        if spent > most:
            break
        end += 1
    kept = text[:end]
    for mark in ("\n\n", "\n", " "):
        if kept.rfind(mark) > end // 2:
            return kept[: kept.rfind(mark)].rstrip()
    return kept


def _best(rows: Sequence[tuple[float, str]]) -> str:
    """Those most like the request, as many as there is room for, in their own order."""
    room, chosen = _LONGEST, set[int]()
    for at in sorted(range(len(rows)), key=lambda at: -rows[at][0]):
        if _weight(rows[at][1]) <= room:
            room -= _weight(rows[at][1])
            chosen.add(at)
    return "\n\n".join(rows[at][1] for at in sorted(chosen))


def _fitting(read: dict[str, str]) -> Iterator[tuple[str, str]]:
    """As much of the pages as there is room for, the first ones first."""
    room = _LONGEST
    for place, text in read.items():
        kept = cut(text, room)
        room -= _weight(kept)
        if kept.strip():
            yield place, kept


def _place(layer: Layer, file: Path) -> str:
    return file.relative_to(layer.folder).as_posix()


def _weight(text: str) -> int:
    return sum(1 if letter.isascii() else _WIDE for letter in text)
