"""The routine that a sentence is most like, where it sets off none and asks for nothing else.

By the directions of what is said and of the sayings: English by MiniLM's own, Japanese by those of the reader
of free speech. A routine that is only alike is always asked about.
"""

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

from kippu.engines.embedding import Embedder
from kippu.engines.encoder import Encoder
from kippu.errors import ModelError
from kippu.names import Routine
from kippu.regex import regex
from kippu.turn import Language, Turn
from kippu.understand.free.mood import asks, denies, tells
from kippu.understand.routines.set_off import SetOff
from kippu.understand.text import is_question, language_of, tidy

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

_ALIKE: Mapping[Language, float] = {"en": 0.6, "ja": 0.7}
"""Cosine from which one is heard. Of sentences for eight English and five Japanese routines of five or six
sayings each, said otherwise, 78 % and 64 % found theirs and 7 % and 8 % another one; of public talk and
requests 0.7 % and 0.6 % were as near (``bench/layers/routines.py``)."""
_MOST_PIECES = 48
_GAP = regex(r"\{\w+\}")


_OF_IT: Mapping[Language, re.Pattern[str]] = {
    "en": regex(
        r"^(?:who|what|when|where|why|how|which|is|are|was|were|did|do|does|has|have|should|tell|explain"
        r"|write|i (?:love|hate|like|enjoy)|(?:can|could|would)(?! you)|don't|do not|no|not)\b"
        r"|n't\b|\b(?:not|boring|fun|great|nice|bad|over|had|was|were|went|did|saw|(?<!^)(?:would|could)"
        r"|used to|yesterday|last|ago|invented|always|never|he|she|they|his|her|their)\b|\w{3,}ed\b",
        re.IGNORECASE,
    ),
    "ja": regex(
        r"(?:いつ|どこ|誰|だれ|何|なに|なぜ|なんで|どう|どの|どれ|いくら|か|かな|の)[?？]*$|いつ|どこ|誰が|なぜ|昨日|きのう"
        r"|先週|去年|た(?:よ|ね|な|けど|から|んだ|です)*$|でした|ました|ない|について|とは"
    ),
}
"""How a sentence speaks of such a thing, and wants nothing."""


_BEGS: Mapping[Language, re.Pattern[str]] = {
    "en": regex(r"^(?:(?:hey|ok|please|kippu),? )*(?:can|could|would|will) you\b", re.IGNORECASE),
    "ja": regex(r"て(?:くれ|もらえ|いただけ|くださ|ほし)[^、。]*[?？]$"),
}
"""A question that asks for the deed itself."""


def only_told(turn: Turn) -> bool:
    """Whether a sentence asks about, tells or denies what it speaks of."""
    text, language = tidy(turn.text), turn.language
    if (is_question(text) and not _BEGS[language].search(text)) or _OF_IT[language].search(
        text.strip(" .。!！")
    ):
        return True
    return asks(text, language) or tells(text, language) or denies(text, language)


class Likeness:
    """Compares sentences with the sayings of routines; each saying is read once."""

    def __init__(self, encoders: Mapping[Language, Encoder], embedder: Embedder) -> None:
        self._encoders = encoders
        self._embedder = embedder
        self._of_saying = lru_cache(maxsize=8192)(self._direction)

    def nearest(self, text: str, language: Language, routines: Sequence[Routine]) -> SetOff | None:
        """The routine with the saying that is most like the text; None where none is, or files are broken."""
        sayings = [
            (routine, saying)
            for routine in routines
            for saying in (routine.name, *routine.says)
            if language_of(saying) == language
        ]
        if not sayings:
            return None
        try:
            said = self._direction(text, language)
            near = [float(self._of_saying(saying, language) @ said) for _, saying in sayings]
        except ModelError:
            return None
        best = max(range(len(near)), key=near.__getitem__)
        return SetOff(sayings[best][0], {}) if near[best] >= _ALIKE[language] else None

    def _direction(self, text: str, language: Language) -> "NDArray[np.float32]":
        plain = _GAP.sub("", text)
        if language == "en":
            return self._embedder.embed(plain, _MOST_PIECES)
        return self._encoders["ja"].hear(plain).mean
