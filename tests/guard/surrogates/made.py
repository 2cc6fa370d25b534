"""What several tests here make surrogates with."""

import random

from kippu.guard.surrogates import Book, Making
from kippu.guard.surrogates.pair import folded


class Made:
    """One conversation."""

    def __init__(self, real: str = "", seed: int | None = None) -> None:
        self.book = Book()
        self.book.real = folded(real)
        self.making = Making(random.Random(seed) if seed is not None else None)  # noqa: S311  # repeatable tests

    def of(self, kind: str, text: str, before: str = "") -> str:
        """What stands for the text, or the text itself where it stays."""
        self.book.real += "\n" + folded(text)
        pair = self.making.pair(kind, text, before, self.book)
        return pair.surrogate if pair else text

    def back(self, text: str) -> str:
        """An answer, restored."""
        return self.book.homeward.replaced(text)

    def out(self, text: str) -> str:
        """A text with all that has a surrogate replaced."""
        return self.book.outward.replaced(text)
