"""From the network's scores to spans. Knows the labels: "O", and "B-" (begins) or "I-" before a kind."""

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from kippu.guard.personal.found import KINDS, Kind
from kippu.guard.personal.merging import Span
from kippu.guard.personal.tagger.tokens import Token, cut

if TYPE_CHECKING:
    from kippu.guard.personal.tagger.network import Network

_WEIGHTS = Path(__file__).parent / "weights.npz"
_CAUTION = 1.0
"""Taken off the score of "nothing": a name left open costs more than a word covered for nothing."""


class Tagger:
    """The network with its weights, read once a process and not before the first text."""

    def __init__(self, weights: Path = _WEIGHTS, caution: float = _CAUTION) -> None:
        self._weights = weights
        self._caution = caution

    def look(self, text: str) -> list[Span]:
        """What the words around say is personal."""
        tokens = cut(text) if self._weights.exists() else []
        if not tokens:
            return []
        network = _network(self._weights)
        scores = network.scores(tokens)
        scores[:, 0] -= self._caution
        return _spans(tokens, [_read(network.labels[best]) for best in scores.argmax(axis=1).tolist()])


def _spans(tokens: list[Token], labels: list[tuple[Kind | None, bool]]) -> list[Span]:
    """Tokens in a row of one kind, cut where a label says that the next one begins."""
    spans: list[Span] = []
    start = end = -1
    kind: Kind | None = None
    for token, (here, begins) in zip(tokens, labels, strict=True):
        if kind is not None and (here != kind or begins):
            spans.append(Span(start, end, kind, 5))
            kind = None
        if here is not None:
            if kind is None:
                kind, start = here, token.start
            end = token.end
    if kind is not None:
        spans.append(Span(start, end, kind, 5))
    return spans


@cache
def _read(label: str) -> tuple[Kind | None, bool]:
    """The kind of a label, None for nothing; and whether something begins there."""
    kind = next((kind for kind in KINDS if kind == label[2:]), None)
    return kind, label.startswith("B-")


@cache
def _network(weights: Path) -> "Network":
    from kippu.guard.personal.tagger.network import (  # noqa: PLC0415  # NumPy takes a tenth of a second to start
        Network,
    )

    return Network(weights)
