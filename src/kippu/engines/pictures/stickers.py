"""The model that comes with Kippu: draws stickers and emoji from words, from a picture and from a sketch.

A rectified flow over the patches of a small picture, which goes by the open drawings nearest to the words;
what it gives is made four times larger by a network of its own. Trained by scripts/pictures.
"""

from dataclasses import replace
from functools import cached_property
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, Any

import numpy as np
from PIL import Image

from kippu.engines.pictures import holes
from kippu.engines.pictures.artwork import STYLES, Artwork
from kippu.engines.pictures.colours import NAMED
from kippu.engines.pictures.composer import Composer
from kippu.engines.pictures.larger import Larger
from kippu.engines.pictures.order import Guidance, Order, Pixels, Seen, Stopped
from kippu.engines.pictures.patches import (
    SIDE,
    Code,
    Floats,
    alike,
    cut,
    even,
    lines,
    shown,
    small,
    smooth,
    within,
)
from kippu.engines.pictures.svg import joined, pixels
from kippu.engines.pictures.wanted import RELATIONS, Thing, Wanted, read
from kippu.engines.pictures.weights import FOLDER, session, short

if TYPE_CHECKING:
    from onnxruntime import InferenceSession  # type: ignore[import-untyped]  # it ships no types

_STEPS = 24
_GUIDANCE = 2.0
_NOISE = 0.8
"""Spread of the noise, 1 in training: less gives calmer pictures and less variety."""
_KEPT = 0.7
"""How much of the picture so far each step keeps; the mean of several guesses has less noise than one."""
_MOVES = ((0, 0), (4, 4), (0, 4), (4, 0), (2, -2), (-2, 2))
"""Pixels down and to the right that the patches are moved by, in turn (cycle spinning; Coifman and Donoho,
"Translation-invariant de-noising", 1995)."""
_COLOURS = ("", *NAMED)
_MUTE = len(RELATIONS)
"""What stands for no words at all, as in training."""
_PICTURE = (64, 96)
"""A picture in the flow's code: patches and their numbers."""
_FILES = ("flow.onnx", "code.npz", "finisher.onnx", "artwork.jsonl.gz", "words.npz", "names.toml")
"""What each picture comes of."""
_LED = 0.7
"""Noise down to which a sketch leads: it gives the shape. Led to the end, what no line shows, such as a face,
is smoothed away."""
_CONTROLLED, _WIDE = 4, 128
"""What the branch for a sketch gives: so many blocks of so many numbers."""


class Stickers:
    """A painter with the weights in a folder. They are read on first use."""

    name = "kippu-stickers 4"
    styles = STYLES
    size = 256
    starts = True
    opaque = False
    steps = _STEPS
    guidance = Guidance(1.0, _GUIDANCE, 4.0)

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._artwork = Artwork(folder)
        self._composer = Composer(self._artwork)
        self._code = Code(folder)
        self._larger = Larger(folder)
        self._loading = Lock()

    @classmethod
    def shipped(cls) -> "Stickers":
        """With the weights that come with Kippu."""
        return cls(FOLDER)

    def lacks(self, prompt: str) -> tuple[str, ...]:
        """Things that it learned no drawing of."""
        return self._composer.lacks(prompt)

    def made_of(self, order: Order) -> dict[str, str]:
        """A hash of the flow, its code and what it goes by; along a sketch one of the branch for it too."""
        made = {"weights": short(self._folder, *_FILES)}
        return made if order.sketch is None else made | {"control": short(self._folder, "control.onnx")}

    def larger(self, order: Order, drawn: Pixels, seen: Seen, stopped: Stopped) -> Pixels | None:
        """A step is a row of tiles. What was 64 pixels has stairs, which are made even first."""
        return self._larger.draw(drawn if order.mask is not None else even(drawn), seen, stopped)

    def draw(self, order: Order, seen: Seen, stopped: Stopped) -> Pixels | None:
        """The picture; None when stopped. Raises ModelBroken for weights that were changed, BadInput for
        words that name nothing there is a drawing of."""
        if order.mask is not None:
            return holes.fill(self.draw, order, seen, stopped)
        with self._loading:
            flow, finisher = self._flow, self._finisher
        dice = np.random.default_rng(order.seed)
        guidance = _GUIDANCE if order.guidance is None else order.guidance
        sketch = None if order.sketch is None or order.control == 0 else lines(order.sketch)
        given, drawings = self._given(order, sketch)
        picture = np.zeros((SIDE, SIDE, 4), np.float32) if order.start is None else small(order.start)
        first = 1.0 if order.start is None else float(np.clip(order.strength, 0.02, 1.0))
        levels = _levels(first, max(2, round((order.steps or _STEPS) * first)))
        for step, level in enumerate(levels):
            if stopped():
                return None
            # Each step has the patches elsewhere, so that none of their edges is left to be seen.
            move = _MOVES[step % len(_MOVES)]
            noise = dice.standard_normal(_PICTURE, dtype=np.float32) * np.float32(_NOISE)
            noisy = (1 - level) * self._code.encode(np.roll(picture, move, (0, 1))) + level * noise
            shown_ = np.zeros((2, *_PICTURE), np.float32)
            for number, one in enumerate(drawings):
                shown_[number] = self._code.encode(np.roll(one, move, (0, 1)))
            both = given | {
                "noisy": np.repeat(noisy[None], 2, 0).astype(np.float32),
                "time": np.array([level, level], np.float32),
                "shown": np.stack([shown_, np.zeros_like(shown_)]),
            }
            both["added"] = self._added(order, both, sketch if level >= min(_LED, first) else None, move)
            found = flow.run(None, both)[0]
            clean = self._code.decode(found[1] + np.float32(guidance) * (found[0] - found[1]))
            clean = np.roll(clean, (-move[0], -move[1]), (0, 1))
            kept = 0.0 if step == 0 and order.start is None else _KEPT
            picture = (kept * picture + (1 - kept) * clean).astype(np.float32)
            seen(step + 1, len(levels), _preview(picture, self.size))
        if stopped():
            return None
        return shown(finisher.run(None, {"given": smooth(picture)[None]})[0][0])

    def _given(self, order: Order, sketch: Floats | None) -> tuple[dict[str, Any], list[Floats]]:
        """What the flow goes by, and the same with nothing in it for guidance; the drawings, 64 x 64 x 4."""
        wanted = read(order.prompt, self._artwork.known)
        place = self.styles.index(order.style)
        drawings = self._drawn(wanted, order, sketch)
        found = self._artwork.find(wanted.first.words, 1)[0].concept.label  # 猫 too has a "cat face"
        face = Thing(f"{found} face", wanted.first.colour, wanted.first.count)
        if sketch is not None and self._artwork.known(face.words):
            # A sketch may be of the head alone: what has its lines is meant.
            other_way = self._drawn(replace(wanted, first=face), order, sketch)
            drawings = max(drawings, other_way, key=lambda both: alike(both[0], sketch))
        other = wanted.others[0] if wanted.others else None
        words = np.zeros((2, 2, 64), np.float32)
        words[0, 0] = self._artwork.vector(wanted.first.words)
        words[0, 1] = self._artwork.vector(other[1].words if other else "")
        kinds = [2, 0] if len(drawings) == 1 else [1, 1]
        return {
            "kinds": np.array([kinds, [0, 0]]),
            "style": np.array([place, place]),
            "relation": np.array([RELATIONS.index(other[0]) if other else 0, _MUTE]),
            "colour": np.array([_COLOURS.index(wanted.first.colour or ""), 0]),
            "words": words,
        }, drawings

    def _drawn(self, wanted: Wanted, order: Order, sketch: Floats | None) -> list[Floats]:
        """The drawing to go by, in the wanted style; of something near in the next style too. Where a sketch
        is, if there is one."""
        # Beside a thing's own drawing the flow would take the other style's for what is wanted.
        other = self.styles[(self.styles.index(order.style) + 1) % len(self.styles)]
        drawings = []
        for style in (order.style,) if self._composer.named(wanted) else (order.style, other):
            chosen = np.random.default_rng(order.seed)
            parts = self._composer.parts(wanted, style, chosen, mirrored=sketch is None)
            drawn = pixels(joined(parts), SIDE * 4)
            drawings.append(small(drawn if sketch is None else within(drawn, sketch)))
        return drawings

    def _added(
        self, order: Order, given: dict[str, Any], sketch: Floats | None, move: tuple[int, int]
    ) -> Floats:
        """What the sketch adds behind the first blocks."""
        if sketch is None:
            return np.zeros((2, _CONTROLLED, _PICTURE[0], _WIDE), np.float32)
        drawn = np.repeat(cut(np.roll(sketch, move, (0, 1)))[None], 2, 0)
        added: Floats = self._branch.run(None, {**given, "sketch": drawn})[0]
        return added * np.float32(order.control)

    @cached_property
    def _flow(self) -> "InferenceSession":
        return session(self._folder, "flow.onnx")

    @cached_property
    def _branch(self) -> "InferenceSession":
        return session(self._folder, "control.onnx")

    @cached_property
    def _finisher(self) -> "InferenceSession":
        return session(self._folder, "finisher.onnx")


def _levels(first: float, steps: int) -> list[float]:
    """How much noise there is at each step, from ``first`` to a tenth of it."""
    return [float(level) for level in np.linspace(first, first / 10, steps)]


def _preview(picture: Floats, size: int) -> Pixels:
    return np.asarray(Image.fromarray(shown(picture)).resize((size, size), Image.Resampling.BICUBIC))
