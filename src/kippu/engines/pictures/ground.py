"""Cuts what is shown out of its ground, where that is of nearly one colour. Knows pixels alone."""

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw, ImageFilter

from kippu.engines.pictures.order import Pixels

_ALIKE = 24.0
"""Distance of two colours (of 442) up to which they are one ground: a flat one that went through JPEG or an
autoencoder stays under it."""
_UNIFORM = 0.97
"""Share of a picture's border that has to be ground; what is shown may touch it a little."""
_SOFT = 1.0
"""Pixels over which the edge goes from clear to solid."""
_REACHED = 2
_FLOODED = 1


def cut(picture: Pixels) -> Pixels | None:
    """The picture with its ground clear, as far as that reaches in from the border; None where there is no
    ground of one colour, or nothing would be left."""
    colours = picture[..., :3].astype(np.float32)
    ground = np.median(_border(colours), 0)
    apart = np.linalg.norm(colours - ground, axis=-1)
    if (_border(apart[..., None]) < _ALIKE).mean() < _UNIFORM:
        return None
    reached = _flooded(apart < _ALIKE)
    if reached.all():
        return None
    solid = Image.fromarray(np.where(reached, 0, 255).astype(np.uint8))
    # A pixel less at the rim: it is a mixture with the ground, and would be seen as a fringe.
    alpha = solid.filter(ImageFilter.MinFilter(3)).filter(ImageFilter.GaussianBlur(_SOFT))
    return np.dstack([picture[..., :3], np.minimum(np.asarray(alpha), picture[..., 3])])


def _border(values: NDArray[np.float32]) -> NDArray[np.float32]:
    return np.concatenate([values[0], values[-1], values[:, 0], values[:, -1]])


def _flooded(like: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """What of it is reached from outside."""
    around = Image.fromarray(np.pad(like, 1, constant_values=True).astype(np.uint8) * _FLOODED).copy()
    ImageDraw.floodfill(around, (0, 0), _REACHED)
    reached: NDArray[np.bool_] = np.asarray(around)[1:-1, 1:-1] == _REACHED
    return reached
