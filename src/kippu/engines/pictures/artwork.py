"""The open drawings that come with Kippu, found by words in English or Japanese.

Knows captions and SVG text. Which drawings there are, and from where, says docs/models/pictures.md.
"""

import gzip
import json
import re
import tomllib
import unicodedata
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from kippu.engines.pictures.weights import read, short

STYLES = ("noto", "fluent", "twemoji")
_STOP = {"of", "a", "an", "the", "with", "and", "in", "on", "for", "to", "is", "at"}


_UNSAID = re.compile(r"\b(?:black|white|variation selector-\d+|zero width joiner)\b")
"""What the names of signs say of how they are printed."""


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
    """The drawings in a folder: ``artwork.jsonl.gz``, ``words.npz`` and ``names.toml``. Read on first use."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    @property
    def hash(self) -> str:
        """A short hash of the files."""
        return short(self._folder, "artwork.jsonl.gz", "words.npz", "names.toml")

    @cached_property
    def concepts(self) -> tuple[Concept, ...]:
        lines = gzip.decompress(read(self._folder, "artwork.jsonl.gz")).decode().splitlines()
        return tuple(
            Concept(
                row["code"], row["label"], row["label_ja"], tuple(row["tags"]), tuple(row["tags_ja"]),
                row["group"], row["subgroup"],
                {style: (side, body) for style, (side, body) in row["drawn"].items()},
            )
            for row in map(json.loads, lines)
        )  # fmt: skip

    def known(self, words: str) -> bool:
        """Whether something is called just so."""
        return _plain(words) in self._labels or _plain(words) in self._called

    def find(self, words: str, count: int = 4) -> list[Found]:
        """What fits the words best, the best first; an emoji is its own drawing."""
        words = self._instead.get(_plain(words), words)
        if (sign := _sign(words)) and (place := self._signs.get(sign)) is None:
            words = " ".join(unicodedata.name(letter, "").lower() for letter in words if letter > " ")
            words = _UNSAID.sub("", words)
        scores = self._japanese(words) if _is_japanese(words) else self._english(words)
        named = place if sign else self._called.get(_plain(words))
        if named is None and _is_japanese(words):
            ends = [said for said in self._called if _ends(words, said)]
            named = self._called[max(ends, key=len)] if ends else None
        if named is not None:
            scores[named] += 3
        order = np.argsort(-scores, kind="stable")[:count]
        return [Found(self.concepts[place], float(scores[place])) for place in order]

    def vector(self, words: str) -> NDArray[np.float32]:
        """What the words mean: 64 numbers of length 1, or 0 for words that are not known."""
        if _is_japanese(words):
            found = self.find(words, 1)[0]
            words = found.concept.label if found.score > 0.3 else ""
        rows = [self._words[word] for word in map(self._known_part, _cut(words)) if word in self._words]
        if not rows:
            return np.zeros(self._vectors.shape[1], np.float32)
        mean: NDArray[np.float32] = self._vectors[rows].mean(0)
        return mean / max(float(np.linalg.norm(mean)), 1e-6)

    def _known_part(self, word: str) -> str:
        """The word, or what of it is one: the end of "blowfish", else the beginning."""
        if word in self._words:
            return word
        ends = [word[place:] for place in range(1, len(word) - 3)]
        starts = [word[:place] for place in range(len(word) - 1, 3, -1)]
        return next((part for part in (*ends, *starts) if part in self._words), word)

    @cached_property
    def _labels(self) -> dict[str, int]:
        labels: dict[str, int] = {}
        for place, concept in enumerate(self.concepts):
            for label in (concept.label, concept.label_ja):
                labels.setdefault(_plain(label), place)
        return labels

    @cached_property
    def _names(self) -> dict[str, dict[str, str]]:
        return tomllib.loads(read(self._folder, "names.toml").decode())

    @cached_property
    def _signs(self) -> dict[str, int]:
        """Each concept by its emoji's code points."""
        return {_code(concept.code.split("-")): place for place, concept in enumerate(self.concepts)}

    @cached_property
    def _called(self) -> dict[str, int]:
        """Other names of concepts, as people say them."""
        places = {concept.label: place for place, concept in enumerate(self.concepts)}
        return {
            _plain(name): places[label]
            for label, names in self._names["called"].items()
            if label in places
            for name in names.split(", ")
        }

    @cached_property
    def _instead(self) -> dict[str, str]:
        return {_plain(name): instead for name, instead in self._names["instead"].items()}

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
    def _index(self) -> dict[str, list[tuple[int, float]]]:
        """By word: the concepts whose captions hold it, and how much that tells."""
        said: list[dict[str, float]] = []
        for concept in self.concepts:
            label = _cut(concept.label)
            meant = self.vector(concept.label) if len(label) == 1 else None
            parts = {word: self._told(word, meant) for tag in concept.tags for word in _cut(tag)}
            said.append(parts | dict.fromkeys(label, 1.0))
        counts = Counter(word for parts in said for word in parts)
        index: dict[str, list[tuple[int, float]]] = {}
        for place, parts in enumerate(said):
            for word, weight in parts.items():
                rare = float(np.log(len(said) / counts[word])) / 7.5
                index.setdefault(word, []).append((place, weight * (0.6 + rare)))
        return index

    def _told(self, word: str, label: NDArray[np.float32] | None) -> float:
        """How much a tag tells: nearly as much as a label of one word that means it ("car", "automobile")."""
        means = label is not None and word in self._words and self._vectors[self._words[word]] @ label > 0.35
        return 0.95 if means else 0.5

    @cached_property
    def _near(self) -> tuple[NDArray[np.float32], NDArray[np.float32], NDArray[np.int64]]:
        """What each label means; vectors of the single words in captions; whose caption each is in."""
        labels = np.stack([self.vector(concept.label) for concept in self.concepts])
        single = [
            (place, word)
            for place, concept in enumerate(self.concepts)
            for word in {*_cut(concept.label), *(tag for tag in concept.tags if " " not in tag)}
            if word in self._words
        ]
        rows = self._vectors[[self._words[word] for _, word in single]]
        return labels, rows, np.array([place for place, _ in single])

    def _of_its_kind(self, meaning: NDArray[np.float32]) -> NDArray[np.float32]:
        """What a concept loses for being of another kind than what the words mean: a single word's neighbour
        may be anything, the middle of a kind is steadier (raccoon: mammals, not broccoli). Of 365 concepts
        that were left out in turn, 58 % found one of their own kind first, without it 47 %."""
        kinds, middles = self._kinds
        fits = middles @ meaning
        lost: NDArray[np.float32] = 0.6 * (fits - fits.max())[kinds]
        return lost

    @cached_property
    def _kinds(self) -> tuple[NDArray[np.int64], NDArray[np.float32]]:
        """Each concept's part of the emoji list, and what the labels of each part mean on the whole."""
        names = sorted({concept.subgroup for concept in self.concepts})
        kinds = np.array([names.index(concept.subgroup) for concept in self.concepts])
        middles = np.stack([self._near[0][kinds == kind].mean(0) for kind in range(len(names))])
        return kinds, middles / np.maximum(np.linalg.norm(middles, axis=1, keepdims=True), 1e-6)

    @cached_property
    def _extra(self) -> NDArray[np.float32]:
        return np.array([len(_cut(concept.label)) for concept in self.concepts], np.float32)

    def _english(self, words: str) -> NDArray[np.float32]:
        asked = _cut(words)
        meaning = self.vector(words)
        labels, rows, owners = self._near
        close = np.zeros(len(self.concepts), np.float32)
        np.maximum.at(close, owners, rows @ meaning)
        scores: NDArray[np.float32] = 0.35 * (labels @ meaning) + 0.35 * close
        shared = np.zeros(len(self.concepts), np.float32)
        for word in dict.fromkeys(asked):
            for place, weight in self._index.get(word, ()):
                scores[place] += weight * (1.3 if word == asked[-1] else 1.0)
                shared[place] += weight == 1 or weight > 0.6
        scores -= 0.12 * np.maximum(0, self._extra - np.maximum(shared, 1))
        if not shared.any() and meaning.any():
            scores += self._of_its_kind(meaning)
        if (place := self._labels.get(_plain(words), -1)) >= 0:
            scores[place] += 3
        return scores

    @cached_property
    def _said(self) -> list[tuple[str, list[str]]]:
        """Japanese label and tags of each concept, plain."""
        return [(_plain(one.label_ja), [_plain(tag) for tag in one.tags_ja]) for one in self.concepts]

    def _japanese(self, words: str) -> NDArray[np.float32]:
        asked = _plain(words)
        pairs = _pairs(asked)
        scores = np.zeros(len(self.concepts), np.float32)
        for place, (label, tags) in enumerate(self._said):
            best = 3.0 if label == asked else 0.0
            if _ends(words, label):
                best = max(best, 1.0 + len(label) / len(asked))
            if asked in label:
                best = max(best, 0.6 + 1.2 * len(asked) / len(label))
            elif label in asked:
                best = max(best, 0.3 + 1.2 * len(label) / len(asked))
            for tag in tags:
                if tag == asked:
                    best = max(best, 1.4 - 0.02 * len(label))
                elif _ends(words, tag):
                    best = max(best, 1.25 - 0.02 * len(label))
                elif len(tag) > 1 and tag in asked:
                    best = max(best, len(tag) / len(asked))
            shared = pairs & _pairs(label)
            if shared:
                best += 0.5 * len(shared) / len(pairs | _pairs(label))
            scores[place] = best
        scores = np.where(scores > 0, scores - 0.1 * self._extra, 0)
        # A bone is told by "dog" too; what others are told by is what is meant.
        likely = np.argsort(-scores, kind="stable")[:8]
        for place in likely:
            label = self.concepts[place].label
            scores[place] += 0.06 * sum(label in self.concepts[other].tags for other in likely)
        return scores.astype(np.float32)


def _sign(words: str) -> str:
    """The code points of an emoji alone; empty for words."""
    letters = words.strip()
    is_sign = any(unicodedata.category(letter) == "So" for letter in letters)
    return _code(f"{ord(letter):X}" for letter in letters) if is_sign and len(letters.split()) == 1 else ""


def _code(points: Iterable[str]) -> str:
    """Without the selector that asks for the coloured look, which nobody types."""
    return "-".join(point.upper() for point in points if point.upper() != "FE0F")


def _is_japanese(words: str) -> bool:
    return re.search("[ぁ-んァ-ヶ一-龠]", words) is not None


def _plain(words: str) -> str:
    """Small letters, hiragana for katakana, nothing but letters and figures."""
    flat = "".join(chr(ord(sign) - 96) if "ァ" <= sign <= "ヶ" else sign for sign in words.lower())
    return re.sub(r"[^\w]+", " ", flat.replace("(", " ").replace(")", " ")).strip()


def _ends(words: str, said: str) -> bool:
    """Whether a phrase is of this (``_plain``), as 眠そうな犬 is of 犬: Japanese says that last.
    Not 子犬 of 犬, nor ワンピース of ピース: what stands before may be a part of the same word."""
    rest = len(words) - len(said)
    if rest <= 0 or not said or _plain(words[rest:]) != said:
        return False
    before, first = words[rest - 1], words[rest]
    return before in "のなるたい 　" or (_script(before) != _script(first) and _script(first) != "kana")


def _script(sign: str) -> str:
    return "kanji" if "一" <= sign <= "龠" else "katakana" if "ァ" <= sign <= "ー" else "kana"


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
