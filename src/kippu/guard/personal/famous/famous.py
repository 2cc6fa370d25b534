"""Knows whom an encyclopaedia has at length (``people.txt``). Knows nothing of the text a name stands in."""

import unicodedata
from functools import cache
from pathlib import Path

from kippu.regex import regex

_PEOPLE = Path(__file__).parent / "people.txt"
_BEHIND = regex(r"['’`](?:s\b)?$|,? (?:c\.|ca\.)? ?\d{3,4}$|[\s.,:;!?()\"“”「」、。]+$")
_MARKS = regex(r"[\s.=＝・·,]+")
_HONORED = regex(r"(?:さん|氏|大統領|首相|皇帝|王|帝|将軍|博士|教授)$")
_FIRST_WIDE = "\u3040"


def is_famous(name: str) -> bool:
    """Whether a name, as it stands in a text, is that of somebody whom everybody knows: in full, or the part
    of it by which such a person goes alone."""
    while name and (bare := _BEHIND.sub("", name)) != name:
        name = bare
    key = _key(name)
    return key in _names() or (key >= _FIRST_WIDE and _HONORED.sub("", key) in _names())


def may_be_part(words: set[str]) -> bool:
    """Whether the words of a name, as ``words_of`` gives them, are all in one that everybody knows."""
    return words <= _words()


def words_of(name: str) -> set[str]:
    """The words of a name as they are compared."""
    return set(_MARKS.split(_folded(name).strip()))


def _key(name: str) -> str:
    return _MARKS.sub("" if name >= _FIRST_WIDE else " ", _folded(name)).strip()


def _folded(name: str) -> str:
    plain = unicodedata.normalize("NFKC", name).casefold()
    if plain >= _FIRST_WIDE:
        return plain
    split = unicodedata.normalize("NFD", plain)
    return "".join(letter for letter in split if not unicodedata.combining(letter))


@cache
def _names() -> frozenset[str]:
    names = set()
    for line in _PEOPLE.read_text(encoding="utf-8").splitlines():
        if not line or line[0] in "#[":
            continue
        for item in line.split("|"):
            full, star, alone = item.partition("*")
            names.add(_key(full + alone))
            if star:
                names.add(_key(alone))
    return frozenset(names)


@cache
def _words() -> frozenset[str]:
    return frozenset(word for name in _names() for word in name.split())
