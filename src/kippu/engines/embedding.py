"""Runs a sentence encoder that gives a text its direction: how like two texts are is the product of theirs.

Knows ONNX and word pieces; not what is compared with what.
"""

from collections.abc import Callable
from functools import cached_property
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING
from zlib import crc32

from kippu.engines.encoder import pieces_of, session_of
from kippu.errors import ModelError

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray
    from onnxruntime import InferenceSession  # type: ignore[import-untyped]  # it ships no types

    from kippu.engines.wordpiece import WordPieces


class Embedder:
    """all-MiniLM-L6-v2 in a folder: ``embedding.onnx``, ``vocabulary.txt``, and ``encoder.onnx``, whose table
    of word pieces it shares (docs/models/embedding.md). Read on first use."""

    def __init__(self, folder: Path | Callable[[], Path]) -> None:
        """``folder`` may be asked for on first use; that raises ModelError when it is not to be used."""
        self._given = folder
        self._loading = Lock()

    @cached_property
    def _folder(self) -> Path:
        return self._given if isinstance(self._given, Path) else self._given()

    @cached_property
    def _words(self) -> "WordPieces":
        return pieces_of(self._folder)

    @cached_property
    def _session(self) -> "InferenceSession":
        return session_of(self._folder / "embedding.onnx")

    @cached_property
    def version(self) -> str:
        """Another one for other weights: their directions are not to be compared. Raises ModelError when the
        file can't be read."""
        try:
            return f"{crc32((self._folder / 'embedding.onnx').read_bytes()):08x}"
        except OSError as error:
            raise ModelError(
                f"{self._folder / 'embedding.onnx'} can't be read: {error}",
                f"{self._folder / 'embedding.onnx'} を読めません（{error}）。",
            ) from error

    def embed(self, text: str, most: int) -> "NDArray[np.float32]":
        """The text as a direction, (384,) of length 1; of a long one the first ``most`` word pieces.

        Raises ModelError when the files are broken.
        """
        import numpy as np  # noqa: PLC0415  # no start waits for it

        with self._loading:
            words, session = self._words, self._session
        pieces = words.cut(text, most)
        given = {
            "ids": np.array([pieces.ids], dtype=np.int64),
            "mask": np.ones((1, len(pieces.ids)), dtype=np.int64),
        }
        (means,) = session.run(["mean"], given)
        direction: NDArray[np.float32] = means[0] / np.linalg.norm(means[0])
        return direction
