"""What a picture is nearest to among all that was learned from: drawings and composed scenes, wherever it
stands and whichever way it looks.
"""

from dataclasses import dataclass
from itertools import product
from pathlib import Path

import numpy as np
from artwork import read
from numpy.typing import NDArray

from kippu.engines.pictures.wanted import RELATIONS

Floats = NDArray[np.float32]

MOVED = 4
"""Pixels of 64 that it may be moved by, as in training."""
_COARSE, _LIKELY = 16, 40
"""Side at which is looked first, and how many are then looked at in full."""


@dataclass(frozen=True)
class Nearest:
    """One of what was learned from."""

    name: str
    picture: Floats
    """64 x 64 x 4, colour times alpha."""
    away: float
    """Mean squared difference, where it fits best."""


class Learned:
    """All drawings and scenes that the flow learned from."""

    def __init__(self, work: Path) -> None:
        scenes = np.load(work / "scenes.npz")
        self.names = [row.label for row in read(work / "drawings.jsonl.gz")]
        for (first, other), (relation, _) in zip(scenes["words"], scenes["kinds"], strict=True):
            said = f"{first} {RELATIONS[relation]} {other}" if other else f"{first}, coloured"
            self.names += [f"scene: {said}"] * 3
        seen = scenes["pictures"].reshape(-1, 64, 64, 4).astype(np.float32) / 255
        seen[..., :3] *= seen[..., 3:]
        drawn = np.load(work / "small.npy").astype(np.float32)
        self.pictures = np.concatenate([drawn, seen]).astype(np.float16)
        self._small = np.concatenate([_coarse(drawn), _coarse(seen)]).reshape(len(self.names), -1)

    def nearest(self, picture: Floats) -> Nearest:
        """To a picture of 64 x 64 x 4, colour times alpha."""
        away = np.full(len(self.names), np.inf, np.float32)
        for way in (picture, picture[:, ::-1]):
            for move in product((-1, 0, 1), repeat=2):
                moved = np.roll(_coarse(way[None])[0], move, (0, 1)).reshape(-1)
                away = np.minimum(away, ((self._small - moved) ** 2).mean(1))
        likely = np.argsort(away)[:_LIKELY]
        fits = [_apart(self.pictures[place].astype(np.float32), picture) for place in likely]
        best = int(np.argmin(fits))
        place = int(likely[best])
        return Nearest(self.names[place], self.pictures[place].astype(np.float32), fits[best])


def _coarse(pictures: Floats) -> Floats:
    step = 64 // _COARSE
    return pictures.reshape(len(pictures), _COARSE, step, _COARSE, step, 4).mean((2, 4))


def _apart(one: Floats, other: Floats) -> float:
    moves = product(range(-MOVED, MOVED + 1), repeat=2)
    return min(
        float(((one - np.roll(way, move, (0, 1))) ** 2).mean())
        for move in moves
        for way in (other, other[:, ::-1])
    )
