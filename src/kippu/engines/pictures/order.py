"""What an engine is asked to draw, and the shape of such an engine.

Knows no skill, no file and no person: pixels in, pixels out.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

Pixels = NDArray[np.uint8]
"""A picture: height x width x 4 (red, green, blue, alpha), 0 to 255, colour not multiplied by alpha."""

Mask = NDArray[np.bool_]
"""What of a picture is to be painted anew: height x width, true there."""

Seen = Callable[[int, int, Pixels], None]
"""Told after each step: steps done, steps in all, the picture as it is so far."""

Stopped = Callable[[], bool]
"""Asked between steps: does the person want no more of this?"""


@dataclass(frozen=True, slots=True)
class Guidance:
    """How closely a painter can keep to the words."""

    least: float
    """Under it, what was asked for is hardly seen."""
    usual: float
    most: float
    """Over it, colours break up."""


@dataclass(frozen=True, slots=True)
class Order:
    """One picture that is wanted. The same order to the same engine gives the same pixels."""

    prompt: str
    """What to draw, in the person's words, English or Japanese."""
    seed: int
    style: str
    """One of the engine's ``styles``."""
    steps: int | None = None
    """How many steps to take; None is what the engine does best with."""
    guidance: float | None = None
    """How closely to keep to the prompt (classifier-free guidance); None is what the engine does best
    with."""
    start: Pixels | None = None
    """A picture to start from."""
    strength: float = 0.6
    """How far from ``start`` to go: 0 keeps it, 1 forgets it."""
    mask: Mask | None = None
    """What of ``start`` is to be painted anew, as high and wide as it; all else stays to the byte. None is
    all. True somewhere."""
    sketch: Pixels | None = None
    """Lines that the result's edges are to follow, dark or opaque on light or clear."""
    control: float = 1.0
    """How strictly to follow ``sketch``: 0 not at all."""


class Painter(Protocol):
    """An engine that draws."""

    @property
    def name(self) -> str:
        """The model's name and version, as a picture's origin states it."""

    @property
    def styles(self) -> tuple[str, ...]:
        """Names of the ways it draws, the usual one first."""

    @property
    def size(self) -> int:
        """Side of what it draws, in pixels."""

    @property
    def starts(self) -> bool:
        """Whether it can start from a picture and follow a sketch. Painting into a mask each one can."""

    @property
    def opaque(self) -> bool:
        """Whether what it draws has a ground, so that nothing of it is clear."""

    @property
    def steps(self) -> int | None:
        """Steps that it does best with; None where it has none to take."""

    @property
    def guidance(self) -> Guidance | None:
        """How closely it can keep to the words; None where there is nothing to set."""

    def made_of(self, order: Order) -> Mapping[str, str]:
        """What a picture for this order comes of: a short hash of each part by what it is. As long as these
        are the same, so is the picture."""

    def lacks(self, prompt: str) -> tuple[str, ...]:
        """What the prompt names and it has never seen, so that something near stands in for it; nothing where
        nobody can tell."""

    def draw(self, order: Order, seen: Seen, stopped: Stopped) -> Pixels | None:
        """The picture, or None as soon as ``stopped`` says so."""

    def larger(self, order: Order, drawn: Pixels, seen: Seen, stopped: Stopped) -> Pixels | None:
        """What it drew for this order, ``larger.TIMES`` as wide and high, or None as ``draw``."""
