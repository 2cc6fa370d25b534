"""Vector drawings: several put into one, and one drawn in pixels.

Knows SVG text and the library that draws it; what is drawn is nothing to it.
"""

from dataclasses import dataclass
from io import BytesIO

import numpy as np
import resvg_py
from PIL import Image

from kippu.engines.pictures.order import Pixels
from kippu.regex import regex

_HEAD = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"'
_NAMES = regex(r'\b(id="|url\(#|href="#)')


@dataclass(frozen=True, slots=True)
class Placed:
    """A drawing and where it goes, the whole picture being 1 wide and 1 high."""

    side: int
    """Width and height of the drawing's own units."""
    body: str
    x: float
    """Where its middle goes, from the left."""
    y: float
    """The same from the top."""
    size: float = 1.0
    """Width and height that it gets."""
    angle: float = 0.0
    """Degrees it is turned by, clockwise."""
    mirrored: bool = False


def joined(parts: list[Placed]) -> str:
    """One svg element of 1 x 1 units with the drawings, the first at the back."""
    inside = []
    for number, part in enumerate(parts):
        # Names inside of two drawings may be the same; a gradient must not be taken from the other one.
        body = _NAMES.sub(rf"\g<1>p{number}-", part.body)
        scale = part.size / part.side
        across = -scale if part.mirrored else scale
        inside.append(
            f'<g transform="translate({part.x:.4f} {part.y:.4f}) rotate({part.angle:.2f})'
            f' scale({across:.6f} {scale:.6f}) translate({-part.side / 2} {-part.side / 2})">'
            f'<svg width="{part.side}" height="{part.side}" viewBox="0 0 {part.side} {part.side}">'
            f"{body}</svg></g>"
        )
    return f'{_HEAD} viewBox="0 0 1 1">{"".join(inside)}</svg>'


def pixels(svg: str, side: int) -> Pixels:
    """The drawing in ``side`` x ``side`` pixels."""
    png = resvg_py.svg_to_bytes(svg_string=svg, width=side, height=side, skip_system_fonts=True)
    return np.array(Image.open(BytesIO(png)).convert("RGBA"))
