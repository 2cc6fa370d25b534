"""What a layer's passages mean: each whole, and each of its sentences, as an encoder's directions.

Made once for a layer, and kept in a file beside its index. Knows an encoder and rows; not which passage
answers.
"""

import os
import zipfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from kippu.engines.embedding import Embedder
from kippu.layers.index import Row
from kippu.regex import regex

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

_WHOLE, _SENTENCE, _QUESTION = 256, 64, 64
"""Word pieces that are read of each. MiniLM was trained on texts of up to 256."""
_ENDS = regex(r"(?<=[.!?:])\s+|\n\n|\n(?=[-*] )|(?<=[。！？])")


@dataclass(frozen=True, slots=True)
class Likeness:
    """How like a question the passages are, in their order: cosines, (passages,) each."""

    whole: "NDArray[np.float32]"
    sentence: "NDArray[np.float32]"
    """Of the sentence of each that is likest, read behind its heading."""


class Meanings:
    """The directions of one layer's passages."""

    def __init__(
        self, whole: "NDArray[np.float16]", sentences: "NDArray[np.float16]", of: "NDArray[np.int32]"
    ) -> None:
        """``whole`` (passages, 384); ``sentences`` (sentences, 384), and the passage, from 0, that each is
        ``of``, in their order; every passage has one."""
        self._whole, self._sentences, self._of = whole, sentences, of

    @classmethod
    def made(
        cls, file: Path, rows: Sequence[Row], embedder: Embedder, told: Callable[[int, int], None]
    ) -> "Meanings":
        """New ones, kept in the file if it can be. ``told`` hears how many of how many passages are read, and
        may raise. Raises ModelError when the encoder is broken.
        """
        import numpy as np  # noqa: PLC0415  # no start waits for it

        whole, sentences, of = [], [], []
        for number, row in enumerate(rows):
            told(number, len(rows))
            heading = row.title.rpartition(" > ")[2]
            whole.append(embedder.embed(f"{heading}. {row.text}", _WHOLE))
            for sentence in _sentences(row.text):
                sentences.append(embedder.embed(f"{heading}: {sentence}", _SENTENCE))
                of.append(number)
        made = cls(np.array(whole, np.float16), np.array(sentences, np.float16), np.array(of, np.int32))
        part = file.with_suffix(f".{os.getpid()}.npz")  # another Kippu may read the same layer now
        try:
            file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            np.savez(part, whole=made._whole, sentences=made._sentences, of=made._of)
            part.replace(file)
        except OSError:  # a full disk only means that all of it is read again after the next start
            part.unlink(missing_ok=True)
        told(len(rows), len(rows))
        return made

    @property
    def passages(self) -> int:
        """How many there are."""
        return len(self._whole)

    @classmethod
    def opened(cls, file: Path) -> "Meanings | None":
        """Those in this file; None when there is none, or it is damaged and has to be made again."""
        import numpy as np  # noqa: PLC0415

        try:
            with np.load(file, allow_pickle=False) as kept:
                return cls(kept["whole"], kept["sentences"], kept["of"])
        except (OSError, ValueError, KeyError, EOFError, zipfile.BadZipFile):
            return None

    def like(self, asked: "NDArray[np.float32]") -> Likeness:
        """How like a question, given by its ``direction``, each passage is."""
        import numpy as np  # noqa: PLC0415

        starts = np.flatnonzero(np.diff(self._of, prepend=-1))
        return Likeness(self._whole @ asked, np.maximum.reduceat(self._sentences @ asked, starts))


def direction(question: str, embedder: Embedder) -> "NDArray[np.float32]":
    """What a question means, (384,)."""
    return embedder.embed(question, _QUESTION)


def _sentences(text: str) -> list[str]:
    return [part for part in map(str.strip, _ENDS.split(text)) if part] or [text]
