"""Dictionaries as knowledge, in DICT's form (dictd's: an index of words beside the texts of their entries).

The index has a line for each word: the word, and where its entry begins and how long it is, in digits of base
64 (dictd's own manual, dictfmt(1)). Knows files; not what is asked.
"""

import mmap
from pathlib import Path

from kippu.errors import LayerBroken

SUFFIX = ".index"
DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
_LONGEST = 100_000
"""Bytes of an entry; a longer one is no word's."""


class Dictionary:
    """One dictionary, of which no more than an entry is read."""

    def __init__(self, index: Path) -> None:
        """``index``: its file; the texts are beside it (``.dict``). Raises LayerBroken if they are not."""
        self._index, self._texts = index, texts_of(index)
        if not self._texts.is_file() or not index.stat().st_size:
            raise LayerBroken(
                f"{index.name} needs {self._texts.name} beside it, and a line for each word "
                "(`dictunzip` makes it of a .dict.dz).",
                f"{index.name} には、単語ごとの行と、隣に {self._texts.name} が必要です"
                "（.dict.dz は dictunzip で展開できます）。",
            )

    def entry(self, word: str) -> str | None:
        """What it has of a word, written in small letters; None where it has none.

        Raises LayerBroken when the line of that word leads nowhere.
        """
        key = f"{word}\t".encode()
        with self._index.open("rb") as file, mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as lines:
            at = 0 if lines[: len(key)] == key else lines.find(b"\n" + key) + 1 or None
            if at is None:
                return None
            lines.seek(at)
            _, *place = lines.readline().decode("utf-8", "replace").rstrip("\n").split("\t")
        try:
            start, length = map(number_read, place)
        except ValueError as error:
            raise self._broken(word) from error
        with self._texts.open("rb") as file:
            file.seek(start)
            text = file.read(min(length, _LONGEST))
        if len(text) != length:
            raise self._broken(word)
        return text.decode("utf-8", "replace").strip()

    def _broken(self, word: str) -> LayerBroken:
        index, texts = self._index.name, self._texts.name
        return LayerBroken(
            f"{index} leads to no entry of “{word}” in {texts}: one of them is damaged.",
            f"{index} の「{word}」が指す場所は {texts} にありません。どちらかが壊れています。",
        )


def texts_of(index: Path) -> Path:
    """Where the texts of an index are."""
    return index.with_suffix(".dict")


def number_read(digits: str) -> int:
    """A number of an index; raises ValueError where it is none."""
    number = 0
    for digit in digits:
        number = number * 64 + DIGITS.index(digit)
    return number
