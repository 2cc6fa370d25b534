"""What of a sentence belongs into the gaps of a sample: its times and numbers, and else the words that the
sample's skill does not use itself. Knows no encoder.
"""

import re
from collections.abc import Iterator
from datetime import datetime

from hassil.intents import RangeSlotList, TextSlotList, WildcardSlotList

from kippu.layers.words import COMMON
from kippu.regex import regex
from kippu.understand.free.parts import Parts
from kippu.understand.free.samples import QUANTITY, Sample, plain_values
from kippu.understand.text import sentence
from kippu.understand.when.english import find

_WORD = regex(r"[\w'’.-]*\w")
_WITH_UNIT = regex(
    r"[$€£¥]\s?\d+(?:[.,]\d+)?"
    r"|\b\d+(?:[.,]\d+)?\s?(?:%|percent|dollars?|bucks|euros?|pounds?|cents?|yen|francs?|kilos?|kg|grams?|miles?"
    r"|km|kilomet(?:er|re)s?|lit(?:er|re)s?|people|persons?|times)?"
)
_FILLS = frozenset(
    "kippu hey ok okay well just really kindly gladly quickly now again already yet please thanks thank let"
    " put down keep go ahead some bit little could've would'd i'd i've i'll i'm it's that's me us having"
    " had got done gave give gives given going went come back still".split()
)
"""Words around what a request is about."""
_NAMED_BEHIND = frozenset("a an the my our your this these some any for of on with about from to in".split())
"""Words behind which stands what is named, and not what is to be done with it."""
_INSIDE = frozenset("of and the a an for in to with my our &".split())
"""Words that stand within what is named."""


def filled(sample: Sample, parts: Parts, own: frozenset[str], now: datetime) -> str | None:
    """The sample with the sentence's words in its gaps; None where one finds nothing, or not only one thing.

    ``own``: the words that the sample's skill uses itself, as ``stem`` gives them.
    """
    plain = sentence(parts.text, "en")
    values: dict[str, str] = {}
    taken: list[str] = []
    for gap in sorted(sample.gaps, key=lambda gap: isinstance(sample.lists.get(gap), WildcardSlotList)):
        value = _value(gap, sample, plain, parts, own, now, taken)
        if not value:
            return None
        values[gap] = value
        taken.append(value)
    return re.sub(r"\{(\w+)\}", lambda match: values[match[1]], sample.text)


def stem(word: str) -> str:
    """By what words are compared: "expenses" is "expense"."""
    return word.casefold()[:5]


def _value(
    gap: str,
    sample: Sample,
    plain: str,
    parts: Parts,
    own: frozenset[str],
    now: datetime,
    taken: list[str],
) -> str:
    phrases = find(plain, now)
    if gap in ("when", "day", "span"):
        return " ".join(plain[one.start : one.end] for one in phrases if one.at or one.day or one.repeat)
    if gap == "duration":
        return _only([plain[one.start : one.end] for one in phrases if one.duration])
    kept = sample.lists.get(gap)
    if isinstance(kept, RangeSlotList):
        return _only(re.findall(r"(?<![\w.])\d+(?![\w.])", plain))
    if isinstance(kept, TextSlotList):
        said = [value for value in plain_values(kept) if re.search(rf"\b{re.escape(value)}\b", plain)]
        return max(said, key=len, default="")
    if QUANTITY.search(gap):
        return _only([found[0].strip() for found in _WITH_UNIT.finditer(plain)])
    for value in taken:
        plain = plain.replace(value, " , ")
    return _rest(plain, own)


def _only(found: list[str]) -> str:
    return found[0] if len(found) == 1 else ""


def _rest(plain: str, own: frozenset[str]) -> str:
    """The one run of words that neither the skill nor every sentence has; of several the one named."""
    runs = list(_runs(plain, own))
    return _only([run for run, _ in runs]) or _only([run for run, named in runs if named])


def _runs(plain: str, own: frozenset[str]) -> Iterator[tuple[str, bool]]:
    """The runs, and whether each is named: stands behind an article or the like, or has a number."""
    for clause in re.split(r"\s*[,;:!?]\s*", plain):
        words = _WORD.findall(clause)
        tells = [not (word.casefold() in COMMON | _FILLS or stem(word) in own) for word in words]
        at = 0
        while at < len(words):
            end = at
            while end < len(words) and (tells[end] or (at < end < len(words) - 1 and words[end] in _INSIDE
                                                       and tells[end + 1])):  # fmt: skip
                end += 1
            if end > at:
                named = words[at][0].isdigit() or (at > 0 and words[at - 1] in _NAMED_BEHIND)
                yield " ".join(words[at:end]), named
            at = max(end, at + 1)
