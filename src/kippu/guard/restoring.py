"""The answer on its way back: surrogates become what they stand for, as soon as they are surely there.

Holds back no more than what may still become one. Knows one conversation's surrogates, and no model.
"""

from typing import Any

from kippu.guard.surrogates import Matcher

_BEFORE = 2
"""Letters that are settled and tell whether a word or a number goes on."""


class Restorer:
    """One answer."""

    def __init__(self, homeward: Matcher) -> None:
        self._homeward = homeward
        self.held = ""
        """What may still become a surrogate, or be one."""
        self._before = ""

    def feed(self, piece: str) -> str:
        """What is settled with this piece of the answer, restored; it may be empty."""
        return self._settle(self.held + piece, whole=False)

    def end(self) -> str:
        """The rest, once no piece comes any more."""
        return self._settle(self.held, whole=True)

    def restore(self, text: str) -> str:
        """A whole text, restored by itself."""
        return self._homeward.replaced(text)

    def restore_all(self, value: Any) -> Any:
        """JSON's values (a tool's arguments) with every text in them restored; keys stay."""
        match value:
            case str():
                return self.restore(value)
            case list():
                return [self.restore_all(item) for item in value]
            case dict():
                return {key: self.restore_all(item) for key, item in value.items()}
        return value

    def _settle(self, text: str, whole: bool) -> str:
        settled, took = self._homeward.settle(text, self._before, whole)
        self._before = (self._before + text[:took])[-_BEFORE:]
        self.held = text[took:]
        return settled
