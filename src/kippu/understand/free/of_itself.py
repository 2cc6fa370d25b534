"""What is said of the assistant itself, and is no business of a chat model, which does not know: what it can
do, and that nothing is wanted. The encoder's chance of it counts as talk, since nothing is to be done. And
why it did what it did: English has no plain sentence for that, since templates name the thing.
"""

from collections.abc import Callable, Mapping
from datetime import datetime

from kippu.engines.encoder import Heard
from kippu.turn import Call, Language, Meaning
from kippu.understand.free.parts import Parts
from kippu.understand.free.plainly import plainly

_TOOLS = ("help.what", "help.never_mind")
_WHY = "history.why"
_SURE: Mapping[Language, float] = {"en": 0.95, "ja": 0.8}
"""Chance from which it is answered; English tells it less well from other talk (docs/models/free.md)."""


def of_itself(
    heard: Heard, parts: Parts, now: datetime, read: Callable[[str], Meaning | None]
) -> Meaning | None:
    """The answer, where one of them is what was heard."""
    if parts.language == "en" and heard.classes.get(_WHY, 0.0) >= _SURE["en"]:
        return Meaning("layer", heard.classes[_WHY], (Call(_WHY, {}),))
    name = max(_TOOLS, key=lambda tool: heard.classes.get(tool, 0.0))
    chance = heard.classes.get(name, 0.0)
    if chance < _SURE[parts.language]:
        return None
    found = next(filter(None, map(read, plainly(name, parts, now))), None)
    calls = found.calls if found else ()
    return Meaning("layer", chance, calls) if [call.tool for call in calls] == [name] else None
