"""The open drawings that come with Kippu, found by words in English or Japanese.

Knows captions and SVG text. Which drawings there are, and from where, says docs/models/pictures.md.
"""

import gzip
import json
import re
from collections import Counter
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from kippu.engines.pictures.weights import read

STYLES = ("noto", "fluent", "twemoji")
_STOP = {"of", "a", "an", "the", "with", "and", "in", "on", "for", "to", "is", "at"}


@dataclass(frozen=True, slots=True)
class Concept:
    """Something that was drawn, in one style or more."""

    code: str
    """Its code points, in hexadecimal."""
    label: str
    label_ja: str
    tags: tuple[str, ...]
    tags_ja: tuple[str, ...]
    group: str
    """A part of the emoji list: ``animals-nature``, ``food-drink``, ..."""
    subgroup: str
    drawn: dict[str, tuple[int, str]]
    """By style: side of the drawing in its own units, and what stands inside of its svg element."""


@dataclass(frozen=True, slots=True)
class Found:
    """A concept and how well it fits the words: over 2 it is named by them, under 0.5 it is a guess."""

    concept: Concept
    score: float


class Artwork:
    """The drawings in a folder: ``artwork.jsonl.gz`` and ``words.npz``. Read on first use."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    @cached_property
    def concepts(self) -> tuple[Concept, ...]:
        lines = gzip.decompress(read(self._folder, "artwork.jsonl.gz")).decode().splitlines()
        return tuple(
            Concept(
                row["code"], row["label"], row["label_ja"], tuple(row["tags"]), tuple(row["tags_ja"]),
                row["group"], row["subgroup"], {style: (side, body) for style, (side, body) in row["drawn"].items()},
            )
            for row in map(json.loads, lines)
        )  # fmt: skip

    def known(self, words: str) -> bool:
        """Whether something is called just so."""
        return _plain(words) in self._labels

    def find(self, words: str, count: int = 4) -> list[Found]:
        """What fits the words best, the best first."""
        scores = self._japanese(words) if _is_japanese(words) else self._english(words)
        order = np.argsort(-scores, kind="stable")[:count]
        return [Found(self.concepts[place], float(scores[place])) for place in order]

    def vector(self, words: str) -> NDArray[np.float32]:
        """What the words mean: 64 numbers of length 1, or 0 for words that are not known."""
        if _is_japanese(words):
            found = self.find(words, 1)[0]
            words = found.concept.label if found.score > 0.3 else ""
        rows = [self._words[word] for word in _cut(words) if word in self._words]
        if not rows:
            return np.zeros(self._vectors.shape[1], np.float32)
        mean: NDArray[np.float32] = self._vectors[rows].mean(0)
        return mean / max(float(np.linalg.norm(mean)), 1e-6)

    @cached_property
    def _labels(self) -> dict[str, int]:
        labels: dict[str, int] = {}
        for place, concept in enumerate(self.concepts):
            for label in (concept.label, concept.label_ja):
                labels.setdefault(_plain(label), place)
        return labels

    @cached_property
    def _table(self) -> tuple[dict[str, int], NDArray[np.float32]]:
        import io  # noqa: PLC0415  # numpy reads a file, what is checked are bytes

        kept = np.load(io.BytesIO(read(self._folder, "words.npz")))
        words = str(kept["words"][0]).split("\n")
        return {word: place for place, word in enumerate(words)}, kept["vectors"] * kept["scale"]

    @property
    def _words(self) -> dict[str, int]:
        return self._table[0]

    @property
    def _vectors(self) -> NDArray[np.float32]:
        return self._table[1]

    @cached_property
    def _meant(self) -> NDArray[np.float32]:
        return np.stack([self.vector(concept.label) for concept in self.concepts])

    @cached_property
    def _index(self) -> tuple[list[set[str]], list[set[str]], dict[str, float]]:
        labels = [set(_cut(concept.label)) for concept in self.concepts]
        tags = [{word for tag in concept.tags for word in _cut(tag)} for concept in self.concepts]
        counts = Counter(word for label, tag in zip(labels, tags, strict=True) for word in label | tag)
        rare = {word: float(np.log(len(labels) / times)) / 7.5 for word, times in counts.items()}
        return labels, tags, rare

    def _english(self, words: str) -> NDArray[np.float32]:
        labels, tags, rare = self._index
        asked = _cut(words)
        scores = 0.6 * (self._meant @ self.vector(words))
        last = asked[-1] if asked else ""
        for place, (label, tag) in enumerate(zip(labels, tags, strict=True)):
            for word in set(asked):
                head = 1.3 if word == last else 1.0
                if word in label:
                    scores[place] += head * (0.6 + rare.get(word, 0))
                elif word in tag:
                    scores[place] += head * 0.5 * (0.4 + rare.get(word, 0))
            scores[place] -= 0.12 * len(label - set(asked))
        if (place := self._labels.get(_plain(words), -1)) >= 0:
            scores[place] += 3
        return scores.astype(np.float32)

    def _japanese(self, words: str) -> NDArray[np.float32]:
        asked = _plain(words)
        scores = np.zeros(len(self.concepts), np.float32)
        for place, concept in enumerate(self.concepts):
            label = _plain(concept.label_ja)
            best = 3.0 if label == asked else 0.0
            if asked in label:
                best = max(best, 0.6 + 1.2 * len(asked) / len(label))
            elif label in asked:
                best = max(best, 0.3 + 1.2 * len(label) / len(asked))
            for tag in map(_plain, concept.tags_ja):
                if tag == asked:
                    best = max(best, 1.4 - 0.02 * len(label))
                elif len(tag) > 1 and tag in asked:
                    best = max(best, len(tag) / len(asked))
            shared = len(_pairs(asked) & _pairs(label)) / max(1, len(_pairs(asked) | _pairs(label)))
            scores[place] = best + 0.5 * shared
        return scores


def _is_japanese(words: str) -> bool:
    return re.search("[ぁ-んァ-ヶ一-龠]", words) is not None


def _plain(words: str) -> str:
    """Small letters, hiragana for katakana, nothing but letters and figures."""
    flat = "".join(chr(ord(sign) - 96) if "ァ" <= sign <= "ヶ" else sign for sign in words.lower())
    return re.sub(r"[^\w]+", " ", flat.replace("(", " ").replace(")", " ")).strip()


def _pairs(words: str) -> set[str]:
    return {words[place : place + 2] for place in range(len(words) - 1)}


def _cut(words: str) -> list[str]:
    """The words that tell something, singular."""
    found = [word for word in re.findall(r"[a-z0-9]+", words.lower()) if word not in _STOP]
    return [_singular(word) for word in found]


def _singular(word: str) -> str:
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if re.search(r"(?:ch|sh|x|ss)es$", word):
        return word[:-2]
    if word.endswith("s") and not word.endswith(("ss", "us", "is")) and len(word) > 3 and word != "glasses":
        return word[:-1]
    return word
