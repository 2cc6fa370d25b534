"""What of a text the learned weights see: hashed words, and a few figures of its form.

Knows no weights. The training script and the device read texts by this same code.
"""

from functools import lru_cache
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from kippu.regex import regex

Vector = NDArray[np.float32]

BUCKETS = 1 << 17
"""Places that words are hashed to."""
FIGURES = 10
"""Figures of the text's form, behind the words'."""
_LONGEST = 20_000
"""Letters that are read; what makes a longer text hard is its length."""
_MOST = 3.0
"""The most that a figure may be: pasted keys and tables have figures like no question."""
_WORD = regex(r"\w+|[^\w\s]")
_CHOICE = regex(r"(?m)^[A-D]\. ")
_SIGNS = frozenset("+-*/=^\\$")


@lru_cache(64)
def words(text: str) -> tuple[NDArray[np.intp], Vector]:
    """Places of the text's words, and how much each stands out in it by its number alone."""
    found = [crc32(word.encode()) % BUCKETS for word in spoken(text)]
    places, counts = np.unique(found, return_counts=True)
    return places.astype(np.intp), (1 + np.log(counts)).astype(np.float32)


def spoken(text: str) -> list[str]:
    """The text's words and signs, in small letters."""
    return _WORD.findall(plain(text[:_LONGEST]).lower())


def features(text: str, rarity: Vector) -> tuple[NDArray[np.intp], Vector]:
    """Places and values of what isn't zero. ``rarity`` weighs each place; the words' values have norm 1."""
    places, values = words(text)
    values = values * rarity[places]
    norm = float(np.linalg.norm(values)) or 1.0
    return (
        np.concatenate([places, np.arange(BUCKETS, BUCKETS + FIGURES)]),
        np.concatenate([values / norm, np.minimum(figures(text), _MOST)]).astype(np.float32),
    )


def plain(text: str) -> str:
    """Without the form of an exam (lettered choices, "Answer:"), which people's own questions don't have."""
    return _CHOICE.sub("", text.strip().removesuffix("Answer:")).strip()


def figures(text: str) -> list[float]:
    """Length, digits, lines, signs and the like, each about 0 to 1."""
    text = plain(text[:_LONGEST])
    length = max(1, len(text))
    words = text.split()
    digits = sum(letter.isdigit() for letter in text)
    denied = not {"not", "NOT", "EXCEPT", "except"}.isdisjoint(words)
    return [
        np.log1p(len(text)) / 5,
        np.log1p(digits) / 3,
        5 * digits / length,
        text.count("\n") / 5,
        sum(map(len, words)) / max(1, len(words)) / 6,
        10 * sum(letter in _SIGNS for letter in text) / length,
        float("$" in text),
        float(denied),
        float("?" in text),
        float("_" in text),
    ]
