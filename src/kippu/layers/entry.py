"""What a dictionary's entry answers to a question for a meaning, in sentences.

Knows the form of the entries that come with Kippu, a line a sense (``scripts/dictionary/wordnet.py``); an
entry of another dictionary is shown as it stands.
"""

import re

from kippu.layers.meant import Asked
from kippu.regex import regex

_SHORT = regex(r"[A-Z]{2,4}|ai")
"""A short form, of which nobody knows which of several things it stands for."""
_SENSE = regex(r"(?P<part>[a-z]+) \d+: (?:\[(?P<names>[^\]]*)\] )?(?P<text>.+)")
_YEARS = regex(r"\bborn in\b|\(\D{0,20}\d{2,4}(?: BC)?[-\u2013?)]|\b[1-9]\d{2,3} ?(?:BC)?-\d{2,4}\b")
"""How a sense about somebody ends: (1879-1955)."""
_EXAMPLE = regex(r';? ?"(?P<said>[^"]*)"(?:-- ?[^;"]*)?')
_NUMBER = regex(r"\d")
"""What an example has that tells a fact, as of the moon how far it is."""
_TWO, _WHOLE = 2, 3
"""Senses that are shown of a thing, and of a word that is to be defined."""


def answer(asked: Asked, key: str, entry: str) -> str | None:
    """What the entry that stood under a key answers, for people; None when it is not about what was asked."""
    senses = [found for line in entry.splitlines() if (found := _SENSE.fullmatch(line.strip()))]
    if not senses:  # another dictionary's form: as it stands
        return entry
    if asked.how == "word" and not asked.only:
        return _defined(key, senses)
    if asked.plain and asked.how == "about" and senses[0]["part"] != "n":
        return None
    meant = [sense for sense in senses if sense["part"] == "n" and _is_meant(asked, sense)]
    if not meant or (_SHORT.fullmatch(asked.word) and len(meant) > 1):
        return None
    meant = [sense for sense in meant if asked.word in _names(sense)] or meant  # Turkey, and no turkey
    if asked.plain and not any(key == name.casefold() for sense in meant for name in _names(sense)):
        return None  # but a byname of it: a giant is a whale, and whoever asks of whales means no giants
    meant = meant[: 1 if _is_name(meant[0]) or asked.how == "who" else _TWO]
    if len(meant) == 1:
        return _told(key, meant[0])
    return "\n".join(f"{number}. {_told(key, one)}" for number, one in enumerate(meant, 1))


def _is_meant(asked: Asked, sense: re.Match[str]) -> bool:
    if asked.how == "who":
        return _is_name(sense) and bool(_YEARS.search(sense["text"]))
    if asked.only:
        return any(name[:1].isupper() for name in _names(sense))
    return not (asked.one and _is_name(sense))


def _is_name(sense: re.Match[str]) -> bool:
    first = _names(sense)[0]
    return first[:1].isupper() and not first.isupper()


def _names(sense: re.Match[str]) -> list[str]:
    return (sense["names"] or " ").split(", ")


def _told(key: str, sense: re.Match[str]) -> str:
    """A sense as sentences: "Moon: the natural satellite of the Earth. The average distance ..."."""
    names = _names(sense)
    title = next((name for name in names if name.casefold() == key and not _is_name(sense)), names[0])
    facts = [found["said"] for found in _EXAMPLE.finditer(sense["text"]) if _NUMBER.search(found["said"])]
    text = ". ".join((_EXAMPLE.sub("", sense["text"]).strip(), *map(_upper, facts)))
    return f"{_upper(title)}: {text}."


def _defined(key: str, senses: list[re.Match[str]]) -> str:
    parts = {"n": "noun", "v": "verb", "adj": "adjective", "adv": "adverb"}
    lines = [
        f"{number}. ({parts.get(sense['part'], sense['part'])}) {_EXAMPLE.sub('', sense['text']).strip()}"
        for number, sense in enumerate(senses[:_WHOLE], 1)
    ]
    written = (name for sense in senses for name in _names(sense) if name.casefold() == key)
    title = _upper(next(written, key))
    return f"{title}:\n" + "\n".join(lines) if len(lines) > 1 else f"{title}: {lines[0][3:]}"


def _upper(text: str) -> str:
    return text[:1].upper() + text[1:]
