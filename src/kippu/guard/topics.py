"""Which of the topics that a person may keep at home a text is about.

By what it means and by words, and rather one topic too many: it is asked only where the person named topics
that stay.
"""

import re
from collections.abc import Callable, Iterator
from functools import cache, lru_cache
from importlib.resources import files
from pathlib import Path

import yaml

from kippu.errors import ModelError
from kippu.guard.meant import Meant
from kippu.regex import regex
from kippu.settings import Topic

_REMEMBERED = 4096
"""Texts whose topics are kept: a conversation's lines are read again with each of its turns."""
_PART = 240
"""Letters of a text that are read at once, about; half as many in Japanese."""
_DOUBT = 1.0
"""How far a text that has a word of a topic may be from meaning it: "the president of the chess club" is."""
_ENDS = regex(r"(?<=[.!?])\s+|(?<=[。！？])|\n+")
_JAPANESE = regex(r"[ぁ-ヿ一-鿿]")


class Topics:
    """Tells topics by meaning, helped by words; without the encoder by words alone."""

    def __init__(self, encoder: Callable[[], Path], never: Callable[[], tuple[Topic, ...]]) -> None:
        """``encoder``: gives the folder of what reads meanings, or raises ModelError when it is not to be
        used. ``never``: the topics that stay."""
        self._never = never
        self._meant = Meant(encoder)
        self.of = lru_cache(_REMEMBERED)(self._of)
        """The topics of a text in English or Japanese, in the order of the list; linear in its length."""

    def staying(self, text: str) -> tuple[Topic, ...]:
        """Those of a text that the person keeps at home. Reads nothing while that is none."""
        never = self._never()
        return tuple(topic for topic in self.of(text) if topic in never) if never else ()

    def _of(self, text: str) -> tuple[Topic, ...]:
        try:
            told = {topic for part in _parts(text) for topic in self._told(part)}
        except ModelError:
            return topics(text)
        return tuple(topic for topic in _words() if topic in told)

    def _told(self, part: str) -> Iterator[Topic]:
        worded = topics(part)
        scores = self._meant.scores(part, japanese=bool(_JAPANESE.search(part)))
        for topic, score in zip(_words(), scores, strict=True):
            if score > (-_DOUBT if topic in worded else 0):
                yield topic


def topics(text: str) -> tuple[Topic, ...]:
    """The topics that the words of a text tell."""
    folded = text.casefold()
    return tuple(topic for topic, words in _words().items() if words.search(folded))


def _parts(text: str) -> Iterator[str]:
    """A text in sentences, several together where they are short; a long one in pieces."""
    most = _PART // 2 if _JAPANESE.search(text) else _PART
    held = ""
    for sentence in _ENDS.split(text):
        for start in range(0, len(sentence), most):
            piece = sentence[start : start + most]
            if len(held) + len(piece) > most:
                yield held
                held = ""
            held = f"{held} {piece}" if held else piece
    if held.strip():
        yield held


@cache
def _words() -> dict[Topic, re.Pattern[str]]:
    told = yaml.safe_load((files("kippu.guard") / "topics.yaml").read_text(encoding="utf-8"))
    return {topic: _pattern(words["en"].split(), words["ja"].split()) for topic, words in told.items()}


def _pattern(english: list[str], japanese: list[str]) -> re.Pattern[str]:
    """Stems at the start of a word, whole words, and parts of Japanese; a dot within stands for a space."""
    stems = [re.escape(word).replace(r"\.", r"\s+") for word in english if not word.endswith(".")]
    whole = [re.escape(word[:-1]).replace(r"\.", r"\s+") for word in english if word.endswith(".")]
    latin = rf"(?<![a-z])(?:{'|'.join(stems)}|(?:{'|'.join(whole)})(?![a-z]))"
    return re.compile("|".join([latin, *map(str.casefold, japanese)]))
