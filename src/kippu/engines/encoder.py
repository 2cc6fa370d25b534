"""Runs a sentence encoder with two heads: which class a sentence is of, and which label each of its pieces
has. What both see of the sentence, the mean of its pieces, tells how like two sentences are.

Knows ONNX and how sentences are cut; what a class or a label means is its user's.
"""

import json
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, Any

from kippu.engines.unigrams import Unigrams
from kippu.engines.wordpiece import WordPieces
from kippu.errors import ModelError

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray
    from onnxruntime import InferenceSession  # type: ignore[import-untyped]  # it ships no types

_LONGEST = 48
"""Pieces of a sentence that are read, as in training; a command is shorter."""


@dataclass(frozen=True, slots=True)
class Heard:
    """What the encoder makes of one sentence."""

    classes: "dict[str, float]"
    """The chance of each class, together 1; the likeliest first."""
    labelled: tuple[tuple[int, int, str], ...]
    """First letter, letter behind the last, and label of each piece that has one, in the sentence's order;
    ``B-x`` begins a part that is an ``x``, ``I-x`` goes on with it."""
    mean: "NDArray[np.float32]"
    """The sentence as a direction, (384,) of length 1: the product of two is the cosine between them."""


class Encoder:
    """An encoder in a folder: ``encoder.onnx``, ``classes.json``, and ``vocabulary.txt`` with word pieces, or
    ``words.txt`` for a language that is written without spaces. Read on first use."""

    def __init__(self, folder: Path | Callable[[], Path]) -> None:
        """``folder`` may be asked for on first use; that raises ModelError when it is not to be used."""
        self._given = folder
        self._loading = Lock()

    @cached_property
    def _folder(self) -> Path:
        return self._given if isinstance(self._given, Path) else self._given()

    @cached_property
    def _about(self) -> dict[str, Any]:
        """Keys: ``classes`` and ``labels``, in the order of the heads' scores; ``temperature``, by which the
        classes' scores are divided so that chances are what they say (Guo et al., 2017; arXiv:1706.04599)."""
        try:
            return dict(json.loads(_read(self._folder / "classes.json")))
        except ValueError as error:
            raise ModelError(
                f"{self._folder / 'classes.json'} is damaged: {error}",
                f"{self._folder / 'classes.json'} が壊れています（{error}）。",
            ) from error

    @cached_property
    def _words(self) -> WordPieces | Unigrams:
        words = self._folder / "words.txt"
        if not words.exists():
            return pieces_of(self._folder)
        try:
            return Unigrams(_read(words).split("\n"))
        except ValueError as error:
            raise ModelError(
                f"{words} is damaged: {error}", f"{words} が壊れています（{error}）。"
            ) from error

    @cached_property
    def _session(self) -> "InferenceSession":
        return session_of(self._folder / "encoder.onnx")

    @property
    def known(self) -> frozenset[str]:
        """The names of all classes. Raises ModelError when the files are broken."""
        return frozenset(self._about["classes"])

    def hear(self, text: str) -> Heard:
        """Read a sentence; a long one as far as it fits. Raises ModelError when the files are broken."""
        import numpy as np  # noqa: PLC0415

        with self._loading:
            about, words, session = self._about, self._words, self._session
        pieces = words.cut(text, _LONGEST)
        given = {
            "ids": np.array([pieces.ids], dtype=np.int64),
            "mask": np.ones((1, len(pieces.ids)), dtype=np.int64),
        }
        try:
            scores, labels, means = session.run(["classes", "labels", "mean"], given)
        except Exception as error:  # onnxruntime's own, when words and network are not of one another
            raise ModelError(
                f"{self._folder} holds files that don't belong together: {error}",
                f"{self._folder} のファイルの組み合わせが合いません（{error}）。",
            ) from error
        chances = _softmax(scores[0] / about["temperature"])
        order = np.argsort(-chances)
        return Heard(
            {about["classes"][place]: float(chances[place]) for place in order},
            tuple(
                (start, end, about["labels"][label])
                for (start, end), label in zip(pieces.places, labels[0].argmax(-1), strict=True)
                if end > start and about["labels"][label] != "O"
            ),
            means[0] / np.linalg.norm(means[0]),
        )


def session_of(path: Path) -> "InferenceSession":
    """An ONNX file, ready to run on one thread. Raises ModelError when it can't be."""
    import onnxruntime  # noqa: PLC0415  # no start waits for it

    onnxruntime.set_default_logger_severity(3)
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1  # a dozen pieces: a second thread costs more than it brings
    try:
        return onnxruntime.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])
    except Exception as error:  # onnxruntime has an own exception for each way a file can be broken
        raise ModelError(
            f"{path} is no encoder that can be run: {error}",
            f"{path} は動かせるエンコーダーではありません（{error}）。",
        ) from error


def pieces_of(folder: Path) -> WordPieces:
    """The cutter for the ``vocabulary.txt`` of a folder. Raises ModelError when it can't be read."""
    lines = _read(folder / "vocabulary.txt").split("\n")
    return WordPieces({piece: number for number, piece in enumerate(lines)})


def _read(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8").rstrip("\n")
    except (OSError, UnicodeDecodeError) as error:
        raise ModelError(f"{path} can't be read: {error}", f"{path} を読めません（{error}）。") from error


def _softmax(scores: "NDArray[np.float32]") -> "NDArray[np.float32]":
    import numpy as np  # noqa: PLC0415

    raised = np.exp(scores - scores.max())
    chances: NDArray[np.float32] = raised / raised.sum()
    return chances
