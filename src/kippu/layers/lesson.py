"""What the layers of one request bring to it: words before the conversation, adapters, what was found, and a
skill with those of its pages that the request needs.

Knows layers; no model and no conversation.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from kippu.layers.finding import Found
from kippu.layers.knowing import Knowing, Told, unheard
from kippu.layers.practice import practised
from kippu.layers.reading import Layer
from kippu.turn import Language, Source

_READ = 3
"""Passages that a model writes from."""


@dataclass(frozen=True, slots=True)
class Lesson:
    """What is known for one request."""

    title: str
    """Of the topmost layer, for people."""
    system: str
    """What the model reads before the conversation."""
    adapters: tuple[str, ...]
    """Names of the layers whose adapters it runs with, all at once, the lowest first."""
    looks: bool
    """True when an answer has to be found in documents, and is not known else."""
    quotes: bool
    """True when what was found is the answer, word by word."""
    found: tuple[Found, ...]
    pages: str = ""
    """Of a skill, what is read beside its instructions, before the request itself."""
    skill: tuple[Source, ...] = ()
    """The skill that the model writes by, and those pages."""

    @property
    def sources(self) -> tuple[Source, ...]:
        """The documents that the answer comes from, each once."""
        used = self.found[:1] if self.quotes else self.found[:_READ]
        return tuple(dict.fromkeys(Source(one.layer, one.title, one.place) for one in used))

    @property
    def reading(self) -> str:
        """What was found, for a model to write from."""
        return "\n\n".join(f"[{one.title}]\n{one.text}" for one in self.found[:_READ])


def lesson(layers: Sequence[Layer], knowing: Knowing, question: str, told: Told = unheard) -> Lesson:
    """The lesson of these layers, the lowest first, for a question; ``told`` hears how far a first reading of
    one is."""
    top = layers[-1]
    quotes = quotes_from(layers)
    practice = None if quotes else practised(layers, question, knowing, told)
    looks = any(layer.finds for layer in layers)
    texts = [layer.prompt for layer in layers if layer.prompt]
    return Lesson(
        title=top.manifest.title,
        system="\n\n".join([*texts, practice.instructions] if practice else texts),
        adapters=tuple(layer.name for layer in layers if layer.adapter),
        looks=looks and practice is None,
        quotes=quotes,
        found=tuple(_found(layers, knowing, question, told)) if looks else (),
        pages=practice.pages if practice else "",
        skill=practice.sources if practice else (),
    )


def quotes_from(layers: Sequence[Layer]) -> bool:
    """Whether what they find is quoted, so that no model is needed: the topmost that finds or has a skill
    decides."""
    deciding = [layer for layer in layers if layer.finds or layer.writes]
    return bool(deciding) and deciding[-1].manifest.answers == "quote"


def unknown(title: str, language: Language) -> str:
    """What is said when nothing was found."""
    if language == "ja":
        return f"わかりません。「{title}」の資料には、答えが見つかりませんでした。"
    return f"I don't know: the documents of “{title}” have no answer to that."


def says_unknown(text: str) -> bool:
    """Whether an answer is that it isn't known: in our words, or in a model's."""
    said = text.strip().casefold().replace("\u2019", "'")
    return said.startswith(("i don't know", "i do not know", "わかりません", "分かりません"))


def _found(layers: Sequence[Layer], knowing: Knowing, question: str, told: Told) -> list[Found]:
    """What documents have to the question; what stands in a skill that the model writes by is none."""
    taught = {
        (layer.name, skill.file.parent.relative_to(layer.folder).as_posix())
        for layer in layers
        if layer.writes
        for skill in layer.skills
    }
    found = knowing.find(question, layers, told)
    return [one for one in found if not any(_lies(one, layer, place) for layer, place in taught)]


def _lies(found: Found, layer: str, place: str) -> bool:
    return found.layer == layer and found.place.startswith(f"{place}/")
