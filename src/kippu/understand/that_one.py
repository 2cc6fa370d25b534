"""The very one that was put down before, where a sentence takes it away or moves it: two reminders may say
the same."""

from collections.abc import Iterator
from dataclasses import replace

from kippu.turn import Call, Meaning, Turn

_MOVES = {"alarms.cancel": "alarms.move", "reminders.remove": "reminders.move"}
"""What moves a thing, by what takes it away."""


def that_one(meaning: Meaning, turn: Turn) -> Meaning:
    """The meaning; what its calls say of a thing that the turn before put down is that thing's id, too."""
    ids = list(_put_down(turn))
    if not ids or not meaning.calls:
        return meaning
    return replace(meaning, calls=tuple(_of(call, ids) for call in meaning.calls))


def _put_down(turn: Turn) -> Iterator[tuple[Call, Call]]:
    """Each call that put something down, with what takes that very thing away."""
    for call, way in zip(turn.earlier, turn.undo, strict=False):
        if len(way) == 1 and way[0].tool in _MOVES and "id" in way[0].arguments:
            yield call, way[0]


def _of(call: Call, ids: list[tuple[Call, Call]]) -> Call:
    given = call.arguments
    for put, away in ids:
        moves = call.tool == _MOVES[away.tool]
        said = {key: value for key, value in given.items() if not moves or key in ("text", "name")}
        same = bool(said) and all(put.arguments.get(key) == value for key, value in said.items())
        if (moves or call.tool == away.tool) and "id" not in given and same:
            return Call(call.tool, {**given, "id": away.arguments["id"]})
    return call
