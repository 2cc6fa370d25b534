"""Pictures as the flow sees them: 64 patches of 8 x 8 pixels, each told by 96 numbers (principal
components).

The picture is 64 x 64 with colour multiplied by alpha, so that what is clear has no colour of its own.
"""

import io
from functools import cached_property
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageFilter

from kippu.engines.pictures.order import Pixels
from kippu.engines.pictures.weights import read

SIDE, PATCH = 64, 8
Floats = NDArray[np.float32]


class Code:
    """The linear code in a folder: ``code.npz``. Read on first use."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    @cached_property
    def _kept(self) -> tuple[Floats, Floats, float]:
        kept = np.load(io.BytesIO(read(self._folder, "code.npz")))
        return kept["mean"], kept["basis"], float(kept["scale"])

    def encode(self, small: Floats) -> Floats:
        """64 x 64 x 4 to 64 patches x 96 numbers."""
        mean, basis, scale = self._kept
        return ((cut(small) - mean) @ basis.T / scale).astype(np.float32)

    def decode(self, tokens: Floats) -> Floats:
        mean, basis, scale = self._kept
        return joined((tokens * scale @ basis + mean).astype(np.float32)).clip(0, 1)


def cut(small: Floats) -> Floats:
    """A picture of 64 x 64 (x channels) in its patches, row by row."""
    across = SIDE // PATCH
    rows = small.reshape(across, PATCH, across, PATCH, -1).transpose(0, 2, 1, 3, 4)
    return rows.reshape(across * across, -1)


def joined(patches: Floats) -> Floats:
    """The way back of ``cut``, for four channels."""
    across = SIDE // PATCH
    return patches.reshape(across, across, PATCH, PATCH, 4).transpose(0, 2, 1, 3, 4).reshape(SIDE, SIDE, 4)


def small(picture: Pixels) -> Floats:
    """Any picture as 64 x 64 x 4, 0 to 1, colour times alpha; what is not square gets a clear margin."""
    high, wide = picture.shape[:2]
    side = max(high, wide)
    square = np.zeros((side, side, 4), np.uint8)
    top, left = (side - high) // 2, (side - wide) // 2
    square[top : top + high, left : left + wide] = picture
    premultiplied = square.astype(np.float32) / np.float32(255)
    premultiplied[..., :3] *= premultiplied[..., 3:]
    planes = [
        np.asarray(Image.fromarray(premultiplied[..., one]).resize((SIDE, SIDE), Image.Resampling.BOX))
        for one in range(4)
    ]
    return np.stack(planes, -1)


def shown(premultiplied: Floats) -> Pixels:
    """What ``small`` gives, or a larger one, as a picture to be seen."""
    alpha = premultiplied[..., 3:].clip(0, 1)
    colour = (premultiplied[..., :3] / np.maximum(alpha, 0.04)).clip(0, 1)
    alpha = ((alpha - 0.12) / 0.76).clip(0, 1)  # what is nearly clear or nearly solid was meant to be
    return np.round(np.concatenate([colour * (alpha > 0), alpha], -1) * 255).astype(np.uint8)


def lines(sketch: Pixels) -> Floats:
    """Where a sketch has lines, 64 x 64 x 1, 0 or 1."""
    seen = sketch.astype(np.float32) / 255
    opaque = float(seen[..., 3].mean()) > 0.9
    ink = 1 - seen[..., :3].max(-1) if opaque else seen[..., 3]
    square = np.zeros((*ink.shape, 4), np.uint8)
    square[..., 3] = np.round(ink * 255)
    found = small(square)[..., 3]
    thin = found / max(float(np.quantile(found, 0.99)), 0.05)
    return (thin > 0.35).astype(np.float32)[..., None]


def within(picture: Pixels, drawn: Floats) -> Pixels:
    """The picture's solid part, stretched to where ``drawn`` (64 x 64 x 1) has something."""
    solid, lined = _bounds(picture[..., 3] > 100), _bounds(drawn[..., 0] > 0)
    if solid is None or lined is None:
        return picture
    unit = len(picture) // SIDE
    left, top, right, bottom = (edge * unit for edge in lined)
    image = Image.fromarray(picture)
    canvas = Image.new("RGBA", image.size)
    canvas.paste(
        image.crop(solid).resize((right - left, bottom - top), Image.Resampling.LANCZOS), (left, top)
    )
    return np.array(canvas)


def alike(picture: Floats, drawn: Floats) -> float:
    """Share of the lines of ``drawn`` (64 x 64 x 1) that lie on an edge of the picture (64 x 64 x 4)."""
    across = np.abs(np.diff(picture, axis=1, prepend=picture[:, :1])).max(-1)
    down = np.abs(np.diff(picture, axis=0, prepend=picture[:1])).max(-1)
    edge = np.maximum(across, down) > 0.25
    return float(edge[drawn[..., 0] > 0].mean()) if drawn.any() else 0.0


def _bounds(there: NDArray[np.bool_]) -> tuple[int, int, int, int] | None:
    """Left, top, right and bottom of what is there."""
    rows, columns = np.flatnonzero(there.any(1)), np.flatnonzero(there.any(0))
    return (int(columns[0]), int(rows[0]), int(columns[-1]) + 1, int(rows[-1]) + 1) if len(rows) else None


def even(picture: Pixels) -> Pixels:
    """A picture of four times ``SIDE`` without the stairs that its pixels were: each value the median of the
    25 around it, which keeps edges; the colours multiplied by alpha meanwhile."""
    image = Image.fromarray(picture).convert("RGBa")
    held = Image.frombytes("RGBA", image.size, image.tobytes())  # no filter takes it as it is
    evened = held.filter(ImageFilter.MedianFilter(5))
    return np.array(Image.frombytes("RGBa", image.size, evened.tobytes()).convert("RGBA"))


def smooth(premultiplied: Floats) -> Floats:
    """Each value the median of the nine around it: flat colours get flat, edges stay."""
    planes = [
        Image.fromarray(np.round(premultiplied[..., one] * 255).astype(np.uint8)).filter(
            ImageFilter.MedianFilter(3)
        )
        for one in range(4)
    ]
    return np.stack([np.asarray(plane, np.float32) / np.float32(255) for plane in planes], -1)
