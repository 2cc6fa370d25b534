"""The few tools that a model may want for a turn: those whose words are nearest to the person's.

By the words of descriptions and sample sentences alone; a model reads no more than it may need.
"""

import math
import re
import unicodedata
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from kippu.tool import Skill
from kippu.turn import Offer, Turn

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

_MOST = 12
_NEAR = 0.28
"""Likeness below which a tool has nothing to do with a sentence."""
_SILENT = {"about", "help"}
"""Skills that answer for the assistant itself."""


class Offered:
    """All tools of this device, by their words."""

    def __init__(self, skills: Sequence[Skill]) -> None:
        told = {
            tool.name: _grams(f"{tool.name.replace('.', ' ').replace('_', ' ')} {tool.description}")
            for skill in skills
            if skill.name not in _SILENT
            for tool in skill.tools
        }
        heard = {
            skill.name: [_grams(text) for texts in skill.examples.values() for text in texts]
            for skill in skills
        }
        self._tools = {tool.name: tool for skill in skills for tool in skill.tools}
        texts = [*told.values(), *(text for said in heard.values() for text in said)]
        self._in = Counter(gram for text in texts for gram in text)
        self._texts = len(texts)
        self._told = list(told)
        places = {skill.name: at for at, skill in enumerate(skills)}
        self._skills = len(places)
        self._of = [places[name.split(".")[0]] for name in self._told]
        """Of each description, the number of its skill; and of each sample sentence:"""
        self._heard = [places[skill] for skill, said in heard.items() for _ in said]
        self._with: dict[str, list[tuple[int, float]]] = {}
        self._arrays: dict[str, tuple[NDArray[np.intp], NDArray[np.float64]]] = {}
        for number, text in enumerate(texts):
            for gram, weight in self._weighed(text).items():
                self._with.setdefault(gram, []).append((number, weight))

    def to(self, turn: Turn) -> tuple[str, ...]:
        """Names of at most a dozen tools, nearest first; none when the sentence is plainly talk."""
        import numpy as np  # noqa: PLC0415  # no start waits for it

        alike = self._alike(_grams(turn.text))
        near = np.zeros(self._skills)
        np.maximum.at(near, self._heard, alike[len(self._told) :])
        scores = alike[: len(self._told)] + near[self._of]
        best = np.argsort(-scores, kind="stable")[:_MOST]
        return tuple(self._told[tool] for tool in best.tolist() if scores[tool] >= _NEAR)

    def offers(self, turn: Turn) -> tuple[Offer, ...]:
        """The same, as a model elsewhere reads of them."""
        return tuple(self._tools[name].offer for name in self.to(turn))

    def _alike(self, text: Counter[str]) -> "NDArray[np.float64]":
        """The cosine of each description and sample sentence with a text, 0 to 1."""
        import numpy as np  # noqa: PLC0415  # no start waits for it

        alike = np.zeros(self._texts)
        for gram, weight in self._weighed(text).items():
            if gram in self._with:
                numbers, its = self._rows(gram)
                alike[numbers] += weight * its  # each text once
        return alike

    def _rows(self, gram: str) -> "tuple[NDArray[np.intp], NDArray[np.float64]]":
        """The texts that have a gram, and its weight in each."""
        import numpy as np  # noqa: PLC0415

        if gram not in self._arrays:
            numbers, its = zip(*self._with[gram], strict=True)
            self._arrays[gram] = np.array(numbers, np.intp), np.array(its)
        return self._arrays[gram]

    def _weighed(self, text: Counter[str]) -> dict[str, float]:
        """By how few texts have it ("the" says nothing of what is meant), of length 1 in all."""
        weights = {
            gram: count * math.log(1 + self._texts / (1 + self._in[gram])) for gram, count in text.items()
        }
        size = math.hypot(*weights.values())
        return {gram: weight / size for gram, weight in weights.items()}


def _grams(text: str) -> Counter[str]:
    """Words' beginnings, and pairs of characters where a script has no spaces."""
    folded = unicodedata.normalize("NFKC", text).casefold()
    words = re.findall("[a-z0-9]{3,}", folded)
    wide = [letter for letter in folded if ord(letter) > 0x2E7F]
    return Counter(word[:5] for word in words) + Counter(map("".join, pairwise(wide)))
