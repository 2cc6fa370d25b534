"""What is said of the assistant itself, and is no business of a chat model, which does not know: what it can
do, and that nothing is wanted.
"""

from collections.abc import Callable, Mapping
from datetime import datetime

from kippu.turn import Meaning
from kippu.understand.free.parts import Parts
from kippu.understand.free.plainly import plainly

_TOOLS = ("help.what", "help.never_mind")
_SURELY = 0.95
"""Chance from which it is believed: of all sorts of talk, these two are told apart the least."""


def of_itself(
    chances: Mapping[str, float], parts: Parts, now: datetime, read: Callable[[str], Meaning | None]
) -> Meaning | None:
    """The call, where one of them is surely heard; ``chances`` by class."""
    name = next((name for name in _TOOLS if chances.get(name, 0.0) >= _SURELY), "")
    plain = next(plainly(name, parts, now), "") if name else ""
    found = read(plain) if plain else None
    return Meaning("layer", chances[name], found.calls) if found and found.calls else None
