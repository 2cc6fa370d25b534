"""Trains ``src/kippu/guard/topics.npz``: how far a text is about each topic that a person may keep at home.

    PYTHONPATH=bench:scripts/topics python scripts/topics/train.py --data ../shared/data --vectors FOLDER

English: a ridge-regularised logistic regression for each topic over the directions of the shipped encoder.
Japanese: the same over words' vectors, which are chiVe's (``--vectors``: the folder ``vocab`` out of the
wheel ja_ginza 5.3.0); only what each word says of each topic is kept. A score of 0 is where, judged by folds
that keep the sentences of a line together, a share ``_ALARMS`` of the sentences without a topic is told
wrongly. Nothing but the drawing of sentences is by chance, and its seed is fixed.
"""

import argparse
from pathlib import Path
from zlib import crc32

import numpy as np
from numpy.typing import NDArray
from said import TOPICS, Said, said

from kippu.engines.embedding import Embedder
from kippu.engines.unigrams import Unigrams
from kippu.guard.meant import MOST, worded

Table = NDArray[np.float64]
_ROOT = Path(__file__).parents[2] / "src/kippu"
_ENCODER = _ROOT / "layers/shipped/phone-and-home/encoder"
_OUT = _ROOT / "guard/topics.npz"
_STRENGTH = {"en": 1.0, "ja": 4.0}
"""What a sentence's loss weighs against the weights' squares; chosen by folds and the half that was read."""
_ALARMS = {"en": 0.015, "ja": 0.03}
_POSITIVE, _OTHER_TOPIC = 3.0, 0.3
"""What a sentence of the topic weighs, and one of another topic, which may be about both."""
_STEPS, _FOLDS = 300, 4


def fit(seen: Table, rows: list[Said], strength: float) -> Table:
    """Weights and, last, biases (wide + 1, topics), by accelerated gradient descent."""
    about = np.array([[row.topic == topic for topic in TOPICS] for row in rows], float)
    plain = np.array([[row.topic == "none"] for row in rows])
    weight = np.where(about > 0, _POSITIVE, np.where(plain, 1.0, _OTHER_TOPIC))
    seen = _with_bias(seen)
    steepest = np.linalg.eigvalsh(seen.T @ (seen * weight.max(1)[:, None]))[-1]
    step = 1 / (1 + strength * 0.25 * steepest)
    here = before = np.zeros((seen.shape[1], len(TOPICS)))
    for turn in range(_STEPS):
        ahead = here + turn / (turn + 3) * (here - before)
        off = weight * (1 / (1 + np.exp(-(seen @ ahead))) - about)
        slope = strength * seen.T @ off
        slope[:-1] += ahead[:-1]
        before, here = here, ahead - step * slope
    return here


def learned(seen: Table, rows: list[Said], language: str) -> Table:
    """Weights and biases of all sentences, the biases so that 0 is the line."""
    fold = np.array([row.line * 7919 % _FOLDS for row in rows])
    told = np.zeros((len(rows), len(TOPICS)))
    for aside in range(_FOLDS):
        kept = [row for row, of in zip(rows, fold, strict=True) if of != aside]
        told[fold == aside] = _with_bias(seen[fold == aside]) @ fit(
            seen[fold != aside], kept, _STRENGTH[language]
        )
    plain = np.array([row.topic == "none" for row in rows])
    line = np.quantile(told[plain], 1 - _ALARMS[language], axis=0)
    for place, topic in enumerate(TOPICS):
        own = told[[row.topic == topic for row in rows], place]
        print(f"{language} {topic:<10}{np.mean(own > line[place]):.3f} by folds", flush=True)
    weights = fit(seen, rows, _STRENGTH[language])
    weights[-1] -= line
    return weights


def _with_bias(seen: Table) -> Table:
    return np.hstack([seen, np.ones((len(seen), 1))])


def english(data: Path) -> dict[str, NDArray[np.generic]]:
    rows, embedder = said("en", data), Embedder(_ENCODER)
    weights = learned(np.array([embedder.embed(row.text, MOST) for row in rows], float), rows, "en")
    return {"en": weights[:-1].astype(np.float16), "en_bias": weights[-1].astype(np.float32)}


def japanese(data: Path, vectors: Path) -> dict[str, NDArray[np.generic]]:
    rows, written = said("ja", data), (_ENCODER / "ja" / "words.txt").read_bytes()
    words = Unigrams(written.decode().rstrip("\n").split("\n"))
    given = np.load(vectors / "vectors").astype(float)
    given /= np.linalg.norm(given, axis=1, keepdims=True).clip(1e-9)
    table = np.vstack([np.zeros((2, given.shape[1])), given - given.mean(0)])  # nobody knows it; a number
    weights = learned(np.array([worded(words.cut(row.text, MOST).ids, table) for row in rows]), rows, "ja")
    each = table @ weights[:-1]
    scale = np.abs(each).max(0) / 127
    return {
        "ja": np.round(each / scale).astype(np.int8), "ja_scale": scale.astype(np.float32),
        "ja_bias": weights[-1].astype(np.float32), "ja_words": np.array(crc32(written), np.uint32),
    }  # fmt: skip


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    for name in ("data", "vectors"):
        parser.add_argument(f"--{name}", type=Path, required=True)
    options = parser.parse_args()
    np.savez_compressed(_OUT, **english(options.data), **japanese(options.data, options.vectors))
    print(f"{_OUT}: {_OUT.stat().st_size:,} bytes")


if __name__ == "__main__":
    main()
