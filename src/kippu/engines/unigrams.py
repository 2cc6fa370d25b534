"""Cuts a sentence of a language that is written without spaces into words, and says where each stood.

Of all ways to cut it takes the likeliest, where a word is the likelier the more frequent it is (a unigram
model, as in Kudo, 2018, arXiv:1804.10959; the chances after Zipf's law). Knows no model.
"""

import math
import re
from collections.abc import Iterable, Iterator

from kippu.engines.wordpiece import Pieces
from kippu.regex import regex

UNKNOWN, NUMBER = 0, 1
"""Numbers of the pieces for what is in no vocabulary, and for any number in digits."""
_TOGETHER = regex(r"\d+(?:[.:/]\d+)*|[a-z]+(?:'[a-z]+)?|\s+|.", re.DOTALL)
"""What is never cut: a number, a word in Latin letters."""
_UNKNOWN_COST = 16.0
"""More than the rarest word's: a letter alone is taken only where no word fits."""


class Unigrams:
    """The cutter for one vocabulary."""

    def __init__(self, lines: Iterable[str]) -> None:
        """``lines``: a spelling, a tab, and the number of its piece; the most frequent first. Raises
        ValueError when one is something else, or none is there."""
        self._words: dict[str, tuple[int, float]] = {}
        for rank, line in enumerate(lines):
            spelling, _, number = line.partition("\t")
            # The cost is a chance's logarithm below zero.
            self._words[spelling] = (int(number), math.log(rank + 3))
        self._longest = max(map(len, self._words))

    def cut(self, text: str, most: int) -> Pieces:
        """At most ``most`` pieces without punctuation; what comes after is left out. An unknown one where
        there is none."""
        plain = "".join(letter if len(letter.lower()) != 1 else letter.lower() for letter in text)
        pieces = [piece for piece in self._cheapest(plain) if plain[piece[1]].isalnum()][:most]
        pieces = pieces or [(UNKNOWN, 0, 0)]
        return Pieces(tuple(number for number, *_ in pieces), tuple((a, b) for _, a, b in pieces))

    def _cheapest(self, text: str) -> list[tuple[int, int, int]]:
        """Number, first letter and letter behind the last of each piece (Viterbi's way)."""
        best: list[tuple[float, int, int]] = [(0.0, 0, 0), *[(math.inf, 0, 0)] * len(text)]
        inside = _inside(text)
        for start in range(len(text)):
            if start in inside or best[start][0] == math.inf:
                continue
            for end, number, cost in self._from(text, start):
                if end not in inside and best[start][0] + cost < best[end][0]:
                    best[end] = (best[start][0] + cost, start, number)
        found, end = [], len(text)
        while end:
            _, start, number = best[end]
            found.append((number, start, end))
            end = start
        return found[::-1]

    def _from(self, text: str, start: int) -> Iterator[tuple[int, int, float]]:
        """End, number and cost of each piece that may begin here."""
        together = _TOGETHER.match(text, start)
        end = together.end() if together else start + 1
        if text[start].isdigit() and text[start].isascii():
            yield end, NUMBER, 1.0
            return
        if text[start:end] not in self._words:
            yield end, UNKNOWN, _UNKNOWN_COST
        for behind in range(start + 1, min(start + self._longest, len(text)) + 1):
            if (known := self._words.get(text[start:behind])) is not None:
                yield behind, *known


def _inside(text: str) -> set[int]:
    """Places within what is never cut."""
    return {place for match in _TOGETHER.finditer(text) for place in range(match.start() + 1, match.end())}
