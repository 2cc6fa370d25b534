"""What in a layer's documents answers a question, and when nothing does.

A passage counts by how much of what the question is about stands in it (or above it): each word by how rare
it is in the layer. Under a threshold nothing is found, which is better than a passage about something else.
Knows indexes; nothing of how an answer is then made.
"""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from kippu.layers.index import Index, Near
from kippu.layers.words import telling, words

ENOUGH = 0.55
"""The share of a question that a passage must have. Chosen on bench/layers/tuning.jsonl (docs/layers.md)."""


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


def find(question: str, layer: str, index: Index) -> list[Found]:
    """The passages that have enough of the question, the best first."""
    asked = telling(question)
    near = index.near(list(dict.fromkeys(words(question))), asked)
    best = ranked(asked, layer, near, index.counts(asked), index.size)
    return [found for found in best if found.share >= ENOUGH]


def ranked(
    asked: Sequence[str], layer: str, near: Sequence[Near], counts: Mapping[str, int], size: int
) -> list[Found]:
    """All of them by share, then by bm25. ``counts``: passages that have each word, of ``size`` in all."""
    weights = {word: math.log(1 + size / (counts[word] + 0.5)) for word in asked}
    whole = sum(weights.values()) or 1.0
    scored = [(sum(weights[word] for word in one.has) / whole, one) for one in near]
    scored.sort(key=lambda pair: (-round(pair[0], 2), -pair[1].rank))
    return [Found(layer, one.row.title, one.row.place, one.row.text, share) for share, one in scored]
