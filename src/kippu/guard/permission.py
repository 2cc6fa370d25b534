"""May this call run? Asked of every call that a model wants, by whose words and which data it comes from.

What comes from outside is data, never an instruction. So what the person's own words ask for is settled
before anything foreign is read (control flow), and an argument counts as theirs only if it stands in those
words (data flow); the way of CaMeL (Debenedetti et al., 2025, arXiv:2503.18813), with the person in place of
its policies. Knows no model: whatever a model was talked into, it can only want calls.
"""

import re
import unicodedata
from collections.abc import Iterable, Mapping
from typing import Any, Literal

from kippu.turn import Call

Verdict = Literal["run", "ask", "refuse"]
"""Run it; run it on the person's yes to this exact call; or never."""


class Permission:
    """What one turn may do. Calls that ran are told to it, for one wish is one deed."""

    def __init__(self, words: str, wanted: Iterable[str], tainted: bool) -> None:
        """``words``: the person's own. ``wanted``: the tools that they ask for, by those words alone.

        ``tainted``: content from outside is in the conversation already.
        """
        self._words = _folded(words)
        self._wanted = frozenset(wanted)
        self._done: set[str] = set()
        self.tainted = tainted

    def judge(self, call: Call, acts: bool) -> Verdict:
        """What of this call, which a model wants now. ``acts``: it changes, sends or tells something."""
        if call.tool not in self._wanted:
            # Nobody but the model, or a text that it read, speaks for it.
            if self.tainted:
                return "refuse"
            return "ask" if acts else "run"
        if not acts or (self._is_theirs(call) and _key(call) not in self._done):
            return "run"
        return "ask"

    def ran(self, call: Call, tainted: bool) -> None:
        """It ran; ``tainted``: what it brought is from outside, and taints all that is wanted from now on."""
        self._done.add(_key(call))
        self.tainted = self.tainted or tainted

    def _is_theirs(self, call: Call) -> bool:
        """True when every value of the call stands in the person's own words."""
        return all(_stands_in(value, self._words) for value in _values(call.arguments))


def _values(argument: Any) -> Iterable[str]:
    """The text and figures in an argument, folded; a yes, a no and nothing say nothing of their own."""
    match argument:
        case None | bool():
            return
        case Mapping():
            for value in argument.values():
                yield from _values(value)
        case list() | tuple():
            for value in argument:
                yield from _values(value)
        case float() if argument.is_integer():
            yield str(int(argument))
        case _:
            yield _folded(str(argument))


def _stands_in(value: str, words: str) -> bool:
    """True when the value is in the words, and not as a part of a longer word or figure."""
    return bool(re.search(rf"(?<![a-z0-9])(?<!\d[.,]){re.escape(value)}(?![a-z0-9])(?![.,]\d)", words))


def _key(call: Call) -> str:
    return f"{call.tool} {sorted((name, repr(value)) for name, value in call.arguments.items())}"


def _folded(text: str) -> str:
    return " ".join(unicodedata.normalize("NFKC", text).casefold().split())
