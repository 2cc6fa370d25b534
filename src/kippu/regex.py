"""Regular expressions that are compiled at their first use.

Kippu has over eight hundred, of which a start or a command needs few; to compile all was a third of every
start. Django does the same with its own (``django.utils.regex_helper``).
"""

import re
from collections.abc import Iterator
from functools import cached_property
from typing import Any, cast

_ALL: "list[_Regex]" = []


def regex(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """The pattern, with all methods of a compiled one; ``re.sub`` and its like don't take it.

    A mistake in it raises ``re.error`` at its first use.
    """
    waiting = _Regex(pattern, flags)
    _ALL.append(waiting)
    return cast("re.Pattern[str]", waiting)


def compiling() -> Iterator[None]:
    """Compiles those that were not used yet, one at a step: for when nobody waits for anything."""
    for waiting in _ALL:
        _ = waiting.compiled  # kept by the pattern
        yield


class _Regex:
    """Stands for a pattern. Its attributes are kept as they are asked for, and asked for once."""

    def __init__(self, pattern: str, flags: int) -> None:
        self.pattern = pattern
        self._flags = flags

    @cached_property
    def compiled(self) -> re.Pattern[str]:
        """The pattern itself."""
        return re.compile(self.pattern, self._flags)

    def __getattr__(self, name: str) -> Any:
        if name.startswith("_"):  # what copies an object asks for before it is made
            raise AttributeError(name)
        kept = self.__dict__[name] = getattr(self.compiled, name)
        return kept
