"""Cuts a text into tokens and says of each what the network is told. Knows no weights and no kinds.

A token is a run of letters, of digits or of katakana, one kanji or hiragana, one line break, or one mark.
What the network is told of it is a list of numbers between 1 and ``ROWS`` - 1: hashes of the word, of its
beginning and end, of its shape, and (the second list) of the letters within it. For a kanji or kana its
neighbours count too.
"""

import unicodedata
from functools import lru_cache
from typing import NamedTuple
from zlib import crc32

from kippu.regex import regex

ROWS = 1 << 16
"""Rows of the table of embeddings; row 0 is empty."""

_KANJI = "㐀-鿿々〆ヵヶ"
_TOKEN = regex(rf"[ァ-ヴー]+|[ぁ-ゖ{_KANJI}]|\d+|[^\W\d_ぁ-ゖァ-ヶー{_KANJI}]+|\n|[^\s]")
_JAPANESE = regex(f"[ぁ-ゖ{_KANJI}]")
_YEAR = regex(r"(?:1[89]|20)\d\d")


class Token(NamedTuple):
    """One token and its place."""

    key: tuple[str, str, str, bool]
    """The token, its neighbours (for Japanese characters), and whether it touches the one before."""
    start: int
    end: int


def cut(text: str) -> list[Token]:
    """The tokens of a text, in order."""
    tokens = []
    last = -1
    for match in _TOKEN.finditer(text):
        start, end, word = match.start(), match.end(), match[0]
        if word >= "ぁ" and _JAPANESE.match(word):
            key = (word, text[start - 1 : start], text[end : end + 1], start == last)
        else:
            key = (word, "", "", start == last)
        tokens.append(Token(key, start, end))
        last = end
    return tokens


def _row(space: str, value: str) -> int:
    return crc32(f"{space}{value}".encode("utf-8", "replace")) % (ROWS - 1) + 1


def _shape(word: str) -> str:
    """Xx for Capital, X for CAPITALS, d4 for four digits, the mark itself for a mark."""
    if word[0].isdigit():
        return "year" if _YEAR.fullmatch(word) else f"d{min(len(word), 9)}"
    out = ""
    for letter in word[:20]:
        kind = "X" if letter.isupper() else "x" if letter.islower() else unicodedata.category(letter)
        if not out.endswith(kind):
            out += kind
    return out + ("1" if len(word) == 1 else "")


@lru_cache(maxsize=65536)
def rows(key: tuple[str, str, str, bool]) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """What the network is told of a token: rows that are added up, and rows whose mean is added."""
    word, before, after, touches = key
    plain = unicodedata.normalize("NFKC", word.lower()) or word
    main = [_row("s", _shape(word)), _row("t", str(touches))]
    if plain[0].isdigit():
        return (*main, _row("w", plain if len(plain) <= 2 else f"d{len(plain)}"), _row("l", plain[:1])), ()
    if before or after or _JAPANESE.match(word):
        near = [("w", word), ("a", before + word), ("b", word + after), ("c", before + word + after)]
        return (*main, *(_row(space, value) for space, value in near)), ()
    main.append(_row("w", plain))
    if len(plain) == 1:
        return tuple(main), ()
    main += [_row("p", plain[:3]), _row("e", plain[-2:]), _row("f", plain[-3:]), _row("g", plain[-4:])]
    framed = f"^{plain[:14]}$"
    parts = [framed[at : at + 3] for at in range(len(framed) - 2)]
    return tuple(main), tuple(_row("n", part) for part in parts)
