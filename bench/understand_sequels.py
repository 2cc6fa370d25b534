"""What the reader of sequels makes of sentences behind a deed, written by people whom it never heard.

    python bench/understand_sequels.py [--data FOLDER] [--limit N]

The folder holds ``en.tsv`` and ``ja.tsv``: what the turn before was about, what is meant (one of 34), the
sentence. Those of ``bench/understand/sequels`` were written for this bench by a language model that saw the
meanings and no other sentence; nobody looked at what is got wrong. The peer is the most alike of the
sentences that the reader learned from, behind the same context where there is one, by the general encoder in
English and the reader's own in Japanese. ``right``: the share of all; ``taken``: the share that is sure
enough to be acted on (0.7), and of these how many are right.
"""

import argparse
import json
import time
from datetime import datetime
from pathlib import Path

import numpy as np
from rich.console import Console
from rich.table import Table

from action import quantile
from kippu.engines.embedding import Embedder
from kippu.engines.encoder import Encoder
from kippu.turn import Language, Turn
from kippu.understand.free.opinion import said
from kippu.understand.sequels import Sequels

_HERE = Path(__file__).parent
_LAYER = _HERE.parent / "src" / "kippu" / "layers" / "shipped" / "phone-and-home" / "encoder"
_LEARNED = _HERE.parent / "scripts" / "sequels" / "data"
_ENOUGH = 0.7
Row = tuple[str, str, str]


def main() -> None:
    """Score both languages and print."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--data", type=Path, default=_HERE / "understand" / "sequels")
    parser.add_argument("--limit", type=int, help="sentences of a language, at most")
    asked = parser.parse_args()
    table = Table("language", "sentences", "right", "taken", "of them right", "peer right", "ms p50", "p95")
    figures: dict[str, dict[str, float]] = {}
    for language in ("en", "ja"):
        rows = _rows(asked.data / f"{language}.tsv")[: asked.limit]
        found = figures[language] = _scored(language, rows)
        shares = (f"{found[name]:.1%}" for name in ("right", "taken", "taken_right", "peer_right"))
        table.add_row(language, str(len(rows)), *shares, f"{found['p50_ms']:.1f}", f"{found['p95_ms']:.1f}")
    Console().print(table)
    print(json.dumps(figures))


def _rows(path: Path) -> list[Row]:
    lines = path.read_text(encoding="utf-8").splitlines()
    return [(context, op, text) for context, op, text in (line.split("\t") for line in lines)]


def _scored(language: Language, rows: list[Row]) -> dict[str, float]:
    reads: dict[Language, Encoder] = {"en": Encoder(_LAYER), "ja": Encoder(_LAYER / "ja")}
    sequels = Sequels(
        reads, Embedder(_LAYER),
        {"en": lambda: _LAYER / "sequels.npz", "ja": lambda: _LAYER / "ja" / "sequels.npz"},
    )  # fmt: skip
    nearest = _Nearest(language, reads[language], Embedder(_LAYER))
    right, taken, taken_right, peer, times = 0, 0, 0, 0, []
    for context, op, text in rows:
        began = time.perf_counter()
        heard = sequels.hear(_turn(text, language), context)
        times.append((time.perf_counter() - began) * 1000)
        assert heard is not None, text
        right += heard.op == op
        taken += heard.chance >= _ENOUGH
        taken_right += heard.op == op and heard.chance >= _ENOUGH
        peer += nearest.op(text, context) == op
    count = len(rows)
    return {
        "right": right / count, "taken": taken / count, "taken_right": taken_right / max(1, taken),
        "peer_right": peer / count, "ratio": right / max(1, peer),
        "p50_ms": quantile(times, 0.5), "p95_ms": quantile(times, 0.95),
    }  # fmt: skip


def _turn(text: str, language: Language) -> Turn:
    return Turn(text, language, datetime.now().astimezone(), "bench", "bench")


class _Nearest:
    """What the most alike of the learned sentences means."""

    def __init__(self, language: Language, encoder: Encoder, embedder: Embedder) -> None:
        self._language, self._encoder, self._embedder = language, encoder, embedder
        rows = [row for path in sorted(_LEARNED.glob(f"{language}-*.tsv")) for row in _rows(path)]
        self._contexts = np.array([context for context, _, _ in rows])
        self._ops = [op for _, op, _ in rows]
        self._directions = np.array([self._direction(text) for *_, text in rows])

    def op(self, text: str, context: str) -> str:
        """The op of the nearest sentence."""
        likeness = self._directions @ self._direction(text)
        same = self._contexts == context
        return self._ops[int(np.argmax(np.where(same, likeness, -1) if same.any() else likeness))]

    def _direction(self, text: str) -> np.ndarray:
        if self._language == "en":
            return self._embedder.embed(text, 48)
        return self._encoder.hear(said(_turn(text, "ja"))).mean


if __name__ == "__main__":
    main()
