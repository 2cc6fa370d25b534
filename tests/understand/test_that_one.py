from dataclasses import replace

import pytest

from kippu.turn import Call, Meaning
from kippu.understand.that_one import that_one
from understand.home import turn

REMINDER = Call("reminders.add", {"text": "take the cake out", "at": "2026-11-24T10:25:00"})
ALARM = Call("alarms.set", {"at": "2026-11-25T06:30:00", "repeat": "weekdays"})
BEHIND = replace(
    turn("make that 20", earlier=(REMINDER, ALARM)),
    undo=(
        (Call("reminders.remove", {"text": "take the cake out", "id": "7"}),),
        (Call("alarms.cancel", {"at": "2026-11-25T06:30:00", "id": "9"}),),
    ),
)


def pinned(call: Call) -> object:
    (made,) = that_one(Meaning("cues", 0.9, (call,)), BEHIND).calls
    assert {key: value for key, value in made.arguments.items() if key != "id"} == call.arguments
    return made.arguments.get("id")


@pytest.mark.parametrize(
    ("call", "id"),
    [
        (Call("reminders.remove", {"text": "take the cake out"}), "7"),
        (Call("reminders.move", {"text": "take the cake out", "at": "2026-11-24T11:00:00"}), "7"),
        (Call("alarms.cancel", {"at": "2026-11-25T06:30:00"}), "9"),
    ],
)
def test_what_was_put_down_before_is_meant_by_its_id(call: Call, id: str) -> None:
    assert pinned(call) == id


@pytest.mark.parametrize(
    "call",
    [
        Call("reminders.remove", {"text": "call ann"}),
        Call("reminders.remove", {}),
        Call("alarms.cancel", {"at": "2026-11-25T07:30:00"}),
        Call("alarms.set", {"at": "2026-11-25T06:30:00"}),
        Call("timers.cancel", {}),
    ],
)
def test_another_is_not(call: Call) -> None:
    assert pinned(call) is None
