from datetime import UTC, datetime

import pytest

from kippu.turn import Message, Turn
from kippu.understand.outright.total import total


def turn(text: str, *before: str) -> Turn:
    lines = tuple(Message("user", line) for line in before)
    return Turn(text, "en", datetime(2026, 11, 24, tzinfo=UTC), "c", "t", lines, talked=bool(before))


@pytest.mark.parametrize(
    ("said", "expression"),
    [
        ("rent is 940, bills are 118, total?", "940 + 118"),
        ("petrol was 52.40 and parking 8, what's that altogether", "52.40 + 8"),
        ("lunch 12 dinner 30. so what's that in total", "12 + 30"),
        ("car 1,200, bike 300 and shoes 80 - how much is that together", "1200 + 300 + 80"),
    ],
)
def test_adds_what_is_told_by_name(said: str, expression: str) -> None:
    meaning = total(said, turn(said))
    assert meaning is not None
    assert [dict(call.arguments) for call in meaning.calls] == [{"expression": expression}]


@pytest.mark.parametrize(
    "said",
    [
        "3 shirts at 20 each, total?",
        "train at 9, bus at 10, together",
        "rent is 940, total?",
        "rent is 940 and bills are 118",
        "the bill was 90 minus 12 in total",
    ],
)
def test_leaves_what_is_no_list_of_amounts(said: str) -> None:
    assert total(said, turn(said)) is None


def test_adds_what_was_told_just_before() -> None:
    asks = turn("so what's that together", "rent is 940 and bills are 118")
    meaning = total(asks.text, asks)
    assert meaning is not None
    assert meaning.calls[0].arguments == {"expression": "940 + 118"}
    assert total("so what's that together", turn("", "my son is 7")) is None
