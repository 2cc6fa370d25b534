"""Train ``src/kippu/place/router.npz`` on questions marked right or wrong for a middling and a strong model.

    python scripts/router/train.py --data FOLDER [--choose]

Learns on the part of the questions that ``marked.py`` calls "train" and on nothing else; ``--choose``
compares strengths of regularisation by cross-validation inside that part. Nothing is by chance: the same data
give the same weights.
"""

import argparse
from pathlib import Path

import numpy as np
from marked import Marked, apgr, read

from kippu.place.features import BUCKETS, FIGURES, features, words

_STRENGTH = 0.5
"""C: what a question's loss weighs against the weights' squares. Chosen by ``--choose``."""
_STEPS = 300
_OUT = Path(__file__).parents[2] / "src/kippu/place/router.npz"


class Table:
    """Sparse features of texts, as three flat arrays."""

    def __init__(self, texts: list[str], rarity: np.ndarray) -> None:
        rows = [features(text, rarity) for text in texts]
        self.row = np.repeat(np.arange(len(rows)), [len(places) for places, _ in rows])
        self.place = np.concatenate([places for places, _ in rows])
        self.value = np.concatenate([values for _, values in rows]).astype(float)
        self.rows, self.width = len(rows), BUCKETS + FIGURES

    def times(self, weights: np.ndarray) -> np.ndarray:
        return np.bincount(self.row, self.value * weights[self.place], self.rows)

    def back(self, off: np.ndarray) -> np.ndarray:
        return np.bincount(self.place, self.value * off[self.row], self.width)

    def steepest(self) -> float:
        """The largest eigenvalue of the features' squares with a bias, by power iteration, with some room."""
        direction = np.ones(self.width + 1)
        length = 1.0
        for _ in range(30):
            told = self.times(direction[:-1]) + direction[-1]
            direction = np.append(self.back(told), told.sum())
            length = float(np.linalg.norm(direction))
            direction /= length
        return 1.05 * length


def logistic(table: Table, right: np.ndarray, strength: float) -> tuple[np.ndarray, float]:
    """Weights and bias of a ridge-regularised logistic regression, by accelerated gradient descent."""
    step = 1 / (1 + strength * 0.25 * table.steepest())
    here = before = np.zeros(table.width + 1)
    for turn in range(_STEPS):
        ahead = here + turn / (turn + 3) * (here - before)
        off = 1 / (1 + np.exp(-(table.times(ahead[:-1]) + ahead[-1]))) - right
        slope = strength * np.append(table.back(off), off.sum())
        slope[:-1] += ahead[:-1]
        before, here = here, ahead - step * slope
    return here[:-1], float(here[-1])


def rarities(rows: list[Marked]) -> np.ndarray:
    """How rare the words of each place are; 0 for what fewer than two questions have."""
    seen = np.bincount(np.concatenate([words(row.prompt)[0] for row in rows]), minlength=BUCKETS)
    return np.where(seen > 1, np.log((1 + len(rows)) / (1 + seen)) + 1, 0).astype(np.float32)


def fit(rows: list[Marked], strength: float) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Weights (2 x width) and biases, the middling model's first; and the words' rarities."""
    rarity = rarities(rows)
    table = Table([row.prompt for row in rows], rarity)
    fits = [
        logistic(table, np.array([getattr(row, which) for row in rows], float), strength)
        for which in ("middling", "strong")
    ]
    return np.array([weights for weights, _ in fits]), np.array([bias for _, bias in fits]), rarity


def gains(rows: list[Marked], weights: np.ndarray, biases: np.ndarray, rarity: np.ndarray) -> np.ndarray:
    table = Table([row.prompt for row in rows], rarity)
    middling, strong = (1 / (1 + np.exp(-(table.times(w) + b))) for w, b in zip(weights, biases, strict=True))
    return strong - middling


def choose(rows: list[Marked]) -> None:
    """Area by strength, once with folds by chance and once with subjects that were never seen."""
    for strength in (0.125, 0.25, 0.5, 1.0, 2.0):
        told = []
        for name in ("prompt", "subject"):
            score = np.zeros(len(rows))
            for fold in range(5):
                aside = [row.fold(name) == fold for row in rows]
                weights = fit([row for row, out in zip(rows, aside, strict=True) if not out], strength)
                those = [row for row, out in zip(rows, aside, strict=True) if out]
                score[np.array(aside)] = gains(those, *weights)
            told.append(f"folds by {name}: {apgr(rows, score):.3f}")
            for kind in ("mmlu", "gsm8k"):
                of = np.array([row.set == kind for row in rows])
                told.append(f"{kind} {apgr([r for r in rows if r.set == kind], score[of]):.3f}")
        print(f"C = {strength:<5}", "  ".join(told), flush=True)


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--choose", action="store_true")
    chosen = parser.parse_args()
    rows = [row for row in read(chosen.data) if row.part == "train"]
    if chosen.choose:
        choose(rows)
        return
    weights, biases, rarity = fit(rows, _STRENGTH)
    np.savez_compressed(
        _OUT,
        weights=weights.astype(np.float16),
        bias=biases.astype(np.float32),
        rarity=rarity.astype(np.float16),
        learned=np.array(sorted(row.mark for row in rows), np.uint32),
    )
    print(f"{len(rows)} questions, {_OUT.stat().st_size:,} bytes")


if __name__ == "__main__":
    main()
