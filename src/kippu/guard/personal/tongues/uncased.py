"""Tells names from other words in writings without capitals, of which no word is known here."""

import re
from functools import lru_cache

from kippu.guard.personal import asking
from kippu.guard.personal.tongues import abroad
from kippu.guard.personal.tongues.unread import LETTERS
from kippu.regex import regex

_WRITTEN = regex(f"[{LETTERS}]")
_WORDS = regex(rf"[{LETTERS}\u200c\u200d]+")
_MOST = 3
"""Words of a name."""
_LEAD = 32
_BEFORE = regex(
    r"(?:\b(?:mr|mrs|ms|miss|dr|prof|sir|uncle|aunt|friend|colleague|neighbou?r|boss|wife|husband|son|daughter"
    r"|brother|sister|mother|father|mum|mom|dad|cousin|teacher|doctor|manager|client|customer|patient|tenant"
    r"|landlord|guy|man|woman|girl|boy|called|named|names? (?:is|was)|names?:|i am|i['’]m|this is|tell|ask"
    r"|call|text|e?mail|message|met|meet|meeting|invite|remind|ring|phone|dear|hi|hello|signed|regards|contact|says"
    r"|said|by"
    r"|lives? with)\b\.?,?\s|['’]s name is |さん|様).{0,2}$",
    re.IGNORECASE | re.DOTALL,
)
"""What stands before somebody's name."""
_BESIDE = regex(r"\b(?:with|for|from|to|and|of)\s.{0,1}$", re.IGNORECASE)
"""What stands before one where nobody asks about words."""
_BEHIND = regex(
    r"\s?(?:['’]s (?!the\b|a\b)|(?:is (?:my|our|his|her|late|coming|ill|sick|here)|called|calls|says|said"
    r"|told|tells|lives|works|wrote|asked|wants|owes|and i|has|had)\b|さん|様)",
    re.IGNORECASE,
)
"""What stands behind it."""


def is_written(said: str) -> bool:
    """Whether it has a letter of such a writing."""
    return _WRITTEN.search(said) is not None


def left(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """The place of the words there if they may be a name; those that it begins and ends in belong to it."""
    words = [
        word
        for word in _WORDS.finditer(text, max(0, start - _LEAD), end + _LEAD)
        if word.start() < end and start < word.end()
    ]
    start, end = min(start, words[0].start()), max(end, words[-1].end())
    if len(words) > _MOST:
        return []
    before = max(0, start - _LEAD)
    if _BEFORE.search(text, before, start) or _BEHIND.match(text, end):
        return [(start, end)]
    told = _is_private(text) or bool(_BESIDE.search(text, before, start))
    return [(start, end)] if told and not abroad.is_about(text) else []


@lru_cache(8)
def _is_private(text: str) -> bool:
    return asking.is_private(text)
