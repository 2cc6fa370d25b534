"""The question which of several is meant, with what a reply to it may be; and what "the first one" is.

Knows nothing of what the things are.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from kippu.tool import Said

_MOST = 10
"""Choices that are offered; the words of the question may name more."""


@dataclass(frozen=True, slots=True)
class Choice:
    """One of the things that could be meant."""

    words: str
    """What a person replies to choose it."""
    arguments: Mapping[str, Any]
    """What the same call takes to mean it and no other."""


def which(question: str, choices: Sequence[Choice]) -> Said:
    """Nothing is done yet: the person is asked."""
    offered = choices[:_MOST] if len(choices) > 1 else ()
    return Said(
        question,
        ok=False,
        data={
            "choices": [choice.words for choice in offered],
            "each": [dict(choice.arguments) for choice in offered],
        },
    )


def listed(tool: str, ids: Sequence[str]) -> list[dict[str, Any]]:
    """For the data of a tool that tells of several: the calls that take away each, as they were told."""
    return [{"tool": tool, "arguments": {"id": id}} for id in ids]
