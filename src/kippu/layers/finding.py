"""What in a layer's documents answers a question, and when nothing does.

By words, a passage counts by how much of what the question is about stands in it (or above it), each word by
how rare it is in the layer; and for more when its heading is just what is asked for. By meaning, it counts by
how like the question it is, and how much liker than others of the layer. Under a threshold nothing is found,
which is better than a passage about something else. Knows indexes; nothing of how an answer is then made.
"""

import math
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from kippu.layers.index import Index, Near
from kippu.layers.meaning import Likeness
from kippu.layers.words import telling, words

ENOUGH = 0.55
"""The share of a question that a passage of a layer's documents must have. Chosen, as all figures here, on
questions that no layer is measured by: bench/layers/tuning/, and a third of bench/layers/zim.py."""

ENOUGH_OF_MANY = 0.9
"""The score that a passage must have among thousands of articles, where some always has most of the words."""

_MEANT = 0.8
"""The score that a passage found by its meaning alone must have. Chosen, with the next three, on questions to
three sets of documents (bench/layers/finding.py)."""

_MEANT_TOO = 0.5
"""The same for one found by words: under it, it has the words and is about something else."""

_STANDS_OUT = 2.0
"""What it counts how much liker a passage is than the nearest ones are: a question that the layer has no
answer to is a little like many of its passages."""

_NOWHERE = 0.2
"""What it counts against all passages how much of a question stands nowhere in the layer."""

_NEAREST = 10

_ROUNDING = 1e-6
"""What sums in another order may differ by."""

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
    having = {word: index.having(word) for word in asked}
    if not _has_enough(having, index.size):  # as most often: nothing is to be read and ranked
        return []
    near = index.near(list(dict.fromkeys(words(question))), asked)
    counts = {word: len(numbers) for word, numbers in having.items()}
    best = ranked(asked, layer, near, counts, index.size)
    return [found for found in best if found.share >= ENOUGH]


def _has_enough(having: Mapping[str, set[int]], size: int) -> bool:
    """Whether any of ``size`` passages may have enough of a question's words; ``having``: the numbers of
    those that have each."""
    weights = _weights({word: len(numbers) for word, numbers in having.items()}, size)
    has: defaultdict[int, float] = defaultdict(float)
    for word, numbers in having.items():
        for number in numbers:
            has[number] += weights[word]
    return max(has.values(), default=0.0) >= ENOUGH * sum(weights.values()) - _ROUNDING


def find_meant(question: str, layer: str, index: Index, likeness: Likeness) -> list[Found]:
    """The passages that have enough of the question and mean it too; if none does, those that mean it alone.

    The best first. ``likeness``: of all passages in the index.
    """
    asked = telling(question)
    counts = index.counts(asked)
    weights = _weights(counts, index.size)
    nowhere = sum(weights[word] for word in asked if not counts[word]) / (sum(weights.values()) or 1.0)
    usual = sum(sorted(likeness.whole)[-_NEAREST:]) / min(_NEAREST, index.size)
    scores = likeness.sentence + _STANDS_OUT * (likeness.whole - usual) - _NOWHERE * nowhere
    near = [
        one
        for one in index.near(list(dict.fromkeys(words(question))), asked)
        if scores[one.number - 1] >= _MEANT_TOO
    ]
    by_words = [one for one in ranked(asked, layer, near, counts, index.size) if one.share >= ENOUGH]
    return by_words or [
        Found(layer, row.title, row.place, row.text, 0.0, round(float(scores[place]), 2))
        for place in (-scores).argsort()
        if scores[place] >= _MEANT
        for row in (index.row(int(place) + 1),)
    ]


def ranked(
    asked: Sequence[str], layer: str, near: Sequence[Near], counts: Mapping[str, int], size: int
) -> list[Found]:
    """All passages, the best first. ``counts``: how many of all ``size`` passages or articles have a word."""
    weights = _weights(counts, size)
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


def _weights(counts: Mapping[str, int], size: int) -> dict[str, float]:
    """What each word counts: the more, the fewer of all passages have it."""
    return {word: math.log(1 + size / (count + 0.5)) for word, count in counts.items()}


def _names(title: str, asked: set[str]) -> bool:
    """Whether the question has all of the heading right above: then that passage is about just this."""
    heading = _heading(title.rpartition(" > ")[2])
    return bool(heading) and asked.issuperset(heading)


@lru_cache(4096)
def _heading(title: str) -> frozenset[str]:
    return frozenset(words(title))
