"""The model that comes with Kippu: draws stickers and emoji from words, from a picture and from a sketch.

A rectified flow over the patches of a small picture, which goes by the open drawings nearest to the words;
what it gives is made four times larger by a network of its own. Trained by scripts/pictures.
"""

from functools import cached_property
from itertools import pairwise
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, Any

import numpy as np
from PIL import Image

from kippu.engines.pictures.artwork import STYLES, Artwork
from kippu.engines.pictures.colours import NAMED
from kippu.engines.pictures.composer import Composer
from kippu.engines.pictures.order import Order, Pixels, Seen, Stopped
from kippu.engines.pictures.patches import SIDE, Code, Floats, lines, shown, small
from kippu.engines.pictures.svg import joined, pixels
from kippu.engines.pictures.wanted import RELATIONS, read
from kippu.engines.pictures.weights import FOLDER
from kippu.engines.pictures.weights import read as content
from kippu.errors import ModelBroken

if TYPE_CHECKING:
    from onnxruntime import InferenceSession  # type: ignore[import-untyped]  # it ships no types

_STEPS = 10
_GUIDANCE = 1.5
_COLOURS = ("", *NAMED)
_MUTE = len(RELATIONS)
"""What stands for no words at all, as in training."""
_PICTURE = (64, 96)
"""A picture in the flow's code: patches and their numbers."""
_CONTROLLED, _WIDE = 3, 128
"""What the branch for a sketch gives: so many blocks of so many numbers."""


class Stickers:
    """A painter with the weights in a folder. They are read on first use."""

    name = "kippu-stickers 1"
    styles = STYLES
    size = 256

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._artwork = Artwork(folder)
        self._composer = Composer(self._artwork)
        self._code = Code(folder)
        self._loading = Lock()

    @classmethod
    def shipped(cls) -> "Stickers":
        """With the weights that come with Kippu."""
        return cls(FOLDER)

    def draw(self, order: Order, seen: Seen, stopped: Stopped) -> Pixels | None:
        """The picture; None when stopped. Raises ModelBroken for weights that were changed."""
        with self._loading:
            flow, finisher = self._flow, self._finisher
        chosen = np.random.default_rng(order.seed)
        given, bare = self._given(order)
        noise = chosen.standard_normal((1, *_PICTURE), dtype=np.float32)
        steps = order.steps or _STEPS
        guidance = _GUIDANCE if order.guidance is None else order.guidance
        level = 1.0
        noisy = noise
        if order.start is not None:
            level = float(np.clip(order.strength, 0.02, 1.0))
            noisy = (1 - level) * self._code.encode(small(order.start))[None] + level * noise
        levels = _levels(level, max(1, round(steps * level)))
        clean = noisy
        for step, (now, after) in enumerate(pairwise(levels)):
            if stopped():
                return None
            time = {"time": np.array([now, now], np.float32), "noisy": np.repeat(noisy, 2, 0)}
            both = {name: np.concatenate([given[name], bare[name]]) for name in given}
            both["added"] = self._added(order, both, time)
            found = flow.run(None, {**both, **time})[0]
            clean = found[1:] + guidance * (found[:1] - found[1:])
            noisy = clean + after / now * (noisy - clean)
            seen(step + 1, len(levels) - 1, _preview(self._code.decode(clean[0]), self.size))
        if stopped():
            return None
        large = finisher.run(None, {"given": self._code.decode(clean[0])[None]})[0][0]
        return shown(large)

    def _given(self, order: Order) -> tuple[dict[str, Any], dict[str, Any]]:
        """What the flow goes by, and the same with nothing in it, for guidance.

        As in training it goes by drawings of the same in the other styles, or by the nearest in its own.
        """
        wanted = read(order.prompt, self._artwork.known)
        place = self.styles.index(order.style)
        named = self._composer.named(wanted)
        drawn = []
        for turn in (1, 2) if named else (0, 1):
            style = self.styles[(place + turn) % len(self.styles)]
            parts = self._composer.parts(wanted, style, np.random.default_rng(order.seed))
            drawn.append(self._code.encode(small(pixels(joined(parts), SIDE * 4))))
        other = wanted.others[0] if wanted.others else None
        words = [
            self._artwork.vector(wanted.first.words),
            self._artwork.vector(other[1].words if other else ""),
        ]
        given = {
            "shown": np.stack(drawn)[None].astype(np.float32),
            "kinds": np.full((1, 2), 2 if named else 1),
            "style": np.array([place]),
            "relation": np.array([RELATIONS.index(other[0]) if other else 0]),
            "colour": np.array([_COLOURS.index(wanted.first.colour or "")]),
            "words": np.stack(words)[None].astype(np.float32),
        }
        bare = {name: np.zeros_like(value) for name, value in given.items()}
        bare["style"] = given["style"]
        bare["relation"] = np.array([_MUTE])
        return given, bare

    def _added(self, order: Order, given: dict[str, Any], time: dict[str, Any]) -> Floats:
        """What the sketch adds to each of the two."""
        if order.sketch is None or order.control == 0:
            return np.zeros((2, _CONTROLLED, 64, _WIDE), np.float32)
        sketch = np.repeat(lines(order.sketch)[None], 2, 0)
        added: Floats = self._branch.run(None, {**given, **time, "sketch": sketch})[0]
        return added * np.float32(order.control)

    @cached_property
    def _flow(self) -> "InferenceSession":
        return self._session("flow.onnx")

    @cached_property
    def _branch(self) -> "InferenceSession":
        return self._session("control.onnx")

    @cached_property
    def _finisher(self) -> "InferenceSession":
        return self._session("finisher.onnx")

    def _session(self, name: str) -> "InferenceSession":
        import onnxruntime  # noqa: PLC0415  # no start waits for it

        onnxruntime.set_default_logger_severity(3)
        try:
            return onnxruntime.InferenceSession(
                content(self._folder, name), providers=["CPUExecutionProvider"]
            )
        except ModelBroken:
            raise
        except Exception as error:  # onnxruntime has an own exception for each way a file can be broken
            raise ModelBroken(f"{self._folder / name} can't be run: {error}. Install Kippu again.") from error


def _levels(first: float, steps: int) -> list[float]:
    """How much noise there is before and after each step: longer steps at the end, where little is left to
    decide."""
    even = np.linspace(0, 1, steps + 1)
    return [float(first * (1 - part) / (1 - part + part / 1.5)) if part < 1 else 0.0 for part in even]


def _preview(decoded: Floats, size: int) -> Pixels:
    picture = Image.fromarray(shown(decoded)).resize((size, size), Image.Resampling.BICUBIC)
    return np.asarray(picture)
