"""How far a text is about each topic that a person may keep at home, by what it means and not by its words.

Learned weights over the shipped encoder's directions (English) and over the words of its Japanese reader
(docs/models/topics.md). Knows no list of words, and not which topics a person named.
"""

from collections.abc import Callable
from functools import cached_property
from importlib.resources import files
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, Any
from zlib import crc32

from kippu.engines.embedding import Embedder
from kippu.engines.unigrams import Unigrams
from kippu.errors import ModelError

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

MOST = 64
"""Pieces of a text that are read, as in training."""
_COMMON = 100
"""Rank of a Japanese word from which it counts half: what is said everywhere tells no topic."""


class Meant:
    """Scores texts by topic, in the order of ``Topic``; above 0 is about it. Read on first use."""

    def __init__(self, folder: Callable[[], Path]) -> None:
        """``folder``: of the encoder that ships, or raises ModelError when it is not to be used."""
        self._folder = folder
        self._embedder = Embedder(folder)
        self._loading = Lock()

    def scores(self, text: str, *, japanese: bool) -> "NDArray[np.float32]":
        """(topics,). Raises ModelError when the encoder's files are broken or not those that were learned."""
        with self._loading:
            weights, words = self._weights, self._words if japanese else None
        told: NDArray[np.float32]
        if words is None:
            told = self._embedder.embed(text, MOST) @ weights["en"] + weights["en_bias"]
        else:
            said = worded(words.cut(text, MOST).ids, weights["ja"])
            told = said * weights["ja_scale"] + weights["ja_bias"]
        return told

    @cached_property
    def _weights(self) -> "dict[str, NDArray[Any]]":
        import numpy as np  # noqa: PLC0415  # no start waits for it

        with (files("kippu.guard") / "topics.npz").open("rb") as file, np.load(file) as kept:
            return {name: kept[name] for name in kept}

    @cached_property
    def _words(self) -> Unigrams:
        path = self._folder() / "ja" / "words.txt"
        try:
            written = path.read_bytes()
            if crc32(written) != int(self._weights["ja_words"]):
                raise ModelError(
                    f"{path} is not the list of words that the topics were learned with.",
                    f"{path} は、話題の学習に使った単語の一覧ではありません。Kippuを入れ直してください。",
                )
            return Unigrams(written.decode().rstrip("\n").split("\n"))
        except (OSError, ValueError) as error:
            raise ModelError(f"{path} can't be read: {error}", f"{path} を読めません（{error}）。") from error


def worded(ids: tuple[int, ...], table: "NDArray[np.float32]") -> "NDArray[np.float32]":
    """What a table of all words (words, wide) says of these together: the rarer counts the more."""
    import numpy as np  # noqa: PLC0415

    rank = np.array([number if number > 1 else 0 for number in ids], np.float32)
    share = rank / (rank + _COMMON)
    together: NDArray[np.float32] = share @ table[list(ids)] / max(1e-3, float(share.sum())) ** 0.5
    return together
