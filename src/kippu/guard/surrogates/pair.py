"""One thing that was said and what stands for it outside, and how letters are compared. Knows no kind."""

import unicodedata
from dataclasses import dataclass
from functools import cache

MARKS = (
    "\u0300-\u036f\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed\u0900-\u0903\u093a-\u094f\u0951-\u0957"
    "\u0962\u0963\u0981-\u0983\u09bc-\u09cd\u0a01-\u0a03\u0a3c-\u0a51\u0a70\u0a71\u0a81-\u0a83\u0abc-\u0acd\u0b01-\u0b03"
    "\u0b3c-\u0b57\u0b82\u0bbe-\u0bd7\u0c00-\u0c04\u0c3c-\u0c56\u0c81-\u0c83\u0cbc-\u0cd6\u0d00-\u0d03\u0d3b-\u0d57"
    "\u0d81-\u0d83\u0dca-\u0ddf\u0e31-\u0e3a\u0e47-\u0e4e\u0eb1-\u0ebc\u0ec8-\u0ece\u0f71-\u0f87\u102b-\u103e\u1056-\u1059"
    "\u17b4-\u17d3\u200c\u200d"
)
"""Marks that belong to the letter before them, and what joins letters: inside the brackets of a pattern."""
LETTERS = rf"[^\W\d_](?:[^\W\d_]|[{MARKS}])*"
"""A row of letters with their marks."""


@dataclass(frozen=True, slots=True)
class Pair:
    """An original and its surrogate, cut at the same places."""

    kind: str
    """As the finder calls it."""
    parts: tuple[tuple[str, str], ...]
    """Original and surrogate, piece by piece and without a gap; the same on both sides where it stays."""

    @property
    def original(self) -> str:
        """All that was said."""
        return "".join(part[0] for part in self.parts)

    @property
    def surrogate(self) -> str:
        """All that stands for it."""
        return "".join(part[1] for part in self.parts)


@cache
def fold(letter: str) -> str:
    """A letter as it is compared: without case, width and accents. Always one letter for one."""
    if letter in "’‘ʼ＇":
        return "'"
    wide = unicodedata.normalize("NFKC", letter)
    small = (wide if len(wide) == 1 else letter).casefold()
    if len(small) != 1:
        return letter.lower() if len(letter.lower()) == 1 else letter
    base = unicodedata.normalize("NFD", small)
    return base[0] if len(base) > 1 and base[0].isascii() else small


def folded(text: str) -> str:
    """A text as it is compared, letter for letter."""
    return text.lower() if text.isascii() else "".join(map(fold, text))


def bare(text: str) -> str:
    """Letters and digits alone, as they are compared."""
    return "".join(letter for letter in folded(text) if letter.isalnum())


def styled(base: str, seen: str, usual: str) -> str:
    """``base`` in the case in which ``usual`` was seen: as it is, in capitals, small, or with a capital."""
    if seen == usual or not any(letter.isalpha() and letter.isascii() for letter in seen):
        return base
    if seen.isupper() and len(seen) > 1:
        return base.upper()
    if seen.islower():
        return base.lower()
    if seen[:1].isupper() and (base.islower() or (base.isupper() and len(base) > 1)):
        return base[:1].upper() + base[1:].lower()
    return base
