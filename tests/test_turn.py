"""What travels the line can't be changed on the way, and equals what says the same."""

from dataclasses import FrozenInstanceError, fields
from datetime import UTC, datetime

import pytest

from kippu.turn import Answer, Call, Meaning, Message, Outcome, Placement, Turn

AT = datetime(2026, 11, 24, 10, 0, tzinfo=UTC)
TURN = Turn("hello", "en", AT, "c", "t")
MEANING = Meaning("talk", 0.7)
PLACEMENT = Placement("pocket", "smollm2", "on this device: talk")


@pytest.mark.parametrize(
    "piece",
    [
        TURN,
        MEANING,
        PLACEMENT,
        Call("home.turn_on"),
        Message("user", "hello"),
        Outcome(Call("a.b"), True, "done"),
        Answer("t", "c", "hello", "en", MEANING, PLACEMENT),
    ],
)
def test_no_step_can_change_what_another_gave(piece: object) -> None:
    for field in fields(piece):  # type: ignore[arg-type]  # each is a data class
        with pytest.raises(FrozenInstanceError):
            setattr(piece, field.name, None)


def test_equal_by_what_it_says() -> None:
    assert Call("home.turn_on", {"name": "Lamp"}) == Call("home.turn_on", {"name": "Lamp"})
    assert Call("home.turn_on", {"name": "Lamp"}) != Call("home.turn_on", {"name": "Fan"})
    assert Turn("hello", "en", AT, "c", "t") == TURN


def test_two_turns_share_nothing_that_grows() -> None:
    first, second = Call("a.b"), Call("a.b")
    assert first.arguments is not second.arguments
    assert TURN.history == ()
