"""Makes a picture from open vector drawings: finds those that the prompt names, colours and places them.

No model: what it doesn't have a drawing of it can't show, and takes the nearest that it has. Its edges are
sharp at any size.
"""

import re
from collections import Counter
from dataclasses import replace

import numpy as np

from kippu.engines.pictures import layout
from kippu.engines.pictures.artwork import STYLES, Artwork, Concept
from kippu.engines.pictures.colours import main_colour, recolour
from kippu.engines.pictures.layout import Shape, Spot
from kippu.engines.pictures.order import Order, Pixels, Seen, Stopped
from kippu.engines.pictures.svg import Placed, joined, pixels
from kippu.engines.pictures.wanted import Thing, Wanted, read
from kippu.engines.pictures.weights import FOLDER

_KINDS = (
    ("eyes", r"glasses|goggles|サングラス|メガネ|めがね|眼鏡|ゴーグル"),
    ("ears", r"headphone|ヘッドホン"),
    ("neck", r"scarf|tie$|マフラー|ネクタイ"),
    ("mouth", r"mask|マスク"),
)
_LOOK = 64
"""Side in pixels of the small drawing whose shape and colours are looked at."""


class Composer:
    """A painter that finds, colours and places drawings."""

    name = "kippu-composer 1"
    styles = STYLES
    size = 512

    def __init__(self, artwork: Artwork) -> None:
        self._artwork = artwork
        self._seen: dict[tuple[str, str], tuple[Shape, tuple[float, float, float]]] = {}

    @classmethod
    def shipped(cls) -> "Composer":
        """With the drawings that come with Kippu."""
        return cls(Artwork(FOLDER))

    def draw(self, order: Order, seen: Seen, stopped: Stopped) -> Pixels | None:
        """The picture in one step; another seed takes other drawings that fit, or mirrors and turns them. It can't
        start from a picture and follows no sketch: ``start`` and ``sketch`` are for a model."""
        if stopped():
            return None
        chosen = np.random.default_rng(order.seed)
        wanted = read(order.prompt, self._artwork.known)
        parts = self.parts(wanted, order.style, chosen)
        if len(parts) == 1:  # a thing alone can look the other way and lean; a scene would fall apart
            turn, mirrored = float(chosen.normal(0, 4)), bool(chosen.random() < 0.3)
            parts = [replace(parts[0], angle=turn, mirrored=mirrored)]
        drawn = pixels(joined(parts), self.size)
        seen(1, 1, drawn)
        return drawn

    def parts(self, wanted: Wanted, style: str, chosen: np.random.Generator) -> list[Placed]:
        """The drawings and where they go, the rearmost first."""
        wears = any(relation == "wears" for relation, _ in wanted.others)
        first, first_shape = self._drawing(wanted.first, style, chosen, face=wears)
        spots, shapes, bodies = [], [], []
        apart = next((pair for pair in wanted.others if pair[0] != "wears"), None)
        base = Spot(0.5, 0.5, 1.0)
        behind: list[tuple[Spot, Shape, tuple[int, str]]] = []
        before: list[tuple[Spot, Shape, tuple[int, str]]] = []
        if apart:
            other, other_shape = self._drawing(apart[1], style, chosen)
            base, place, in_front = layout.stood(apart[0], first_shape, other_shape)
            many = [_inside(spot, place) for spot in layout.crowd(apart[1].count)]
            (before if in_front else behind).extend((spot, other_shape, other) for spot in many)
        for spot, seen_shape, body in behind:
            spots.append(spot), shapes.append(seen_shape), bodies.append(body)
        for crowded in layout.crowd(wanted.first.count):
            place = _inside(crowded, base)
            spots.append(place), shapes.append(first_shape), bodies.append(first)
            for relation, thing in wanted.others:
                if relation == "wears":
                    body, worn_shape = self._drawing(thing, style, chosen)
                    on = layout.worn(first_shape, worn_shape, _kind(thing.words))
                    spots.append(_inside(on, place)), shapes.append(worn_shape), bodies.append(body)
        for spot, seen_shape, body in before:
            spots.append(spot), shapes.append(seen_shape), bodies.append(body)
        return [
            Placed(side, body, spot.x, spot.y, spot.size)
            for spot, (side, body) in zip(layout.fitted(spots, shapes), bodies, strict=True)
        ]

    def concept(self, thing: Thing, chosen: np.random.Generator, face: bool = False) -> Concept:
        """What stands for a thing: the best that fits, or by chance one that fits about as well."""
        if face and (whole := self._artwork.find(f"{thing.words} face", 1)[0]).score > 3:
            return whole.concept
        found = self._artwork.find(thing.words, 6)
        weights = np.exp((np.array([one.score for one in found]) - found[0].score) / 0.12)
        return found[int(chosen.choice(len(found), p=weights / weights.sum()))].concept

    def _drawing(
        self, thing: Thing, style: str, chosen: np.random.Generator, face: bool = False
    ) -> tuple[tuple[int, str], Shape]:
        concept = self.concept(thing, chosen, face)
        style = style if style in concept.drawn else next(iter(concept.drawn))
        side, body = concept.drawn[style]
        if (concept.code, style) not in self._seen:
            small = pixels(joined([Placed(side, body, 0.5, 0.5)]), _LOOK)
            self._seen[concept.code, style] = layout.shape(small), main_colour(_counted(small))
        shape, main = self._seen[concept.code, style]
        return (side, recolour(body, main, thing.colour) if thing.colour else body), shape


def _counted(small: Pixels) -> Counter[str]:
    solid = small[small[..., 3] > 200][:, :3] // 8 * 8
    values, counts = np.unique(solid.reshape(-1, 3), axis=0, return_counts=True)
    return Counter({bytes(value).hex(): int(times) for value, times in zip(values, counts, strict=True)})


def _inside(spot: Spot, place: Spot) -> Spot:
    """A spot of a picture, when that picture is itself put somewhere."""
    return Spot(
        place.x + place.size * (spot.x - 0.5), place.y + place.size * (spot.y - 0.5), place.size * spot.size, spot.angle
    )


def _kind(words: str) -> str:
    return next((kind for kind, pattern in _KINDS if re.search(pattern, words)), "hat")
