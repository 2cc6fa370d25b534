"""Finds drawings that are another one again: the same, mirrored, turned or moved a little.

The makers of a set draw some things once for several codes (a family), and some as the mirror image of
another (who walks left, who walks right). Left out by code alone, such a drawing would still be learned from.
"""

from itertools import product

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]

DIFFERS = 0.2
"""From so much on, of a channel's 0 to 1, a pixel is another one to the eye."""
ALIKE = 0.032
"""Share of the pixels of two drawings that may differ, for them to count as one. Looked at pair by pair:
under it are copies, mirror images, clocks whose hands alone differ and families with a boy for a girl (3.0 %
at most), over it (3.4 % and more) cats and faces of another mood."""
_MOVED = 2
"""Pixels of 64 that one may be moved by."""
_COARSE, _NEAR = 16, 0.06
"""Side at which pairs are looked for, and the most that they may differ there, by what is drawn."""


def turned(pictures: Floats) -> list[Floats]:
    """n x side x side x 4 in all eight ways: as they are, by quarter turns, and mirrored."""
    return [
        np.ascontiguousarray(np.rot90(way, quarter, (1, 2)))
        for way in (pictures, pictures[:, :, ::-1])
        for quarter in range(4)
    ]


def apart(one: Floats, other: Floats) -> float:
    """Share of the pixels of two drawings (64 x 64 x 4, colour times alpha) that differ to the eye, where
    either has something, at the place where they fit best."""
    shares = []
    for move in product(range(-_MOVED, _MOVED + 1), repeat=2):
        moved = np.roll(other, move, (0, 1))
        there = (one[..., 3] > 0.3) | (moved[..., 3] > 0.3)
        shares.append(float((np.abs(one - moved).max(-1) > DIFFERS)[there].mean()) if there.any() else 0.0)
    return min(shares)


def nearest(pictures: Floats, kept: Floats) -> Floats:
    """Of each of ``pictures`` (n x 64 x 64 x 4, colour times alpha), how far it is ``apart`` from what it is
    most like among ``kept``, in any of the eight ways; 1 where nothing comes near."""
    found = np.ones(len(pictures), np.float32)
    seen = _coarse(pictures)
    for way in turned(kept):
        there = _coarse(way)
        close = np.zeros((len(seen), len(there)), bool)
        for move in product((-1, 0, 1), repeat=2):
            close |= _near(seen, np.roll(there, move, (1, 2)))
        for one, other in np.argwhere(close):
            found[one] = min(found[one], apart(pictures[one], way[other]))
    return found


def _coarse(pictures: Floats) -> Floats:
    step = 64 // _COARSE
    return pictures.reshape(len(pictures), _COARSE, step, _COARSE, step, 4).mean((2, 4))


def _near(seen: Floats, there: Floats) -> NDArray[np.bool_]:
    one, other = seen.reshape(len(seen), -1), there.reshape(len(there), -1)
    ones, others = (one**2).sum(1)[:, None], (other**2).sum(1)[None]
    near: NDArray[np.bool_] = ones + others - 2 * one @ other.T < _NEAR * (ones + others) / 2
    return near
