"""Masks: what of a picture is to be painted anew, and what stays as it is, to the byte.

Knows pixels alone. A mask is height x width, true where the picture is painted anew.
"""

from collections.abc import Callable
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from kippu.engines.pictures.order import Mask, Order, Pixels, Seen, Stopped
from kippu.engines.pictures.patches import SIDE, Floats, small

_HALF = 128
_SPREADS = 400
"""Rounds in which colours go from a hole's edge to its middle; at 64 pixels no more are seen."""


def sized(mask: Mask, side: int) -> Mask:
    """The mask on a square of ``side`` pixels as ``files.resized`` puts its picture; the margin stays."""
    high, wide = mask.shape
    scale = side / max(high, wide)
    fitted = Image.fromarray(mask.astype(np.uint8) * 255).resize(
        (max(1, round(wide * scale)), max(1, round(high * scale))), Image.Resampling.BOX
    )
    square = Image.new("L", (side, side))
    square.paste(fitted, ((side - fitted.width) // 2, (side - fitted.height) // 2))
    found = np.asarray(square)
    return found >= min(_HALF, max(1, int(found.max())))  # of a hole that is smaller than a pixel, that pixel


def kept(start: Pixels, drawn: Pixels, mask: Mask) -> Pixels:
    """What was drawn where the mask is, and the start as it was elsewhere."""
    return np.where(mask[..., None], drawn, start)


def fill(
    draw: Callable[[Order, Seen, Stopped], Pixels | None], order: Order, seen: Seen, stopped: Stopped
) -> Pixels | None:
    """Have a painter of single things paint what is wanted into the hole, over the colours around it.

    At a strength of 1 the thing is fitted to the hole; under it the painter starts from what is there.
    """
    start, mask = order.start, order.mask
    if start is None or mask is None:
        return draw(order, seen, stopped)
    left, top, right, bottom = _bounds(mask)
    square = _square(left, top, right, bottom, len(start))
    anew = order.strength >= 1
    if not anew:
        inner = _cropped(start, square)
    sketch = None if order.sketch is None else _cropped(order.sketch, square)
    ground = _ground(start, mask)

    def put(drawn: Pixels) -> Pixels:
        """The thing in its place."""
        thing = Image.fromarray(drawn)
        canvas = Image.new("RGBA", (len(start), len(start)))
        box = thing.getchannel("A").point(lambda alpha: 255 * (alpha > 40)).getbbox()
        if anew and sketch is None and box is not None:
            thing = thing.crop(box)
            scale = min((right - left) / thing.width, (bottom - top) / thing.height)
            size = (max(1, round(thing.width * scale)), max(1, round(thing.height * scale)))
            place = ((left + right - size[0]) // 2, (top + bottom - size[1]) // 2)
        else:
            size, place = (square[2] - square[0], square[3] - square[1]), square[:2]
        small_thing = thing.convert("RGBa").resize(size, Image.Resampling.LANCZOS).convert("RGBA")
        canvas.paste(small_thing, place)
        over = Image.alpha_composite(Image.fromarray(ground), canvas)
        return kept(start, np.asarray(over), mask)

    def shown(step: int, steps: int, pixels: Pixels) -> None:
        seen(step, steps, put(pixels))

    inside = replace(order, mask=None, start=None if anew else inner, sketch=sketch)
    drawn = draw(inside, shown, stopped)
    return None if drawn is None else put(drawn)


def _bounds(mask: Mask) -> tuple[int, int, int, int]:
    """Left, top, right and bottom of the hole."""
    rows, columns = np.flatnonzero(mask.any(1)), np.flatnonzero(mask.any(0))
    return int(columns[0]), int(rows[0]), int(columns[-1]) + 1, int(rows[-1]) + 1


def _square(left: int, top: int, right: int, bottom: int, side: int) -> tuple[int, int, int, int]:
    """A square around a box, within a picture of ``side``."""
    wide = min(side, max(right - left, bottom - top))
    x = min(max(0, (left + right - wide) // 2), side - wide)
    y = min(max(0, (top + bottom - wide) // 2), side - wide)
    return x, y, x + wide, y + wide


def _cropped(picture: Pixels, box: tuple[int, int, int, int]) -> Pixels:
    """What is in the box, as large as the whole."""
    image = Image.fromarray(picture)
    return np.asarray(image.crop(box).resize(image.size, Image.Resampling.BICUBIC))


def _ground(start: Pixels, mask: Mask) -> Pixels:
    """The picture with its hole filled from the edge inwards: each pixel the mean of its neighbours
    (Laplace's equation, solved by Jacobi's rounds at 64 pixels)."""
    hole = sized(mask, SIDE)
    near = np.asarray(Image.fromarray(mask.astype(np.uint8) * 255).resize((SIDE, SIDE), Image.Resampling.BOX))
    hole = hole | (near > 0)  # a pixel that is partly in the hole has some of what was there
    colours: Floats = small(start)
    colours = np.where(hole[..., None], _outer(colours, hole), colours)
    for _ in range(_SPREADS if not hole.all() else 0):
        wide = np.pad(colours, ((1, 1), (1, 1), (0, 0)), mode="edge")
        mean = (wide[:-2, 1:-1] + wide[2:, 1:-1] + wide[1:-1, :-2] + wide[1:-1, 2:]) / 4
        colours = np.where(hole[..., None], mean, colours)
    alpha = colours[..., 3:]
    plain = np.concatenate([colours[..., :3] / np.maximum(alpha, 1e-3), alpha], -1).clip(0, 1)
    image = Image.fromarray(np.round(plain * 255).astype(np.uint8))
    return np.asarray(image.resize((len(start), len(start)), Image.Resampling.BICUBIC))


def _outer(colours: Floats, hole: NDArray[np.bool_]) -> Floats:
    """The mean colour of what stays; nothing at all when nothing does."""
    return colours[~hole].mean(0) if not hole.all() else np.zeros(4, np.float32)
