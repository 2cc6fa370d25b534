"""A small network over what the encoders make of a sentence: what of the thing before is meant.

Trained by ``scripts/sequels/train.py``; runs on numpy. Knows no words.
"""

from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING
from zipfile import BadZipFile

from kippu.errors import ModelError

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from kippu.engines.encoder import Heard

_FLOOR = 1e-4
"""The smallest chance of a class that is told from none."""
CONTEXT_WEIGHT = 3.0
"""How much larger than a standard deviation the mark of a context is."""


def features(heard: "Heard", direction: "NDArray[np.float32] | None") -> "NDArray[np.float32]":
    """What the network sees of a sentence, one row: the encoder's mean (384,), where there is one the general
    ``direction`` (384,), and the logarithms of the chances of all classes in the order of their names."""
    import numpy as np  # noqa: PLC0415  # no start waits for it

    chances = np.array([heard.classes[name] for name in sorted(heard.classes)], np.float32)
    parts = [heard.mean, *([] if direction is None else [direction]), np.log(chances + _FLOOR)]
    return np.concatenate(parts).astype(np.float32)


class Head:
    """Two layers, in an ``.npz`` file. Read on first use."""

    def __init__(self, path: Path) -> None:
        """The file's arrays: ``ops`` and ``contexts`` (names), ``middle`` and ``spread`` of each feature,
        ``first`` (features + contexts, hidden) with ``first_bias``, ``second`` (hidden, ops) with
        ``second_bias``, ``temperature``."""
        self._path = path

    @cached_property
    def _arrays(self) -> "dict[str, NDArray[np.float32]]":
        import numpy as np  # noqa: PLC0415  # as above

        try:
            with np.load(self._path, allow_pickle=False) as kept:
                return {
                    name: value if value.dtype.kind == "U" else value.astype(np.float32)
                    for name, value in kept.items()
                }
        except (OSError, ValueError, KeyError, BadZipFile) as error:
            raise ModelError(
                f"{self._path} can't be read: {error}", f"{self._path} を読めません（{error}）。"
            ) from error

    def chances(self, row: "NDArray[np.float32]", context: str) -> dict[str, float]:
        """The chance of each op behind that context, together 1; the likeliest first.

        Raises ModelError when the file is damaged or of another encoder.
        """
        import numpy as np  # noqa: PLC0415  # as above

        try:
            kept = self._arrays
            marks = (kept["contexts"] == context).astype(np.float32) * CONTEXT_WEIGHT
            seen = np.concatenate([(row - kept["middle"]) / kept["spread"], marks])
            hidden = seen @ kept["first"] + kept["first_bias"]
            hidden = hidden * 0.5 * (1 + np.tanh(0.7978845608 * (hidden + 0.044715 * hidden**3)))
            scores = (hidden @ kept["second"] + kept["second_bias"]) / kept["temperature"]
        except (KeyError, ValueError) as error:
            raise ModelError(
                f"{self._path} doesn't belong to this encoder: {error}",
                f"{self._path} はこのエンコーダーのものではありません（{error}）。",
            ) from error
        raised = np.exp(scores - scores.max())
        found = raised / raised.sum()
        return {str(kept["ops"][place]): float(found[place]) for place in np.argsort(-found)}
