"""A name and nothing else: "the kitchen light" orders nothing. How it is, is told; behind an order for
another thing it is asked whether the same is meant.
"""

from kippu.turn import Call, Meaning
from kippu.understand.asking.asking_back import shall_i
from kippu.understand.asking.refer import elsewhere
from kippu.understand.cues import aim, as_played
from kippu.understand.fitting import risky, things_of
from kippu.understand.mending.named_behind import is_name
from kippu.understand.reading.beside import is_act
from kippu.understand.reading.said import Said

_RUN = frozenset({"scene", "script", "automation", "button"})
"""What there is but one thing to do with."""


def named_alone(said: Said) -> Meaning | None:
    """The state of what is named; or the question whether what was done shall be done to it."""
    turn, frame = said.turn, said.frame
    if turn.asked or said.is_question or not is_name(frame):
        return None
    if said.language == "en" and as_played(said.text.casefold()) != said.text.casefold():
        return None  # "go to radio" is an order
    if said.text.endswith(("please", "お願い", "お願いします")):
        return None
    if any(not call.tool.startswith("home.") for call in turn.earlier):
        return None  # "lamps" behind an item of a list
    aims = aim(frame, said.index, None, turn.here).aims
    if len(aims) != 1 or aims[0].rivals or not {"name", "domain"} & aims[0].arguments.keys():
        return None
    state = Call("home.state", {**aims[0].arguments, "ask": "one"})
    things = things_of(state, said.names)
    placed = {"area", "floor"} & state.arguments.keys() or state.arguments.get("name", "all") != "all"
    several = len(things) > 1 and not placed
    if not things or several or any(thing.domain in _RUN for thing in things):
        return None
    same = (
        elsewhere(frame, said.index, turn.earlier[-1]) if turn.earlier and is_act(turn.earlier[-1]) else None
    )
    if same and same.calls and not any(risky(call, said.names) for call in same.calls):
        asked = shall_i(same.calls, said.language, names=said.names)
        return Meaning("cues", 0.9, question=asked, proposed=same.calls) if asked else None
    return Meaning("cues", 0.95, (state,))
