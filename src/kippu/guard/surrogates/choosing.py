"""What one surrogate may be chosen from: what the book and the conversation leave free."""

import random
from collections.abc import Callable, Iterator, Sequence
from typing import TypeVar

from kippu.guard.surrogates.book import Book
from kippu.guard.surrogates.pair import folded

_TRIES = 200
_Item = TypeVar("_Item")


class Choosing:
    """The choice for one surrogate, of one or more words."""

    def __init__(self, book: Book, chance: random.Random) -> None:
        self.chance = chance
        self._book = book
        self._chosen: set[str] = set()
        self._words: dict[str, str] = {}

    def word(self, original: str) -> str | None:
        """What stands for this word already."""
        return self._words.get(folded(original)) or self._book.word(original)

    def free(self, surrogate: str) -> bool:
        """Whether it can be had; then it is had."""
        if folded(surrogate) in self._chosen or not self._book.free(surrogate):
            return False
        self._chosen.add(folded(surrogate))
        return True

    def make(self, made: Callable[[], str]) -> str:
        """The first of what is made that is free; a longer one when all of its length are taken."""
        for longer in range(10 * _TRIES):
            candidate = made() + ("" if longer < _TRIES else str(longer))
            if self.free(candidate):
                return candidate
        raise ValueError("nothing free could be made")

    def drawn(self, pool: Sequence[_Item]) -> Iterator[_Item]:
        """The items of a list, each once and by chance. Draws as it is asked: real chance takes its time."""
        left = list(pool)
        while left:
            at = self.chance.randrange(len(left))
            left[at], left[-1] = left[-1], left[at]
            yield left.pop()

    def one_of(self, pool: Sequence[str]) -> str:
        """A free word of a list; two of them in one when it is used up."""
        for word in self.drawn(pool):
            if self.free(word):
                return word
        return self.make(lambda: "".join(self.chance.sample(pool, 2)).capitalize())

    def keep(self, original: str, surrogate: str) -> None:
        """From now on this stands for that word."""
        self._words[folded(original)] = surrogate
