"""The words of a sentence that count, for the judge of ``understand.py``."""

import re

from kippu.understand.text import sentence

EMPTY = frozenset(
    "a an the my our your this that these those some of to for in on at and is with by me i please it "
    "list called all every each".split()
)
_WORD = re.compile(r"[\w]+")
_POSSESSIVE = re.compile(r"'s?\b|'$")


def words(text: str, *, every: bool = False) -> frozenset[str]:
    """Stems of the words; with ``every`` those that say nothing too."""
    plain = sentence(text, "en").casefold()
    found = {stem(word) for word in _WORD.findall(_POSSESSIVE.sub("", plain))}
    if every:
        found |= {stem(word) for word in _WORD.findall(plain)}
    return frozenset(found if every else found - {stem(word) for word in EMPTY})


def stem(word: str) -> str:
    """Without the ending of several."""
    if len(word) > 3 and word.endswith("s"):
        word = word[:-1]
    return {"grocery": "shopping", "grocerie": "shopping"}.get(word, word)
