"""How an answer names the documents that it is from, and the answer without that."""

from collections.abc import Sequence

from kippu.regex import regex
from kippu.turn import Source

_LINES = regex(r"\n\n(?:— [^\n]+ \([^()\n]+\)\n?)+\Z")


def named(sources: Sequence[Source]) -> str:
    """What stands behind an answer."""
    return "\n\n" + "\n".join(f"— {source.title} ({source.place})" for source in sources)


def bare(answer: str) -> str:
    """An answer without it: a small model that has read such lines makes them up."""
    return _LINES.sub("", answer)
