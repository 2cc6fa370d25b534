"""Which of the topics that a person may keep at home a text is about.

By words alone, and rather one topic too many: it is asked only where the person named topics that stay.
"""

import re
from functools import cache
from importlib.resources import files

import yaml

from kippu.settings import Topic


def topics(text: str) -> tuple[Topic, ...]:
    """The topics of a text in English or Japanese, in the order of the list; linear in its length."""
    folded = text.casefold()
    return tuple(topic for topic, words in _words().items() if words.search(folded))


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
