"""A model's words on their way to the person: held back where they may have to be taken back.

Ends an answer that turns in a circle at its last whole sentence, and one that claims a deed before it does.
Sentences that are in no danger pass word by word. Knows no model.
"""

import re
from collections import Counter
from collections.abc import Callable

from kippu.regex import regex

_END = regex(r"[.!?…]+[\"”')*_]*(?=\s)|[。！？][」』]*|\n+")
_WORD = regex(r"[a-z0-9']+|[\u3040-\u30ff]|[\u4e00-\u9fff]")
_FIRST = 4
"""Words of a sentence that are read before any of it passes."""
_CLAIMING = regex(
    r"^(?:i|i've|i'll|i'm|we|we've|done|all|sure|okay|ok|certainly|absolutely|alright|let|consider|it's|"
    r"of course|great|"
    r"turning|switching|setting|adding|opening|closing|locking|playing|dimming)\b|"
    r"[\u3040-\u30ff\u4e00-\u9fff]"
)
_STATING = regex(r"^(?:the|your|it)\b")
_STATED = 12
"""Words after which a sentence that begins with "the" is no claim any more."""
_RUN = 8
"""Words in a row that make a circle when they come for the third time."""
_LONG = 5
"""Words of a sentence that nobody says twice in an answer; of a shorter one, nobody says three."""


class Speech:
    """One answer."""

    def __init__(self, claims: Callable[[str], bool] | None = None, sentences: int | None = None) -> None:
        """Without ``claims`` the answer may say what it likes of deeds, as a story does; after so many
        ``sentences`` it ends."""
        self._left = sentences
        self.ended = False
        """True when the rest of the answer is not wanted."""
        self.claimed = False
        """True when it ended because it claimed a deed."""
        self._claims = claims
        self._open = ""
        self._passed = 0
        self._said: Counter[tuple[str, ...]] = Counter()
        self._runs: Counter[tuple[str, ...]] = Counter()
        self._words: list[str] = []
        self._counted = 0

    def take(self, piece: str) -> str:
        """The text that may pass now that this piece has come."""
        self._open += piece
        out = ""
        while not self.ended and (match := _END.search(self._open)):
            out += self._close(match.end())
        if not self.ended:
            out += self._flow()
        return out

    def rest(self) -> str:
        """What is still held when the model has ended."""
        return "" if self.ended or not self._open else self._close(len(self._open))

    def _close(self, end: int) -> str:
        """A whole sentence."""
        sentence, left = self._open[:end], self._open[self._passed : end]
        self._open, passed, self._passed = self._open[end:], self._passed, 0
        words = _words(sentence)
        self._counted = 0
        if self._is_claim(sentence):
            self.ended = self.claimed = True
        elif words:
            self._said[words] += 1
            self.ended = self._said[words] > (1 if len(words) >= _LONG else 2)
        if self.ended:
            return "…" if passed else ""
        if self._left is not None and words:
            self._left -= 1
            self.ended = self._left <= 0
        return left

    def _is_claim(self, sentence: str) -> bool:
        return self._claims is not None and self._claims(sentence)

    def _flow(self) -> str:
        """The part of the sentence under way that is in no danger."""
        words = _words(self._open)
        for word in words[self._counted : -1]:  # the last may still grow
            self._words.append(word)
            self._counted += 1
            run = tuple(self._words[-_RUN:])
            self._runs[run] += len(run) == _RUN
            if self._runs[run] > 2:
                self.ended = True
                return "…" if self._passed else ""
        if self._passed == 0 and self._dangerous(words):
            return ""
        left, self._passed = self._open[self._passed :], len(self._open)
        return left

    def _dangerous(self, words: tuple[str, ...]) -> bool:
        if len(words) < _FIRST or any(said[: len(words)] == words for said in self._said):
            return True
        if self._claims is None:
            return False
        start = self._open.lstrip(" \n\t*_\"“'(-").casefold().replace("’", "'")
        return bool(_CLAIMING.search(start)) or (len(words) < _STATED and bool(_STATING.match(start)))


def _words(text: str) -> tuple[str, ...]:
    return tuple(_WORD.findall(re.sub(r"^\s*(?:\d+[.)]|[-*•])\s*", "", text).casefold().replace("’", "'")))
