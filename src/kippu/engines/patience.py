"""How long an answer is waited for: until its first piece, between two of them, and in all.

Counts the time that is waited here alone, not what the listener does between two pieces. Knows no provider.
"""

import asyncio
import time
from collections.abc import Awaitable
from typing import TypeVar

_T = TypeVar("_T")


class Patience:
    """What one answer has left of it, in seconds."""

    def __init__(self, first: float, between: float, whole: float) -> None:
        self._first = first
        self._between = between
        self._whole = whole
        self._begun = False

    @property
    def left(self) -> float:
        """How long the next piece may take."""
        return min(self._whole, self._between if self._begun else self._first)

    def begun(self) -> None:
        """The first piece came."""
        self._begun = True

    async def wait(self, coming: Awaitable[_T]) -> _T:
        """What comes; raises TimeoutError when that takes too long, and it is broken off."""
        since = time.monotonic()
        try:
            async with asyncio.timeout(self.left):
                return await coming
        finally:
            took = time.monotonic() - since
            self._whole -= took
            self._first -= took
