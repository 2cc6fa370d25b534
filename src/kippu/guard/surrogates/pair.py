"""One thing that was said and what stands for it outside, and how letters are compared. Knows no kind."""

import unicodedata
from dataclasses import dataclass
from functools import cache


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
    return "".join(map(fold, text))


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
