"""Runs the trained network over tokens with NumPy. Knows its arithmetic and nothing of what its labels mean.

Each token's rows are added up and projected; blocks of a convolution over three tokens (some apart) look
around; the last layer gives a score for each label. Weights are bytes with a scale a row or a column.
"""

from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from kippu.guard.personal.tagger.tokens import Token, rows

Floats = NDArray[np.float32]
_LONGEST = 4000
"""Tokens that are looked at in one go; a longer text is cut there."""


class Network:
    """The network in one file of weights."""

    def __init__(self, path: Path) -> None:
        with np.load(path, allow_pickle=False) as kept:
            arrays = {name: kept[name] for name in kept.files}
        self.labels: tuple[str, ...] = tuple(str(label) for label in arrays["labels"])
        self._table, self._scale = arrays["table"], arrays["table_scale"].astype(np.float32)
        self._in, self._in_bias = _whole(arrays, "in"), arrays["in_bias"].astype(np.float32)
        width = len(self._in_bias)
        self._mean = np.full((width, width), 1 / width, np.float32)
        self._blocks = [
            (int(apart), _beside(_whole(arrays, f"conv{n}")), arrays[f"conv{n}_bias"].astype(np.float32))
            for n, apart in enumerate(arrays["apart"])
        ]
        self._out, self._out_bias = _whole(arrays, "out"), arrays["out_bias"].astype(np.float32)
        self._vector = lru_cache(maxsize=20_000)(self._embed)

    def scores(self, tokens: Sequence[Token]) -> Floats:
        """A row a token, a column a label."""
        parts = [self._run(tokens[at : at + _LONGEST]) for at in range(0, len(tokens), _LONGEST)]
        return np.concatenate(parts) if parts else np.zeros((0, len(self.labels)), np.float32)

    def _embed(self, key: tuple[str, str, str, bool]) -> Floats:
        main, parts = rows(key)
        at = np.array(main)
        vector = self._scale[at] @ self._table[at].astype(np.float32)
        if parts:
            at = np.array(parts)
            vector = vector + (self._scale[at] @ self._table[at].astype(np.float32)) / len(parts)
        projected: Floats = vector @ self._in + self._in_bias
        return projected

    def _run(self, tokens: Sequence[Token]) -> Floats:
        x = np.concatenate([self._vector(token.key) for token in tokens]).reshape(len(tokens), -1)
        width = x.shape[1]
        for apart, weights, bias in self._blocks:
            centred = x - x @ self._mean
            spread = np.einsum("ij,ij->i", centred, centred) / width + 1e-5
            seen = (centred / np.sqrt(spread)[:, None]) @ weights
            y = seen[:, width : 2 * width] + bias
            if len(x) > apart:
                y[apart:] += seen[:-apart, :width]
                y[:-apart] += seen[apart:, 2 * width :]
            x += np.maximum(y, 0)
        result: Floats = x @ self._out + self._out_bias
        return result


def _whole(arrays: dict[str, NDArray[np.generic]], name: str) -> Floats:
    """A matrix from its bytes and the scale of each column."""
    matrix: Floats = arrays[name].astype(np.float32) * arrays[f"{name}_scale"].astype(np.float32)
    return matrix


def _beside(matrix: Floats) -> Floats:
    """The parts for the token before, the token and the one behind, side by side instead of stacked."""
    return np.ascontiguousarray(np.concatenate(np.split(matrix, 3), axis=1))
