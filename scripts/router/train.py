"""Train ``src/kippu/place/router.npz`` on questions marked right or wrong for a middling and a strong model.

    python scripts/router/train.py --data FOLDER --words SmolLM2-135M-Instruct.Q4_1.gguf [--choose]

Learns on the part of the questions that ``marked.py`` calls "train" and on nothing else; ``--choose``
compares, by cross-validation inside that part, how hard the difference of the two models is held to
nought, with and without the meanings of words, and tells what each threshold would send and win. Nothing is
by chance: the same data give the same weights.

Two logistic regressions are fitted as one: what both models find hard, and in what they differ. The second is
held to nought the harder, for it is what a few subjects teach most wrongly about all others. A word weighs by
itself, where two questions have it, and by its meaning (``meanings.py``), so that words which no question has
weigh as those that mean the like. Both go into one weight, and the device reads neither.
"""

import argparse
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from marked import Marked, apgr, read, recovered
from meanings import Meanings

from kippu.place.features import BUCKETS, FIGURES, features, words

_STRENGTH = 1.0
"""What a question's loss weighs against the squares of the weights of what both find hard."""
_APART = 4.0
"""How many times harder the difference is held to nought. This and the next two: by ``--choose``."""
_FIRST, _LAST = 1, 64
"""Directions of meaning that are learned from; the first of all only tells how wordy a question is."""
_EVENED = 0.5
"""A question counts by its subject's number to the power of minus this: law has 288, others 13."""
_STEPS = 150
_THRESHOLDS = (0.0, 0.04, 0.06, 0.08, 0.10, 0.12, 0.14, 0.16, 0.18, 0.20, 0.25)
_OUT = Path(__file__).parents[2] / "src/kippu/place/router.npz"


@dataclass(frozen=True)
class Reading:
    """How texts are read: learned from questions without their marks."""

    rarity: np.ndarray
    """Of the words of each place."""
    known: np.ndarray
    """Places that two questions or more have: only their words weigh by themselves."""
    meanings: Meanings
    middle: np.ndarray
    """The mean of the questions' meanings."""
    directions: np.ndarray
    """(wide, directions): what of a meaning is learned from."""

    @classmethod
    def of(cls, rows: list[Marked], meanings: Meanings, with_meaning: bool) -> "Reading":
        seen = np.bincount(np.concatenate([words(row.prompt)[0] for row in rows]), minlength=BUCKETS)
        rarity = (np.log((1 + len(rows)) / (1 + seen)) + 1).astype(np.float32)
        told = np.array([_meant(row.prompt, rarity, meanings) for row in rows])
        middle = told.mean(axis=0)
        _, directions = np.linalg.eigh((told - middle).T @ (told - middle))
        chosen = directions[:, ::-1][:, _FIRST : _LAST if with_meaning else _FIRST]
        spread = np.sqrt((((told - middle) @ chosen) ** 2).sum(axis=1).mean()) or 1.0
        return cls(rarity, seen > 1, meanings, middle, chosen / spread)


def _meant(text: str, rarity: np.ndarray, meanings: Meanings) -> np.ndarray:
    places, values = features(text, rarity)
    return values[:-FIGURES] @ meanings.at(places[:-FIGURES])


class Table:
    """Features of texts: the words' and figures' sparse ones as three flat arrays, and the meanings'."""

    def __init__(self, texts: list[str], reading: Reading) -> None:
        rows = [features(text, reading.rarity) for text in texts]
        known = np.append(reading.known, np.ones(FIGURES, bool))
        self.row = np.repeat(np.arange(len(rows)), [len(places) for places, _ in rows])
        self.place = np.concatenate([places for places, _ in rows])
        self.value = np.concatenate([values for _, values in rows]) * known[self.place]
        told = np.array([_meant(text, reading.rarity, reading.meanings) for text in texts])
        self.meant = (told - reading.middle) @ reading.directions
        self.rows, self.sparse = len(rows), BUCKETS + FIGURES
        self.width = self.sparse + self.meant.shape[1]

    def times(self, weights: np.ndarray) -> np.ndarray:
        by_word = np.bincount(self.row, self.value * weights[self.place], self.rows)
        return by_word + self.meant @ weights[self.sparse :]

    def back(self, off: np.ndarray) -> np.ndarray:
        by_word = np.bincount(self.place, self.value * off[self.row], self.sparse)
        return np.concatenate([by_word, self.meant.T @ off])

    def steepest(self, counts: np.ndarray) -> float:
        """The largest eigenvalue of the features' squares with a bias, by power iteration, with some room."""
        direction = np.ones(self.width + 1)
        length = 1.0
        for _ in range(30):
            told = counts * (self.times(direction[:-1]) + direction[-1])
            direction = np.append(self.back(told), told.sum())
            length = float(np.linalg.norm(direction))
            direction /= length
        return 1.05 * length


def logistic(table: Table, rows: list[Marked], apart: float) -> np.ndarray:
    """(2, width + 1): weights and bias of both models, by accelerated gradient descent on their half sum and
    half difference."""
    counts = evened(rows)
    middling = np.array([row.middling for row in rows], float)
    strong = np.array([row.strong for row in rows], float)
    held = np.array([[1.0], [apart]]) * np.append(np.ones(table.width), 0.0)
    step = 1 / (max(1.0, apart) + _STRENGTH * 0.5 * table.steepest(counts))
    here = before = np.zeros((2, table.width + 1))
    for turn in range(_STEPS):
        ahead = here + turn / (turn + 3) * (here - before)
        both, apart_by = (table.times(one[:-1]) + one[-1] for one in ahead)
        off = counts * (_chance(both - apart_by) - middling), counts * (_chance(both + apart_by) - strong)
        sides = off[1] + off[0], off[1] - off[0]
        slope = np.array([np.append(table.back(side), side.sum()) for side in sides])
        before, here = here, ahead - step * (_STRENGTH * slope + held * ahead)
    return np.array([here[0] - here[1], here[0] + here[1]])


def evened(rows: list[Marked]) -> np.ndarray:
    """What each question counts: less in a subject of many; 1 on average."""
    many = Counter(row.subject for row in rows)
    counts = np.array([many[row.subject] ** -_EVENED if row.subject else 0.0 for row in rows])
    of_subjects = counts > 0
    counts[of_subjects] *= of_subjects.sum() / max(1e-9, counts.sum())
    return np.where(of_subjects, counts, 1.0)


def _chance(odds: np.ndarray) -> np.ndarray:
    return 1 / (1 + np.exp(-odds))


def gains(rows: list[Marked], fitted: np.ndarray, reading: Reading) -> np.ndarray:
    table = Table([row.prompt for row in rows], reading)
    middling, strong = (_chance(table.times(one[:-1]) + one[-1]) for one in fitted)
    return strong - middling


def aside(rows: list[Marked], by: str, meanings: Meanings, apart: float, with_meaning: bool) -> np.ndarray:
    """The gain of each question by weights that learned nothing of its fold."""
    score = np.zeros(len(rows))
    for fold in range(5):
        out = np.array([row.fold(by) == fold for row in rows])
        others = [row for row, away in zip(rows, out, strict=True) if not away]
        reading = Reading.of(others, meanings, with_meaning)
        fitted = logistic(Table([row.prompt for row in others], reading), others, apart)
        score[out] = gains([row for row, away in zip(rows, out, strict=True) if away], fitted, reading)
    return score


def choose(rows: list[Marked], meanings: Meanings) -> None:
    """Area by what is chosen, with folds by chance and with subjects never seen; then the thresholds."""
    for with_meaning in (False, True):
        for apart in (1.0, 4.0, 16.0, 64.0):
            told = []
            for by in ("prompt", "subject"):
                score = aside(rows, by, meanings, apart, with_meaning)
                told.append(f"folds by {by}: {apgr(rows, score):.3f}")
                for kind in ("mmlu", "gsm8k"):
                    of = np.array([row.set == kind for row in rows])
                    told.append(f"{kind} {apgr([row for row in rows if row.set == kind], score[of]):.3f}")
            print(f"meaning {with_meaning!s:5}  apart {apart:<5}", "  ".join(told), flush=True)
    score = aside(rows, "prompt", meanings, _APART, with_meaning=True)
    won = recovered(rows, score)
    for threshold in _THRESHOLDS:
        sent = int((score > threshold).sum())
        print(f"a gain of {threshold:.2f}: {sent / len(rows):.3f} sent, {won[sent]:.3f} won")


def folded(fitted: np.ndarray, reading: Reading) -> tuple[np.ndarray, np.ndarray]:
    """Weights (2, BUCKETS + FIGURES) and biases, with what meanings weigh put into the words'."""
    sparse, meant = fitted[:, : BUCKETS + FIGURES], fitted[:, BUCKETS + FIGURES : -1]
    weights = sparse * np.append(reading.known, np.ones(FIGURES, bool))
    weights[:, :BUCKETS] += (reading.meanings.everywhere() @ (reading.directions @ meant.T)).T
    return weights, fitted[:, -1] - meant @ (reading.middle @ reading.directions)


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--words", type=Path, required=True, help="a model whose vectors of words are taken")
    parser.add_argument("--choose", action="store_true")
    chosen = parser.parse_args()
    rows = [row for row in read(chosen.data) if row.part == "train"]
    meanings = Meanings(chosen.words, [row.prompt for row in rows])
    if chosen.choose:
        choose(rows, meanings)
        return
    reading = Reading.of(rows, meanings, with_meaning=True)
    weights, biases = folded(logistic(Table([row.prompt for row in rows], reading), rows, _APART), reading)
    np.savez_compressed(
        _OUT,
        weights=weights.astype(np.float16),
        bias=biases.astype(np.float32),
        rarity=reading.rarity.astype(np.float16),
        learned=np.array(sorted(row.mark for row in rows), np.uint32),
    )
    print(f"{len(rows)} questions, {_OUT.stat().st_size:,} bytes")


if __name__ == "__main__":
    main()
