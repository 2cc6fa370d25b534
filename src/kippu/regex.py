"""Regular expressions that are compiled at their first use.

Kippu has over eight hundred, of which a start or a command needs few; to compile all was a third of every
start. Django does the same with its own (``django.utils.regex_helper``).
"""

import re
from typing import Any, cast


def regex(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """The pattern; its user need not tell it from a compiled one. A mistake in it raises at its first use."""
    return cast("re.Pattern[str]", _Regex(pattern, flags))


class _Regex:
    """Stands for a pattern. Its attributes are kept as they are asked for, and asked for once."""

    def __init__(self, pattern: str, flags: int) -> None:
        self.pattern = pattern
        self._flags = flags

    def __getattr__(self, name: str) -> Any:
        kept = self.__dict__[name] = getattr(re.compile(self.pattern, self._flags), name)
        return kept
