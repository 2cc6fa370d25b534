"""Makes any picture four times larger: ESRGAN's slim network, tile by tile.

The same file finishes the stickers (64 to 256 pixels); here it takes any size and any transparency. Knows
pixels alone.
"""

from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from PIL import Image

from kippu.engines.pictures.order import Pixels, Seen, Stopped
from kippu.engines.pictures.patches import Floats
from kippu.engines.pictures.weights import FOLDER, session
from kippu.errors import BadInput

if TYPE_CHECKING:
    from onnxruntime import InferenceSession  # type: ignore[import-untyped]  # it ships no types

TIMES = 4
"""How many times wider and higher a picture becomes."""
MOST = 4096
"""Pixels a side of what comes out, at most: the colours of more than that take over 64 MB."""
_TILE, _MARGIN = 64, 8
"""Pixels a side of what the network takes, and how many of them at each edge are there for their neighbours
alone: it looks about that far."""
_STEP = _TILE - 2 * _MARGIN
_SHOWN = 512
"""Pixels a side of what is shown meanwhile."""
_FAINT = 1 / 255
"""Opacity under which a pixel has no colour."""


class Larger:
    """The network in a folder. It is read on first use."""

    def __init__(self, folder: Path = FOLDER) -> None:
        self._folder = folder

    def draw(self, picture: Pixels, seen: Seen, stopped: Stopped) -> Pixels | None:
        """The picture, four times as wide and high; None when stopped. A tile takes about a tenth of a second
        on a core, and a step is a row of them. Raises BadInput for a picture that is too large for it,
        ModelBroken for weights that were changed."""
        high, wide = picture.shape[:2]
        if max(high, wide) * TIMES > MOST:
            raise BadInput(
                f"The picture has {wide} x {high} pixels: up to {MOST // TIMES} a side can be made larger.",
                f"この絵は{wide}×{high}ピクセルです。大きくできるのは一辺{MOST // TIMES}ピクセルまでです。",
            )
        network = self._network
        given = _premultiplied(picture)
        rows, columns = -(-high // _STEP), -(-wide // _STEP)
        around = (
            (_MARGIN, rows * _STEP - high + _MARGIN),
            (_MARGIN, columns * _STEP - wide + _MARGIN),
            (0, 0),
        )
        padded = np.pad(given, around, mode="edge")
        drawn = np.asarray(Image.fromarray(picture).resize((wide * TIMES, high * TIMES))).copy()
        for row in range(rows):
            for column in range(columns):
                if stopped():
                    return None
                top, left = row * _STEP, column * _STEP
                tile = padded[top : top + _TILE, left : left + _TILE]
                large = self._enlarged(network, tile)
                down = min(_STEP, high - top) * TIMES
                right = min(_STEP, wide - left) * TIMES
                place = np.s_[top * TIMES : top * TIMES + down, left * TIMES : left * TIMES + right]
                drawn[place] = large[:down, :right]
            seen(row + 1, rows, _small(drawn))
        if picture[..., 3].min() == 255:
            drawn[..., 3] = 255
        return drawn

    @staticmethod
    def _enlarged(network: "InferenceSession", tile: Floats) -> Pixels:
        """The inner part of a tile, larger."""
        if not tile.any():
            return np.zeros((_STEP * TIMES, _STEP * TIMES, 4), np.uint8)
        inner = np.s_[_MARGIN * TIMES : -_MARGIN * TIMES, _MARGIN * TIMES : -_MARGIN * TIMES]
        large: Floats = network.run(None, {"given": tile[None]})[0][0]
        large = (large + _wide(tile - _shrunk(large)))[inner].clip(0, 1)
        alpha = large[..., 3:]
        colour = np.where(alpha > _FAINT, large[..., :3] / np.maximum(alpha, _FAINT), 0)
        return np.round(np.concatenate([colour.clip(0, 1), alpha], -1) * 255).astype(np.uint8)

    @cached_property
    def _network(self) -> "InferenceSession":
        return session(self._folder, "finisher.onnx")


def _premultiplied(picture: Pixels) -> Floats:
    """0 to 1, colour times alpha: what is clear has no colour that could shine through."""
    given = picture.astype(np.float32) / np.float32(255)
    given[..., :3] *= given[..., 3:]
    return given


def _shrunk(large: Floats) -> Floats:
    """Each point the mean of what it became."""
    side = len(large) // TIMES
    mean: Floats = large.reshape(side, TIMES, side, TIMES, -1).mean((1, 3))
    return mean


def _wide(small: Floats) -> Floats:
    """The same four times as wide and high, smoothly. Added to what the network gives, the picture keeps its
    colours, which the network alone makes up to 7 of 255 lighter."""
    size = (small.shape[1] * TIMES, small.shape[0] * TIMES)
    planes = [Image.fromarray(small[..., one]).resize(size, Image.Resampling.BILINEAR) for one in range(4)]
    return np.stack([np.asarray(plane) for plane in planes], -1)


def _small(picture: Pixels) -> Pixels:
    """As it is shown meanwhile."""
    shown = Image.fromarray(picture)
    shown.thumbnail((_SHOWN, _SHOWN), Image.Resampling.BILINEAR, reducing_gap=2)
    return np.asarray(shown)
