"""How one thing alone is shown: plain, and three ways more, so that four variants of it are four pictures.

Knows shapes and colours; what is shown is nothing to it.
"""

import colorsys

import numpy as np
from PIL import Image, ImageChops, ImageFilter

from kippu.engines.pictures.order import Pixels
from kippu.engines.pictures.svg import Placed

PLAIN, DISC, CUT_OUT, CARD = range(4)
LOOKS = 4
"""A seed's look is its remainder by this: a seed that it divides shows a thing plain."""

SIZES = {PLAIN: 0.95, DISC: 0.8, CUT_OUT: 0.82, CARD: 0.74}
"""Share of the picture that a thing gets."""
LEANS = {PLAIN: (0.0, 4.0), DISC: (9.0, 2.0), CUT_OUT: (-9.0, 2.0), CARD: (0.0, 2.0)}
"""Middle and spread of the degrees that it leans by."""
_DULL = 0.22
_RIM, _SHADE = 6.0, 7.0
"""Pixels of 512: how soft the rim is before it is cut, and its shadow."""


def ground(look: int, main: tuple[float, float, float], chosen: np.random.Generator) -> list[Placed]:
    """What is behind a thing whose main colour (hue, saturation, value) is ``main``: nothing, a disc, or a
    card with rays or dots, in a light colour far from it."""
    if look not in {DISC, CARD}:
        return []
    grey = main[1] < _DULL
    hue = chosen.uniform() if grey else (main[0] + chosen.uniform(0.35, 0.65)) % 1
    light, deep = _hex(hue, 0.24), _hex(hue, 0.38)
    if look == DISC:
        body = (
            f'<circle cx="50" cy="50" r="46" fill="{light}"/><circle cx="50" cy="50" r="38" fill="{deep}"/>'
        )
    else:
        marks = _rays(deep) if chosen.random() < 0.5 else _dots(deep)
        body = (
            '<clipPath id="card"><rect x="4" y="4" width="92" height="92" rx="20"/></clipPath>'
            f'<g clip-path="url(#card)"><rect width="100" height="100" fill="{light}"/>{marks}</g>'
        )
    return [Placed(100, body, 0.5, 0.5)]


def cut_out(drawn: Pixels, times: int = 1) -> Pixels:
    """The drawing with a white rim and a soft shadow, like a sticker that was cut out of paper.

    ``times``: how many times 512 pixels it has a side.
    """
    picture = Image.fromarray(drawn)
    rim = picture.getchannel("A").filter(ImageFilter.GaussianBlur(_RIM * times)).point(_steep)
    shade = (
        ImageChops.offset(rim, 0, 4 * times)
        .filter(ImageFilter.GaussianBlur(_SHADE * times))
        .point(lambda a: a * 0.35)
    )
    under = Image.new("RGBA", picture.size, "#2a3330")
    under.putalpha(shade)
    paper = Image.new("RGBA", picture.size, "white")
    paper.putalpha(rim)
    return np.asarray(Image.alpha_composite(Image.alpha_composite(under, paper), picture))


def _steep(alpha: int) -> int:
    """Where blurred opacity counts as rim; the edge itself stays smooth."""
    return min(255, max(0, (alpha - 6) * 14))


def _hex(hue: float, saturation: float) -> str:
    parts = colorsys.hsv_to_rgb(hue, saturation, 1.0)
    return "#" + "".join(f"{round(part * 255):02x}" for part in parts)


def _rays(colour: str) -> str:
    turns = range(0, 360, 30)
    return "".join(
        f'<path d="M50 50 30 -60H54Z" fill="{colour}" transform="rotate({turn} 50 50)"/>' for turn in turns
    )


def _dots(colour: str) -> str:
    places = [(x, y) for row, y in enumerate(range(8, 104, 14)) for x in range(8 + 7 * (row % 2), 104, 14)]
    return "".join(f'<circle cx="{x}" cy="{y}" r="3.2" fill="{colour}"/>' for x, y in places)
