"""Cuts a sentence into the word pieces that BERT's small descendants read, and says where each stood.

The way of Devlin et al., 2018 (uncased): lower case, no accents, longest piece first. Knows no model.
"""

import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

_LONGEST_WORD = 100
"""Letters; a longer word is unknown as a whole."""
_CJK = ((0x4E00, 0x9FFF), (0x3400, 0x4DBF), (0xF900, 0xFAFF), (0x20000, 0x2CEAF), (0x2F800, 0x2FA1F))


@dataclass(frozen=True)
class Pieces:
    """What a sentence was cut into, between the marks for its start and its end."""

    ids: tuple[int, ...]
    places: tuple[tuple[int, int], ...]
    """First letter of each piece in the sentence, and the letter behind its last; (0, 0) for the marks."""


class WordPieces:
    """The cutter for one vocabulary."""

    def __init__(self, vocabulary: Mapping[str, int]) -> None:
        """``vocabulary``: the number of each piece; pieces inside a word begin with ``##``."""
        self._ids = vocabulary

    @cached_property
    def _unknown(self) -> int:
        return self._ids["[UNK]"]

    def cut(self, text: str, most: int) -> Pieces:
        """At most ``most`` pieces, the two marks among them; what comes after is left out."""
        ids, places = [self._ids["[CLS]"]], [(0, 0)]
        for letters in _words(text):
            for number, start, end in self._in_word(letters):
                if len(ids) == most - 1:
                    break
                ids.append(number)
                places.append((start, end))
        return Pieces((*ids, self._ids["[SEP]"]), (*places, (0, 0)))

    def _in_word(self, letters: list[tuple[str, int]]) -> list[tuple[int, int, int]]:
        """Number, first letter and letter behind the last of each piece of a word."""
        word, whole = "".join(letter for letter, _ in letters), (letters[0][1], letters[-1][1] + 1)
        found, start = [], 0
        while start < len(word):
            for end in range(len(word), start, -1):
                number = self._ids.get(f"##{word[start:end]}" if start else word[start:end])
                if number is not None:
                    break
            else:
                return [(self._unknown, *whole)]
            found.append((number, letters[start][1], letters[end - 1][1] + 1))
            start = end
        return found if len(word) <= _LONGEST_WORD else [(self._unknown, *whole)]


def _words(text: str) -> Iterator[list[tuple[str, int]]]:
    """Each word as its plain letters, each with its place in the text; punctuation stands alone."""
    word: list[tuple[str, int]] = []
    for place, letter in enumerate(text):
        if letter.isspace() or _alone(letter):
            if word:
                yield word
            word = []
            if not letter.isspace():
                yield [(letter, place)]
        elif letter not in "\0\ufffd" and unicodedata.category(letter) not in ("Cc", "Cf"):
            plain = unicodedata.normalize("NFD", letter.lower())
            word += [(one, place) for one in plain if unicodedata.category(one) != "Mn"]
    if word:
        yield word


def _alone(letter: str) -> bool:
    """True for punctuation, for ASCII's symbols and for Chinese characters."""
    code = ord(letter)
    if code < 128:
        return not letter.isalnum() and letter.isprintable() and not letter.isspace()
    return unicodedata.category(letter).startswith("P") or any(first <= code <= last for first, last in _CJK)
