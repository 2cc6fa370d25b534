"""Knows which words English, Chinese, Korean and Japanese have, by their hashes; no meaning and no text.

``common.bin`` holds the words that dictionaries write small, ``names.bin`` those that they write with a
capital (some are in both: "Henry" is a unit too) and what else is in the names of well-known brands: sorted
CRC-32 of each in small letters, four bytes each, the low one first. ``scripts/personal/lexicon.py`` makes
both, from SCOWL (``SCOWL.txt``) and simple-icons (CC0). As words they would take 15 MB of memory and a tenth
of a second to read; as hashes one word in 30,000 that is in no list passes for one that is.
"""

import sys
from array import array
from bisect import bisect_left
from functools import cache, lru_cache
from pathlib import Path
from string import ascii_lowercase
from typing import Literal
from zlib import crc32

from kippu.regex import regex

Tongue = Literal["chinese", "korean", "japanese"]
"""A language whose words were taken out of a dictionary of its own (``DICTIONARIES.txt``), less all names."""

_HERE = Path(__file__).parent
_ENDED = regex(
    r"(?:ics?|al|ally|ity|isms?|ists?|[ts]ions?|ings?|ed|ly|oids?|ases?|ines?|omas?|[ot]sis|itis|emia|pathy|rrhea"
    r"|log(?:y|ies)|graph(?:y|ics?|er)|ments?|ness|ous|[ai]ble|ive|ates?|ols?|virus(?:es)?|ant|ary|ure|um|us"
    r"|ers?|less|like|m[ae]n|full?)$"
)
_LEAST = 3
"""Letters of the first of two words that make one; the second has at least four."""


def is_common(word: str) -> bool:
    """Whether dictionaries have the word in small letters; its own case doesn't matter."""
    return _has("common.bin", word.lower())


def is_known(word: str) -> bool:
    """Whether it is common, or a name in dictionaries, or of a brand; its case doesn't matter."""
    return is_common(word) or is_name(word)


def is_name(word: str) -> bool:
    """Whether dictionaries have the word with a capital, or a brand has it; its case doesn't matter."""
    return _has("names.bin", word.lower())


@lru_cache(4096)
def is_slip(word: str) -> bool:
    """Whether one letter more, less, other or exchanged with its neighbour makes it a common word."""
    word = word.lower()
    cuts = [(word[:at], word[at:]) for at in range(len(word) + 1)]
    near = [one + two[1:] for one, two in cuts if two]
    near += [one + two[1] + two[0] + two[2:] for one, two in cuts if len(two) > 1]
    near += [one + letter + two for one, two in cuts for letter in ascii_lowercase]
    near += [one + letter + two[1:] for one, two in cuts if two for letter in ascii_lowercase]
    return any(map(is_common, near))


def is_formed(word: str) -> bool:
    """Whether it is made as words are: with their ending ("thylakoid"), of two of them ("countertop")."""
    word = word.lower()
    return bool(_ENDED.search(word)) or any(
        is_common(word[at:]) and (at == _LEAST or is_common(word[:at]))
        for at in range(_LEAST, len(word) - _LEAST)
    )


def is_word(language: Tongue, word: str) -> bool:
    """Whether that language has the word, as one that is nobody's name."""
    return _has(f"{language}.bin", word)


def digest(word: str) -> int:
    """What stands for a word in the lists."""
    return crc32(word.encode("utf-8", "replace"))


def _has(file: str, word: str) -> bool:
    hashes, wanted = _hashes(file), digest(word)
    at = bisect_left(hashes, wanted)
    return at < len(hashes) and hashes[at] == wanted


@cache
def _hashes(file: str) -> "array[int]":
    hashes = array("I")
    hashes.frombytes((_HERE / file).read_bytes())
    if sys.byteorder == "big":
        hashes.byteswap()
    return hashes
