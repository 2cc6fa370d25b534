"""Whether two readers mean the same deed, whatever words each knows for it. Knows calls alone."""

from collections.abc import Sequence

from kippu.turn import Call
from kippu.understand.cues import target_of
from kippu.understand.free.elsewhere import PLACES

_START = frozenset({"home.turn_on", "home.start", "home.clean"})


def aims(calls: Sequence[Call]) -> list[tuple[str, dict[str, object]]]:
    """What is done to what, and which way; by how much may be said in words that only one reader knows."""
    return [
        (call.tool, {key: value > 0 if key == "step" else value for key, value in call.arguments.items()})
        for call in calls
    ]


def buttons(calls: Sequence[Call]) -> list[tuple[str, object]]:
    """Which are pressed, wherever."""
    return [(call.tool, call.arguments.get("command")) for call in calls]


def is_placed(calls: Sequence[Call]) -> bool:
    """Whether each says where."""
    return all(PLACES & call.arguments.keys() for call in calls)


def is_fuller(heard: Sequence[Call], read: Sequence[Call]) -> bool:
    """Whether the one tool was read with nothing, and heard with something."""
    if len(heard) != 1 or len(read) != 1 or heard[0].tool != read[0].tool:
        return False
    return bool(heard[0].arguments) and not read[0].arguments


def same_deed(heard: Sequence[Call], proposed: Sequence[Call]) -> bool:
    """Whether two readers mean the same: one may name the thing, the other its room and kind."""
    return len(heard) == len(proposed) and all(map(_same, heard, proposed))


def _same(one: Call, other: Call) -> bool:
    tools = {one.tool, other.tool}
    if len(tools) > 1 and not tools <= _START:
        return False
    where, there = target_of(one), target_of(other)
    if any(where[key] != there[key] for key in where.keys() & there.keys() if where[key] != "all"):
        return False
    mine = {key: value for key, value in one.arguments.items() if key not in where}
    its = {key: value for key, value in other.arguments.items() if key not in there}
    if "step" in mine and "step" in its:  # by how much may be said in words that only one knows
        return bool((mine["step"] > 0) == (its["step"] > 0))
    return mine == its
