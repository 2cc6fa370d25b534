"""What in a layer's documents answers a question, and when nothing does.

A passage counts by how much of what the question is about stands in it (or above it), each word by how rare
it is in the layer; and for more when its heading is just what is asked for. Under a threshold nothing is
found, which is better than a passage about something else. Knows indexes; nothing of how an answer is then
made.
"""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from kippu.layers.index import Index, Near
from kippu.layers.words import telling, words

ENOUGH = 0.55
"""The share of a question that a passage of a layer's documents must have. Chosen, as all figures here, on
questions that no layer is measured by: bench/layers/tuning.jsonl, and a third of bench/layers/zim.py."""

ENOUGH_OF_MANY = 0.9
"""The score that a passage must have among thousands of articles, where some always has most of the words."""

_NAMED = 0.5
"""What a heading that is just what is asked for adds to a passage's score."""


@dataclass(frozen=True, slots=True)
class Found:
    """A passage that answers."""

    layer: str
    title: str
    """The headings above it."""
    place: str
    """The document's path in the layer, or the article's in an archive."""
    text: str
    share: float
    """How much of the question it has, 0 to 1."""
    score: float
    """By which it goes before others: the share, and more for a heading that is what is asked for."""


def find(question: str, layer: str, index: Index) -> list[Found]:
    """The passages that have enough of the question, the best first."""
    asked = telling(question)
    near = index.near(list(dict.fromkeys(words(question))), asked)
    best = ranked(asked, layer, near, index.counts(asked), index.size)
    return [found for found in best if found.share >= ENOUGH]


def ranked(
    asked: Sequence[str], layer: str, near: Sequence[Near], counts: Mapping[str, int], size: int
) -> list[Found]:
    """All passages, the best first. ``counts``: how many of all ``size`` passages or articles have a word."""
    weights = {word: math.log(1 + size / (counts[word] + 0.5)) for word in asked}
    whole = sum(weights.values()) or 1.0
    scored = []
    for one in near:
        share = sum(weights[word] for word in one.has) / whole
        named = _names(one.row.title, set(asked))
        # Under such a heading, what it is comes first; elsewhere bm25 decides between equals.
        order = one.number if named else -one.rank
        score = round(share + _NAMED * named, 2)
        scored.append((-score, order, Found(layer, one.row.title, one.row.place, one.row.text, share, score)))
    return [found for _, _, found in sorted(scored, key=lambda one: one[:2])]


def _names(title: str, asked: set[str]) -> bool:
    """Whether the question has all of the heading right above: then that passage is about just this."""
    heading = words(title.rpartition(" > ")[2])
    return bool(heading) and asked.issuperset(heading)
