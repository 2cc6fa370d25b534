"""Calls that a model wants, put together from the pieces in which they come.

Whatever a provider or a model sends: too many, too long, without an end or out of order. Runs nothing.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from kippu.regex import regex
from kippu.run.pieces import Cut, Piece, Used

_MOST = 32
"""Calls in one reply; the rest of them is not heard."""
_LONGEST = 20_000
"""Characters of a call's arguments: more can't be shown to a person to say yes to."""
_NAME = regex(r"[A-Za-z0-9_-]{1,64}")
"""Names that providers take back."""


@dataclass(slots=True)
class One:
    """A call as it was said, unchecked."""

    id: str = ""
    name: str = ""
    arguments: str = ""
    """JSON, if the model did well."""


class Wanted:
    """The calls of one reply."""

    def __init__(self) -> None:
        self._calls: dict[int, One] = {}
        self._last = 0

    @property
    def calls(self) -> tuple[One, ...]:
        """In the order in which they were numbered."""
        return tuple(self._calls[at] for at in sorted(self._calls))

    def add(self, part: Mapping[str, Any]) -> None:
        """A piece of a call."""
        at = self._place(part)
        if not 0 <= at < _MOST:
            return
        self._last = at
        one = self._calls.setdefault(at, One(id=f"call_{at}"))
        function = part.get("function")
        function = function if isinstance(function, Mapping) else {}
        one.id = _text(part.get("id"))[:128] or one.id
        one.name = (one.name + _text(function.get("name")))[:128]
        # Cut off it is no JSON any more, and so no call.
        one.arguments = (one.arguments + _text(function.get("arguments")))[: _LONGEST + 1]

    def message(self) -> dict[str, Any]:
        """The reply as it goes back to the model; what no provider would take is left out."""
        return {"role": "assistant", "content": None, "tool_calls": [_shape(one) for one in self.calls]}

    def _place(self, part: Mapping[str, Any]) -> int:
        """Its number; some providers give none, and begin a new call with a new id."""
        at = part.get("index")
        if isinstance(at, int):
            return at
        new = part.get("id") and self._calls and part["id"] != self._calls[self._last].id
        return self._last + 1 if new else self._last


def pieces_of(chunk: Mapping[str, Any], wanted: Wanted) -> list[Piece]:
    """The text and the bill in a chunk of OpenAI's shape; the pieces of calls in it go to ``wanted``."""
    pieces: list[Piece] = []
    for choice in chunk.get("choices") or ():
        delta = choice.get("delta") or {}
        if text := _text(delta.get("content")):
            pieces.append(text)
        for part in delta.get("tool_calls") or ():
            wanted.add(part)
        if choice.get("finish_reason") == "length":
            pieces.append(Cut())
    if usage := chunk.get("usage"):
        read = int(usage.get("prompt_tokens") or 0)
        pieces.append(Used(int(usage.get("completion_tokens") or 0), read=read))
    if "cents" in chunk:
        pieces.append(Used(0, chunk["cents"], dearer=bool(chunk.get("dearer"))))
    return pieces


def _shape(one: One) -> dict[str, Any]:
    name = one.name if _NAME.fullmatch(one.name) else "unknown"
    arguments = one.arguments if _is_object(one.arguments) else "{}"
    return {"id": one.id, "type": "function", "function": {"name": name, "arguments": arguments}}


def _is_object(text: str) -> bool:
    try:
        return isinstance(json.loads(text), dict)
    except (ValueError, RecursionError):
        return False


def _text(value: Any) -> str:
    return value if isinstance(value, str) else ""
