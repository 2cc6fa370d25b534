"""May this call run? Asked of every call that a model wants, by whose words and which data it comes from.

What comes from outside is data, never an instruction. So what the person's own words ask for is settled
before anything foreign is read (control flow), and an argument counts as theirs only if it stands in those
words (data flow); the way of CaMeL (Debenedetti et al., 2025, arXiv:2503.18813), with the person in place of
its policies. Knows no model: whatever a model was talked into, it can only want calls.
"""

from collections.abc import Collection, Iterable, Mapping
from typing import Any, Literal

from kippu.guard.ownwords import folded, forbids, stands_in, tells
from kippu.turn import Call, pasted

Verdict = Literal["run", "ask", "refuse"]
"""Run it; run it on the person's yes to this exact call; or never."""

_NOES = 3
"""So often a person says no to a tool in one turn; then they are not asked for it again."""
_CHOSEN_FROM = 4
"""Tools that may be offered and all be wanted. Of more, a plan that wants nearly all has chosen none."""
_NEARLY_ALL = 0.75


class Permission:
    """What one turn may do. What became of each call is told to it, for one wish is one deed."""

    def __init__(self, words: str, wanted: Collection[str], tainted: bool, offered: int = 0) -> None:
        """``words``: the person's own. ``wanted``: the tools that they ask for, by those words alone.

        ``tainted``: content from outside is in the conversation already. ``offered``: of how many tools the
        wanted ones were chosen.
        """
        foreign = pasted(words)
        chose = offered <= _CHOSEN_FROM or len(set(wanted)) <= _NEARLY_ALL * offered
        self._words = "" if foreign else folded(words)
        self._wanted = frozenset(wanted if chose else ())
        self._done: dict[str, set[str]] = {}
        self._noes: dict[str, set[frozenset[str]]] = {}
        self.tainted = tainted or foreign

    def judge(self, call: Call, acts: bool) -> Verdict:
        """What of this call, which a model wants now.

        ``acts``: it changes something, or tells somebody outside of something, if only by an address.
        """
        if call.tool not in self._wanted and self.tainted:
            # Nobody but a text from outside speaks for it.
            return "refuse"
        if not acts or (call.tool in self._wanted and self._is_theirs(call) and self._is_new(call)):
            return "run"
        noes = self._noes.get(call.tool, set())
        return "refuse" if len(noes) >= _NOES or frozenset(_values(call.arguments)) in noes else "ask"

    def ran(self, call: Call, tainted: bool) -> None:
        """It ran; ``tainted``: what it brought is from outside, and taints all that is wanted from now on."""
        self._done.setdefault(call.tool, set()).update(_values(call.arguments))
        self.tainted = self.tainted or tainted

    def declined(self, call: Call) -> None:
        """The person said no to it, and so to the same once more."""
        self._noes.setdefault(call.tool, set()).add(frozenset(_values(call.arguments)))

    def _is_theirs(self, call: Call) -> bool:
        """True when every value of the call stands in the person's own words, and these forbid nothing.

        Once there is taint, one of them must also tell: "13" stands in "on June 13", but is no word for
        file 13. A call without values stands in no words.
        """
        if forbids(self._words):
            return False
        values = _values(call.arguments)
        whose = not self.tainted or any(map(tells, values))
        return whose and all(stands_in(value, self._words) for value in values)

    def _is_new(self, call: Call) -> bool:
        """True when it has a value that no deed of its tool had: "50 to Alice" is no wish to do it twice."""
        done = self._done.get(call.tool)
        return done is None or not _values(call.arguments) <= done


def _values(arguments: Mapping[str, Any]) -> set[str]:
    """All that an argument says, folded."""
    return {value for argument in arguments.values() for value in _said(argument)}


def _said(argument: Any) -> Iterable[str]:
    match argument:
        case None:
            return
        case Mapping():
            # The names in it are the model's choice as much as what they name.
            for name, value in argument.items():
                yield folded(str(name))
                yield from _said(value)
        case list() | tuple() | set() | frozenset():
            for value in argument:
                yield from _said(value)
        case float() if argument.is_integer():
            yield str(int(argument))
        case _:
            yield folded(str(argument))
