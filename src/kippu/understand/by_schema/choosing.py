"""Values that a parameter's schema allows or its description names, and yes or no, as a sentence has them."""

import re
from collections.abc import Iterator, Sequence
from typing import Any

from kippu.regex import regex
from kippu.understand.by_schema.parameter import Parameter, stem
from kippu.understand.by_schema.sentence import Sentence

_NOT = regex(
    r"\b(?:no|not|without|don't|doesn't|exclud\w*|ignor\w*|skip\w*|except|non|never|few|little|disabl\w*|omit\w*)\b[^,.;]{0,20}$"
)
_GENERIC = frozenset(map(stem, "all any other none default standard normal both".split()))
_WORD = regex(r"[A-Za-z0-9]+")


def among(sentence: Sentence, values: Sequence[Any]) -> Iterator[tuple[Any, int, int]]:
    """Those of the values that the sentence says, in its order, with where; what is only like one of them
    counts where none is said as it stands."""
    found: list[tuple[int, int, Any]] = []
    for said in (_exactly, _nearly):
        found = found or [(*place, value) for value in values if (place := said(sentence, str(value)))]
    found.sort(key=lambda one: (one[0], -one[1]))
    last = -1
    for start, end, value in found:
        if start >= last:
            yield value, start, end
            last = end


def _exactly(sentence: Sentence, value: str) -> tuple[int, int] | None:
    words = _WORD.findall(value)
    if not words or (len(words) == 1 and len(words[0]) == 1):
        exact = re.search(rf"(?<![\w-]){re.escape(value)}(?![\w-])", sentence.text) if words else None
        return (exact.start(), exact.end()) if exact else None
    pattern = r"[\s_/-]*".join(re.escape(word) for word in words)
    if match := re.search(rf"(?<![\w-]){pattern}(?:s|es|ing|ed|ly)?(?!\w)", sentence.text, re.IGNORECASE):
        return match.start(), match.end()
    return None


def _nearly(sentence: Sentence, value: str) -> tuple[int, int] | None:
    words = _WORD.findall(value)
    stems = [stem(word) for word in words if len(word) > 2]
    if len(stems) != len(words) or any(len(one) < 4 for one in stems) or set(stems) <= _GENERIC:
        return None
    for at in range(len(sentence.stems) - len(stems) + 1):
        if sentence.stems[at : at + len(stems)] == stems:
            return sentence.words[at][1], sentence.words[at + len(stems) - 1][2]
    return None


def flagged(sentence: Sentence, parameter: Parameter) -> bool | None:
    """Yes or no by the parameter's own words; None where they aren't said."""
    wanted = parameter.own
    said = [at for at, own in enumerate(sentence.stems) if own in wanted]
    if not wanted or not said or len({sentence.stems[at] for at in said}) * 2 < len(wanted):
        return None
    return not _NOT.search(sentence.text[: sentence.words[said[0]][1]])
