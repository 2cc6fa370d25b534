"""How long an answer from elsewhere has grown while it comes, so that nobody writes more than was paid for.

Knows chunks in OpenAI's shape as data, and no provider.
"""

from collections.abc import Iterator, Mapping
from typing import Any

_LETTERS_A_TOKEN = 6
"""More than a token has in plain English (4 to 5): what is counted so is less than any provider's count."""
_WIDE = 2
"""Letters beyond ASCII that one token may hold."""
_WORDS = ("content", "reasoning", "reasoning_content", "refusal")
"""Where providers put what a model writes."""


class Length:
    """The tokens that an answer has at least."""

    def __init__(self) -> None:
        self._pieces = 0
        self._letters = 0.0
        self._counted = 0

    @property
    def tokens(self) -> int:
        """By the provider's own count where it tells one on the way, else by what came.

        A piece may hold several tokens, and who sends letter by letter has more pieces than tokens: so the
        smaller count is taken of pieces and of letters.
        """
        return max(self._counted, min(self._pieces, int(self._letters)))

    def heard(self, chunk: Mapping[str, Any]) -> None:
        """One more chunk of it."""
        usage = chunk.get("usage") or {}
        self._counted = max(self._counted, int(usage.get("completion_tokens") or 0))
        for choice in chunk.get("choices") or ():
            for text in _texts(choice.get("delta") or {}):
                wide = sum(not letter.isascii() for letter in text)
                self._pieces += 1
                self._letters += wide / _WIDE + (len(text) - wide) / _LETTERS_A_TOKEN


def _texts(delta: Mapping[str, Any]) -> Iterator[str]:
    """All that a model wrote: words, what some call reasoning, and the arguments of calls."""
    for name in _WORDS:
        if isinstance(value := delta.get(name), str) and value:
            yield value
    for call in delta.get("tool_calls") or ():
        told = call.get("function") if isinstance(call, Mapping) else None
        if isinstance(told, Mapping) and isinstance(told.get("arguments"), str) and told["arguments"]:
            yield told["arguments"]
