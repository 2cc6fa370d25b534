"""Knows the lines of a program that name its modules, in the languages that people ask about most."""

import re

from kippu.guard.personal.merging import Span
from kippu.regex import regex

_PATH = r"[A-Za-z_@][\w./:*@-]*"
_NAMES = rf"{_PATH}(?: as \w+)?(?:,\s*{_PATH}(?: as \w+)?)*"
_LINES = regex(
    rf"(?:^[ \t>]*|`)(?:import (?:type )?(?:static )?{_NAMES}"
    rf"|from {_PATH} import (?:{_NAMES}|\([\w\s,]*\)|\*)"
    r"|import [\w${}*,\s]{1,400}? from ['\"][^'\"\n]{1,200}['\"]|import ['\"][^'\"\n]{1,200}['\"]"
    r"|(?:const|let|var) [\w${},: ]{1,200} = require\(['\"][^'\"\n]{1,200}['\"]\)"
    r"|#include\s?[<\"][^>\"\n]{1,200}[>\"]|use (?:\w+::)+[\w{}:, *]{1,200}"
    r"|(?:using|package) [\w.]+(?=;))"
    r"(?:;|[ \t]*(?:#.*|//.*)?$|`)",
    re.MULTILINE,
)
_ONE_WORD = regex(r"\s*import [A-Z][a-z]+\s*")
"""Somebody may want to take over what Anna has."""
_MARKS = ("#include", "require(", "use ", "using ", "package ")
_WORDS = regex(r"[A-Za-z_]\w*")
_BY_LOOKS = frozenset({1, 5, 7})
_KINDS = frozenset({"person", "place", "organization", "address", "url", "username", "group", "title"})


class Modules:
    """Those that one text names."""

    def __init__(self, text: str) -> None:
        self._text = text
        may = not _ONE_WORD.fullmatch(text) and ("import " in text or any(mark in text for mark in _MARKS))
        self._lines = [match.span() for match in _LINES.finditer(text)] if may else []
        self._names = {word for start, end in self._lines for word in _WORDS.findall(text, start, end)}

    def has(self, span: Span) -> bool:
        """Whether something that was found by looks is one of them, or is called by one of their names."""
        if not self._lines or span.trust not in _BY_LOOKS or span.kind not in _KINDS:
            return False
        if any(start <= span.start and span.end <= end for start, end in self._lines):
            return True
        first = _WORDS.match(self._text, span.start)
        return bool(
            first and first[0] in self._names and self._text[first.end() : first.end() + 1] in (".", "(")
        )
