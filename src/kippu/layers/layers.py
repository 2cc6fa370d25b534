"""The layers as a request meets them: which it is for, and what they bring to it.

Puts the shelf, choosing and knowing together; knows no model.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from kippu.layers import lesson as lessons
from kippu.layers.choosing import AUTO, NONE, choose
from kippu.layers.finding import Found
from kippu.layers.knowing import Knowing, Told, unheard
from kippu.layers.lesson import Lesson
from kippu.layers.reading import Layer
from kippu.layers.shelf import Shelf
from kippu.names import Routine
from kippu.settings import Settings
from kippu.turn import Language, Turn


@dataclass(frozen=True, slots=True)
class Chosen:
    """The layers of a request."""

    names: tuple[str, ...]
    """The lowest first."""
    title: str
    """Of the topmost, for people."""
    quotes: bool
    """True when no model is needed: the answer is quoted, or not known."""
    base: str | None
    """Catalogue id of the model that an adapter among them needs."""
    named: bool
    """True when the person named it; else the request chose it."""
    defines: bool
    """True when the request alone chose a base layer, which only defines a word: more than a small model
    knows, and less than larger ones."""


class Layers:
    """All layers of this device."""

    def __init__(self, shelf: Shelf, settings: Settings) -> None:
        self.shelf = shelf
        self._settings = settings
        self._knowing = Knowing(settings.data / "cache" / "layers", shelf.encoder)

    def choose(self, turn: Turn) -> Chosen | None:
        """The layers that a turn is for: the person's choice, else by what it says; None when for none."""
        wish = turn.layer or self._settings.layer
        knowing = self._knowing
        defines = _silent if turn.outside else knowing.define  # what came along is meant, and no dictionary
        layers = choose(
            self.shelf, knowing.find_at_once, knowing.fit, defines, wish, turn.text, turn.language
        )
        if not layers:
            return None
        based = [layer.manifest.base for layer in layers if layer.adapter]
        return Chosen(
            names=tuple(layer.name for layer in layers),
            title=layers[-1].manifest.title,
            quotes=lessons.quotes_from(layers),
            base=based[-1].model if based and based[-1] else None,
            named=wish != AUTO,
            defines=wish == AUTO and layers[-1].manifest.level == "base",
        )

    def lesson(self, names: Sequence[str], question: str, told: Told = unheard) -> Lesson:
        """What these layers bring to a question. Takes seconds when a layer has to be read first: ``told``
        hears of it."""
        return lessons.lesson([self.shelf.layer(name) for name in names], self._knowing, question, told)

    def adapters(self, model: str) -> Mapping[str, Path]:
        """The adapters for a model by the names of their layers."""
        return {
            layer.name: layer.adapter
            for layer in self.shelf.all()
            if layer.adapter and layer.manifest.base and layer.manifest.base.model == model
        }

    def routines(self) -> tuple[Routine, ...]:
        """Those of all layers; none while the person wants no layer."""
        if self._settings.layer == NONE:
            return ()
        return tuple(routine for layer in self.shelf.all() for routine in layer.routines)

    def left_out(self, language: Language) -> list[str]:
        """Words to the person about each layer that was found broken, said once."""
        return [
            f"レイヤー {name} は壊れているため、使われません: {error.ja}"
            if language == "ja"
            else f"The layer {name} is left out: {error}"
            for name, error in self.shelf.untold().items()
        ]

    def close(self) -> None:
        """Let go of the indexes."""
        self._knowing.close()


def _silent(question: str, layer: Layer) -> list[Found]:
    return []
