"""From the network's scores to spans. Knows the labels: "O", then for each kind "B-" (it begins) and "I-"."""

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from kippu.guard.personal.found import KINDS, Kind
from kippu.guard.personal.merging import Span
from kippu.guard.personal.tagger.certain import certain
from kippu.guard.personal.tagger.tokens import Token, cut

if TYPE_CHECKING:
    from kippu.guard.personal.tagger.network import Floats, Network

_WEIGHTS = Path(__file__).parent / "weights.npz"
_CAUTION = 2.0
"""Taken off the score of "nothing": a name left open costs more than a word covered for nothing."""

_CAUTION_SMALL = 0.5
"""The same for a word in small letters where others have capitals."""


class Tagger:
    """The network with its weights, read once a process and not before the first text."""

    def __init__(self, weights: Path = _WEIGHTS, caution: float = _CAUTION) -> None:
        self._weights = weights
        self._caution = caution

    def look(self, text: str) -> list[Span]:
        """What the words around say is personal."""
        tokens = cut(text)
        if not tokens:
            return []
        network = _network(self._weights)
        scores = network.scores(tokens)
        small = _CAUTION_SMALL if any(map(str.isupper, text)) else self._caution
        scores[:, 0] -= [small if token.key[0].islower() else self._caution for token in tokens]
        return list(_spans(text, tokens, scores.argmax(axis=1).tolist(), scores, network.labels))


def _spans(
    text: str, tokens: list[Token], best: list[int], scores: "Floats", labels: tuple[str, ...]
) -> Iterator[Span]:
    """Tokens in a row that are something, cut where a label says that the next one begins. What each piece
    is, all of its tokens say together."""
    at = 0
    while at < len(tokens):
        if labels[best[at]] == "O":
            at += 1
            continue
        end = at + 1
        while end < len(tokens) and labels[best[end]].startswith("I-"):
            end += 1
        start, stop = tokens[at].start, tokens[end - 1].end
        together = scores[at:end, 1:].reshape(end - at, -1, 2).max(axis=2).sum(axis=0)
        kind = _kind(labels[2 * int(together.argmax()) + 1])
        at = end
        piece = text[start:stop]
        if not _slip(kind, piece):
            yield Span(start, stop, certain(piece) or kind, 5)


def _slip(kind: Kind, piece: str) -> bool:
    """Half of a temperature or a time of day, more often than a day, a house or a name; an age that is one
    has words beside it, and a pattern that knows them."""
    if piece.isdigit():
        return len(piece) == 1 or (len(piece) == 2 and kind != "age")
    return kind == "person" and len(piece) <= 3 and any(map(str.isdigit, piece))


@cache
def _kind(label: str) -> Kind:
    """The kind behind "B-" or "I-"."""
    return next(kind for kind in KINDS if kind == label[2:])


@cache
def _network(weights: Path) -> "Network":
    from kippu.guard.personal.tagger.network import (  # noqa: PLC0415  # NumPy takes a tenth of a second to start
        Network,
    )

    return Network(weights)
