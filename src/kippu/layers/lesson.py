"""What the layers of one request bring to it: words before the conversation, an adapter, what was found.

Knows layers; no model and no conversation.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from kippu.layers.agentskill import AgentSkill
from kippu.layers.finding import Found
from kippu.layers.knowing import Knowing, Told, unheard
from kippu.layers.reading import Layer
from kippu.layers.words import telling
from kippu.turn import Language, Source

_LONGEST_SKILL = 4000
"""Letters of a skill's instructions that a model reads; a small one loses the thread in more."""
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
    """True when an answer has to be found in documents."""
    quotes: bool
    """True when what was found is the answer, word by word."""
    found: tuple[Found, ...]

    @property
    def sources(self) -> tuple[Source, ...]:
        """Where the answer comes from, each once."""
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
    looks = any(layer.finds for layer in layers)
    quotes = quotes_from(layers)
    texts = [layer.prompt for layer in layers if layer.prompt]
    if not quotes and (skill := _skill(layers, question)):
        texts.append(skill.body()[:_LONGEST_SKILL])
    return Lesson(
        title=top.manifest.title,
        system="\n\n".join(texts),
        adapters=tuple(layer.name for layer in layers if layer.adapter),
        looks=looks,
        quotes=quotes,
        found=tuple(knowing.find(question, layers, told)) if looks else (),
    )


def quotes_from(layers: Sequence[Layer]) -> bool:
    """Whether what they find is quoted, so that no model is needed: the topmost that finds decides."""
    finding = [layer for layer in layers if layer.finds]
    return bool(finding) and finding[-1].manifest.answers == "quote"


def unknown(title: str, language: Language) -> str:
    """What is said when nothing was found."""
    if language == "ja":
        return f"わかりません。「{title}」の資料には、答えが見つかりませんでした。"
    return f"I don't know: the documents of “{title}” have no answer to that."


def says_unknown(text: str) -> bool:
    """Whether an answer is that it isn't known: in our words, or in a model's."""
    said = text.strip().casefold().replace("\u2019", "'")
    return said.startswith(("i don't know", "i do not know", "わかりません", "分かりません"))


def _skill(layers: Sequence[Layer], question: str) -> AgentSkill | None:
    """The skill whose description has most of the question's words."""
    asked = set(telling(question))
    skills = [skill for layer in layers for skill in layer.skills]
    return max(skills, key=lambda skill: len(asked & set(telling(skill.description))), default=None)
