"""Hears what of the thing just done or told a sentence means, and says so in a plain sequel.

"ok 4 is fine" behind a reminder is "make it 4", "too gloomy for me" behind a lamp "brighter". Like the reader
of free speech it makes no call of its own: the plain sequel is read by the readers that know what was done.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from kippu.engines.embedding import Embedder
from kippu.engines.encoder import Encoder
from kippu.errors import ModelError
from kippu.turn import Language, Turn
from kippu.understand.free.opinion import said
from kippu.understand.sequels.head import Head, features

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

_LONGEST: Mapping[Language, int] = {"en": 120, "ja": 50}
"""Letters of a sentence; more is no sequel, and of such nothing was learned."""
_MOST_PIECES = 48


@dataclass(frozen=True, slots=True)
class Sequel:
    """What a sentence is taken for behind the turn before."""

    op: str
    """What of it is meant; ``new`` is a request or talk of its own, ``open`` what nobody can know."""
    chance: float
    new: float
    """The chance that it is no sequel."""


class Sequels:
    """The reader with its networks."""

    def __init__(
        self,
        encoders: Mapping[Language, Encoder],
        embedder: Embedder,
        heads: Mapping[Language, Callable[[], Path]],
    ) -> None:
        """``heads`` gives the file of a language's network; that raises ModelError when it can't be used."""
        self._encoders = encoders
        self._embedder = embedder
        self._paths = heads
        self._heads: dict[Language, Head] = {}

    def hear(self, turn: Turn, context: str) -> Sequel | None:
        """What it takes the sentence for; None for a long text, and without the files of its language."""
        if len(turn.text) > _LONGEST[turn.language]:
            return None
        try:
            chances = self._head(turn.language).chances(self._features(turn), context)
        except ModelError:
            return None
        op, chance = next(iter(chances.items()))
        return Sequel(op, chance, chances.get("new", 0.0))

    def _features(self, turn: Turn) -> "NDArray[np.float32]":
        heard = self._encoders[turn.language].hear(said(turn))
        general = self._embedder.embed(turn.text, _MOST_PIECES) if turn.language == "en" else None
        return features(heard, general)

    def _head(self, language: Language) -> Head:
        if language not in self._heads:
            self._heads[language] = Head(self._paths[language]())
        return self._heads[language]
