"""How likely a middling and a strong model are to answer a question right, learned from questions and marks.

Learned of exam questions in English alone; docs/models/router.md tells from which, and how far to trust it.
"""

from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import numpy as np

from kippu.place.features import Vector, features


@dataclass(frozen=True, slots=True)
class Chances:
    """Of a right answer, 0 to 1."""

    middling: float
    """By a model like Mixtral 8x7B, about what a good one of the desk rung is."""
    strong: float
    """By one like GPT-4."""

    @property
    def gain(self) -> float:
        """What asking the strong one would better; may be below 0."""
        return self.strong - self.middling


def chances(text: str) -> Chances:
    """The chances for a question; about a third of a millisecond a page."""
    weights, bias, rarity = _weights()
    places, values = features(text, rarity)
    middling, strong = 1 / (1 + np.exp(-(weights[:, places] @ values + bias)))
    return Chances(float(middling), float(strong))


@cache
def _weights() -> tuple[Vector, Vector, Vector]:
    with (files("kippu.place") / "router.npz").open("rb") as file, np.load(file) as kept:
        return tuple(kept[name].astype(np.float32) for name in ("weights", "bias", "rarity"))
