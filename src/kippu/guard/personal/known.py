"""Finds what the person's own contacts and home already hold. Knows nothing of what they mean."""

import re
from collections.abc import Iterable
from functools import lru_cache

from kippu.guard.personal.found import Kind, Known
from kippu.guard.personal.merging import Span
from kippu.regex import regex

_PARTS = regex(r"[^\W_]+")
_LATIN = regex(r"[^\W_\u3040-\u30ff\u3400-\u9fff]+")
"""Words that Japanese may go on behind without a space."""
_SHORTEST = 2


def look(text: str, known: Iterable[Known]) -> list[Span]:
    """Every place where a known value stands, in whatever case and with whatever between its words."""
    begins, within = _index(tuple(known))
    found = [(kind, match) for kind, pattern in within for match in pattern.finditer(text)]
    for word in _LATIN.finditer(text):
        for kind, pattern in begins.get(word[0].casefold(), ()):
            if match := pattern.match(text, word.start()):
                found.append((kind, match))
    return [Span(match.start(), match.end(), kind, 8) for kind, match in found]


@lru_cache(2)
def _index(
    known: tuple[Known, ...],
) -> tuple[dict[str, list[tuple[Kind, re.Pattern[str]]]], list[tuple[Kind, re.Pattern[str]]]]:
    """Latin values by their first word, and one pattern a kind for Japanese, which has no words apart.

    So that a text is read in a moment, however many people are known.
    """
    begins: dict[str, list[tuple[Kind, re.Pattern[str]]]] = {}
    within: dict[Kind, list[str]] = {}
    for item in known:
        parts = _PARTS.findall(item.text)
        if len("".join(parts)) < _SHORTEST:
            continue
        value = r"[\W_]{0,3}".join(map(re.escape, parts))
        if parts[-1][-1].isascii():
            value += r"(?![^\W_\u3040-\u30ff\u3400-\u9fff])"
        if parts[0].isascii():
            pattern = re.compile(value, re.IGNORECASE)
            begins.setdefault(parts[0].casefold(), []).append((item.kind, pattern))
        else:
            within.setdefault(item.kind, []).append(value)
    return begins, [
        (kind, re.compile("|".join(sorted(values, key=len, reverse=True)), re.IGNORECASE))
        for kind, values in within.items()
    ]
