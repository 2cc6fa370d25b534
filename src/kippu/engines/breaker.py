"""Whom not to ask for a while: a provider that fails several times in a row, or once badly, gets a rest.

Knows names alone, and nothing of what is asked.
"""

import time
from dataclasses import dataclass

_IN_A_ROW = 3
_REST_SECONDS = 30.0
_LONGEST_REST = 900.0


@dataclass(slots=True)
class _State:
    failed: int = 0
    until: float = 0.0


class Breaker:
    """Counts failures by name. After a rest one try is let through; a failure then doubles the rest."""

    def __init__(self) -> None:
        self._states: dict[str, _State] = {}

    def open(self, name: str) -> bool:
        """True while it is not to be asked."""
        return name in self._states and time.monotonic() < self._states[name].until

    def failed(self, name: str, badly: bool = False) -> None:
        """It failed once more; ``badly`` in a way of which nobody wants a second time."""
        state = self._states.setdefault(name, _State())
        state.failed = max(state.failed + 1, _IN_A_ROW if badly else 0)
        if state.failed >= _IN_A_ROW:
            rest = min(_LONGEST_REST, _REST_SECONDS * 2 ** (state.failed - _IN_A_ROW))
            state.until = time.monotonic() + rest

    def worked(self, name: str) -> None:
        """It answered to the end."""
        self._states.pop(name, None)
