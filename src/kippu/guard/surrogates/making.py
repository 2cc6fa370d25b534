"""Makes the surrogate of anything that was found. Knows which kinds get one; the rooms beside know how."""

import random
import re
from collections.abc import Iterable, Iterator

from kippu.guard.surrogates import contact, dates, names, nations, numbers, phrases
from kippu.guard.surrogates.book import Book
from kippu.guard.surrogates.choosing import Choosing
from kippu.guard.surrogates.pair import Pair

STAYING = frozenset({"date", "age", "title", "group"})
"""Kinds that leave as they are: an answer is no good without them, and they point at nobody."""


class Making:
    """Makes surrogates; two runs never make the same ones."""

    def __init__(self, chance: random.Random | None = None) -> None:
        self._chance = chance or random.SystemRandom()

    def pair(self, kind: str, text: str, before: str, book: Book, own: bool = False) -> Pair | None:
        """What stands for ``text``, also added to the book; None when it stays as it is.

        ``before`` leads to it in its sentence; what is somebody's ``own`` gets one though all know it.
        """
        if stays(kind, text) and not own:
            return None
        if had := book.pair(text):
            return had
        if own and kind in ("place", "group") and (made := nations.pairs(text, Choosing(book, self._chance))):
            for pair in made:
                book.add(pair)
            return made[0]
        if kind in STAYING:
            return None
        parts = self._parts(kind, text, before, book)
        if all(one == other for one, other in parts):
            return None
        pair = Pair(kind, tuple(_tokens(parts)))
        book.add(pair)
        return pair

    def _parts(self, kind: str, text: str, before: str, book: Book) -> list[tuple[str, str]]:
        choosing = Choosing(book, self._chance)
        if kind == "person":
            return names.parts(text, before, choosing)
        if kind in ("place", "organization", "address"):
            return phrases.parts(kind, text, choosing)
        if again := book.whole(text):
            return [(text, again)]
        return [(text, self._one(kind, text, choosing))]

    def _one(self, kind: str, text: str, choosing: Choosing) -> str:
        match kind:
            case "email":
                return contact.email(text, choosing)
            case "url":
                return contact.url(text, choosing)
            case "username":
                return contact.username(text, choosing)
            case "ip":
                return contact.ip(text, choosing)
            case "secret":
                return contact.secret(text, choosing)
            case "birth_date":
                moved = dates.moved(text, self._chance)
                return moved if moved is not None else text
        return choosing.make(lambda: numbers.number(kind, text, self._chance))


def _tokens(parts: Iterable[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    """What stays, cut into words and what stands between them."""
    for one, other in parts:
        if one != other:
            yield one, other
        else:
            yield from ((token, token) for token in re.findall(r"[^\W_]+|[\W_]+", one))


def stays(kind: str, text: str) -> bool:
    """Whether it leaves as it is where it is nobody's own."""
    if kind in STAYING:
        return True
    if kind == "url":
        return contact.stays(text)
    if kind == "address":
        return phrases.is_wide(text)
    return kind in ("place", "organization") and phrases.stays(kind, text)
