"""A model's words on their way to the person: held back where they may have to be taken back.

Ends an answer that turns in a circle at its last whole sentence, one that claims a deed before it does, and
one that strays into letters that nobody here reads.
Sentences that are in no danger pass word by word. Knows no model.
"""

import re
from collections import Counter

from kippu.guard.claims import claims, harmless
from kippu.regex import regex
from kippu.turn import Language

_END = regex(r"[.!?…]+[\"”')*_]*(?=\s)|[。！？][」』]*|\n+")
_WORD = regex(r"[a-z0-9']+|[\u3040-\u30ff]|[\u4e00-\u9fff]")
_RUN = 8
"""Words in a row that make a circle when they come for the third time."""
_LONG = 5
"""Words of a sentence that nobody says twice in an answer; of a shorter one, nobody says three."""

OTHER_LETTERS = regex(r"[\u0400-\u1dbf\u2c80-\ua71f\ua800-\ud7ff\uf900-\ufaff\ufb1d-\ufdff\ufe70-\ufefe]{2}")
"""Two letters in a row that are neither Latin nor Greek."""


class Speech:
    """One answer."""

    def __init__(
        self, language: Language | None = None, sentences: int | None = None, *, latin: bool = False
    ) -> None:
        """Of deeds it may claim none in this ``language``; without one it may say what it likes, as a story
        does. After so many ``sentences`` it ends. In ``latin`` letters it stays, or ends."""
        self._latin = latin
        self.strayed = False
        """True when it ended because it went on in other letters."""
        self._left = sentences
        self.ended = False
        """True when the rest of the answer is not wanted."""
        self.claimed = False
        """True when it ended because it claimed a deed."""
        self._language = language
        self._open = ""
        self._passed = 0
        self._said: Counter[tuple[str, ...]] = Counter()
        self._runs: Counter[tuple[str, ...]] = Counter()
        self._words: list[str] = []
        self._counted = 0

    def take(self, piece: str) -> str:
        """The text that may pass now that this piece has come."""
        self._open += piece
        if self._latin and OTHER_LETTERS.search(self._open):
            self.ended = self.strayed = True
            return "…" if self._passed else ""
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
        if self._language and claims(sentence, self._language):
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
        if self._passed == 0 and (not words or self._may_be_said_again(words)):
            return ""
        until = harmless(self._open, self._language) if self._language else len(self._open)
        if until <= self._passed or not self._open[:until].strip():
            return ""
        left, self._passed = self._open[self._passed : until], until
        return left

    def _may_be_said_again(self, words: tuple[str, ...]) -> bool:
        """Whether an earlier sentence began so; the last word may still grow."""
        *before, last = words
        end = len(before)
        return any(
            said[:end] == tuple(before) and said[end : end + 1] and said[end].startswith(last)
            for said in self._said
        )


def _words(text: str) -> tuple[str, ...]:
    return tuple(_WORD.findall(re.sub(r"^\s*(?:\d+[.)]|[-*•])\s*", "", text).casefold().replace("’", "'")))
