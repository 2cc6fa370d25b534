"""Finds what the person's own contacts and home already hold. Knows nothing of what they mean."""

import re
from collections.abc import Iterable

from kippu.guard.personal.found import Known
from kippu.guard.personal.merging import Span

_PARTS = re.compile(r"[^\W_]+")


def look(text: str, known: Iterable[Known]) -> list[Span]:
    """Every place where a known value stands, in whatever case and with whatever between its words."""
    spans = []
    for item in known:
        parts = _PARTS.findall(item.text)
        if len("".join(parts)) < 2:
            continue
        edge_before = r"(?<![^\W_])" if parts[0][0].isascii() else ""
        edge_after = r"(?![^\W_])" if parts[-1][-1].isascii() else ""
        pattern = edge_before + r"[\W_]{0,3}".join(map(re.escape, parts)) + edge_after
        spans += [
            Span(match.start(), match.end(), item.kind, 8)
            for match in re.finditer(pattern, text, re.IGNORECASE)
        ]
    return spans
