"""What is asked of the assistant itself in Japanese: what it can do, and that it may leave off.

The encoder's chance of it counts as talk, since nothing is to be done.
"""

from collections.abc import Callable
from datetime import datetime

from kippu.engines.encoder import Heard
from kippu.turn import Meaning
from kippu.understand.free.parts import Parts
from kippu.understand.free.plainly import plainly

_SURE = 0.8
"""Chance from which it is answered; see the curve in docs/models/free-ja.md."""
_ITSELF = frozenset({"help.what", "help.never_mind"})


def of_itself(
    heard: Heard, parts: Parts, now: datetime, read: Callable[[str], Meaning | None]
) -> Meaning | None:
    """The answer, where that is what was heard."""
    tool, chance = max(heard.classes.items(), key=lambda one: one[1])
    if tool not in _ITSELF or chance < _SURE:
        return None
    found = next(filter(None, map(read, plainly(tool, parts, now))), None)
    calls = found.calls if found else ()
    return Meaning("layer", chance, calls) if [call.tool for call in calls] == [tool] else None
