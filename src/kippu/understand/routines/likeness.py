"""The routine that a sentence is most like, where it sets off none and asks for nothing else.

By the directions of what is said and of the sayings: English by MiniLM's own, Japanese by those of the reader
of free speech. A routine that is only alike is always asked about.
"""

from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

from kippu.engines.embedding import Embedder
from kippu.engines.encoder import Encoder
from kippu.errors import ModelError
from kippu.names import Routine
from kippu.turn import Language
from kippu.understand.routines.set_off import GAP, SetOff
from kippu.understand.text import language_of

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

_ALIKE: Mapping[Language, float] = {"en": 0.6, "ja": 0.7}
"""Cosine from which one is heard. Of sentences for eight English and five Japanese routines of five or six
sayings each, said otherwise, 78 % and 64 % found theirs and 7 % and 8 % another one; of public talk and
requests 0.7 % and 0.6 % were as near (``bench/layers/routines.py``)."""
_MOST_PIECES = 48


class Likeness:
    """Compares sentences with the sayings of routines; each saying is read once."""

    def __init__(self, encoders: Mapping[Language, Encoder], embedder: Embedder) -> None:
        self._encoders = encoders
        self._embedder = embedder
        self._of_saying = lru_cache(maxsize=8192)(self._direction)

    def nearest(self, text: str, language: Language, routines: Sequence[Routine]) -> SetOff | None:
        """The routine with the saying that is most like the text; None where none is, or files are broken."""
        sayings = [
            (routine, saying)
            for routine in routines
            for saying in (routine.name, *routine.says)
            if language_of(saying) == language
        ]
        if not sayings:
            return None
        try:
            said = self._direction(text, language)
            near = [float(self._of_saying(saying, language) @ said) for _, saying in sayings]
        except ModelError:
            return None
        best = max(range(len(near)), key=near.__getitem__)
        return SetOff(sayings[best][0], {}) if near[best] >= _ALIKE[language] else None

    def _direction(self, text: str, language: Language) -> "NDArray[np.float32]":
        plain = GAP.sub("", text)
        if language == "en":
            return self._embedder.embed(plain, _MOST_PIECES)
        return self._encoders["ja"].hear(plain).mean
