"""Tools that the encoder never learned: heard by how like a sentence is to those that their templates take.

What is heard is said again as such a sentence, with the person's own words in its gaps, and read by the
templates. A tool without any is heard by what it tells of itself, and its arguments are found by their schema
alone. What acts is asked about, always, and so is what was filled so; thresholds are from the curve in
docs/models/free.md.
"""

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING

from kippu.engines.encoder import Encoder, Heard
from kippu.layers.words import COMMON, telling
from kippu.turn import Call, Language, Meaning, Offer, pasted
from kippu.understand.by_schema import filled as by_schema
from kippu.understand.by_schema import is_japanese
from kippu.understand.free.gaps import filled, stem
from kippu.understand.free.mood import denies
from kippu.understand.free.parts import Parts
from kippu.understand.free.plainly import plain_words
from kippu.understand.free.samples import Sample, lets_in, samples, told_of

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

ALIKE = 0.6
"""Likeness from which a tool is heard."""
SURELY = 0.9
"""The same from which what only tells is told unasked."""
SHARED = 0.1
"""What a word that tells of the skill adds to the likeness: it counts where the rest is near enough."""


@dataclass(frozen=True)
class Alike:
    """The added tool that a sentence is most like."""

    likeness: float
    """Of the nearest sample: the cosine, and SHARED where a telling word of the skill was said."""
    shares: bool
    """Whether it was."""
    samples: tuple[Sample, ...]
    """The tool's, the nearest first."""
    own: frozenset[str]
    """Words of the skill, as ``stem`` gives them."""
    offer: Offer | None = None
    """What is known of a tool without templates."""

    @property
    def tool(self) -> str:
        return self.samples[0].tool

    def meaning(
        self, parts: Parts, now: datetime, read: Callable[[str], Meaning | None], acts: bool
    ) -> Meaning | None:
        """What the fullest sample that the templates take says; what is missing is asked for."""
        if self.offer:
            return _offered(self.offer, parts.text, now)
        said = {
            text: len(sample.gaps)
            for sample in self.samples
            if (text := filled(sample, parts, self.own, now))
        }
        for text in sorted(said, key=lambda text: -said[text]):
            meaning = read(text)
            if meaning and meaning.calls and all(call.tool == self.tool for call in meaning.calls):
                if acts or self.likeness < SURELY:
                    return Meaning("layer", ALIKE, question=whether(text), proposed=meaning.calls)
                return Meaning("layer", self.likeness, meaning.calls)
        example = self.samples[0].text.replace("{", "").replace("}", "").replace("_", " ")
        return Meaning("layer", ALIKE, question=f"Tell me all of it, please, for example: “{example}”.")


def _offered(offer: Offer, text: str, now: datetime) -> Meaning | None:
    """The call with the arguments that were found, to be asked about, or the question for what is needed;
    None for a text that anybody may have written."""
    language: Language = "ja" if is_japanese(text) else "en"
    if pasted(text) or denies(text, language):
        return None
    told = offer.description.split("。")[0] if language == "ja" else told_of(offer)[0]
    found = by_schema(text, offer.parameters, now, f"{offer.tool} {offer.description}")
    if found.missing and language == "ja":
        asked = "と".join(f"「{name}」" for name in found.missing[:_MOST_ASKED])
        return Meaning(
            "layer", ALIKE, question=f"「{told}」には{asked}が必要です。全部入れて、もう一度言ってください。"
        )
    if found.missing:
        asked = " and ".join(f"the {name}" for name in found.missing[:_MOST_ASKED])
        return Meaning(
            "layer", ALIKE, question=f"For “{told}” I need to know {asked}. Tell me all of it, please."
        )
    given = ", ".join(f"{name.replace('_', ' ')} {_shown(value)}" for name, value in found.arguments.items())
    if language == "ja":
        given = "、".join(
            f"{found.called.get(name, name)}は{_shown_ja(value)}" for name, value in found.arguments.items()
        )
    call = Call(offer.tool, found.arguments)
    asked = whether(f"{told}: {given}" if given else told, language)
    return Meaning("layer", ALIKE, question=asked, proposed=(call,))


def _shown(value: object) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    return ", ".join(map(_shown, value)) if isinstance(value, list) else str(value)


def _shown_ja(value: object) -> str:
    if isinstance(value, bool):
        return "はい" if value else "いいえ"
    return "、".join(map(_shown_ja, value)) if isinstance(value, list) else str(value)


_MOST_ASKED = 3
"""Names of what is missing in one question."""
_IN_PASSING = "about."
"""Fixed answers to greetings and moods: any talk is a little like them."""


class Added:
    """The tools of some folders of templates, but for those that the encoder knows, and tools that have no
    templates. Read on first use."""

    def __init__(
        self,
        encoder: Encoder,
        folders: Sequence[Path],
        known: Collection[str] = (),
        offers: Sequence[Offer] = (),
    ) -> None:
        """``known``: tools that the encoder knows by other names; ``offers``: those without templates."""
        self._offers = {offer.tool: offer for offer in offers}
        self._encoder = encoder
        self._otherwise = known
        self._folders = folders
        self._reading = Lock()

    @cached_property
    def _samples(self) -> "tuple[list[Sample], NDArray[np.float32]]":
        import numpy as np  # noqa: PLC0415  # no start waits for it

        known = self._encoder.known.union(self._otherwise)
        found = [
            sample
            for folder in self._folders
            for sample in samples(folder, known)
            if not sample.tool.startswith(_IN_PASSING)
        ]
        for offer in self._offers.values():
            if any(map(lets_in, told_of(offer))):
                continue
            found += [Sample(offer.tool, text, text, {}) for text in told_of(offer)]
        heard = [self._encoder.hear(sample.said).mean for sample in found]
        return found, np.array(heard)

    @cached_property
    def _words(self) -> dict[str, frozenset[str]]:
        """The telling words of each skill, without those that Kippu's own plain sentences have."""
        words: dict[str, set[str]] = {}
        for sample in self._samples[0]:
            text = " ".join(word for word in sample.text.split() if "{" not in word)
            words.setdefault(_skill(sample.tool), set()).update(map(stem, telling(text)))
        usual = {stem(word) for word in COMMON | plain_words()}
        return {skill: frozenset(said - usual) for skill, said in words.items()}

    def alike(self, text: str, heard: Heard) -> Alike | None:
        """The tool whose samples a sentence is most like; None where nothing was added."""
        with self._reading:
            found, means = self._samples
        if not found:
            return None
        said = {stem(word) for word in telling(text)}
        near = [
            (float(likeness) + SHARED * bool(said & self._words[_skill(sample.tool)]), sample)
            for likeness, sample in zip(means @ heard.mean, found, strict=True)
        ]
        near.sort(key=lambda one: -one[0])
        best, tool = near[0][0], near[0][1].tool
        own = self._words[_skill(tool)]
        its = tuple(sample for _, sample in near if sample.tool == tool)
        return Alike(best, bool(said & own), its, own, self._offers.get(tool))


def whether(said: str, language: Language = "en") -> str:
    """The question before a plain sentence is done."""
    return f"「{said}」ということでいいですか？" if language == "ja" else f"Shall I do this: “{said}”?"


def _skill(tool: str) -> str:
    return tool.partition(".")[0]
