"""Where fewer are there than were ordered, it is said how many."""

import pytest

from ..home import call, understand

FAN = call("home.turn_off", domain="fan", name="all")
LAMPS = (call("home.turn_on", name="Floor Lamp"), call("home.turn_on", name="Desk Lamp"))


@pytest.mark.parametrize(
    ("text", "done", "there"),
    [
        ("turn off both fans", (FAN,), ["Bathroom Fan"]),
        ("turn off all three of the fans", (FAN,), ["Bathroom Fan"]),
        ("turn on all three lamps", LAMPS, ["Floor Lamp", "Desk Lamp"]),
        ("turn on ten lamps", LAMPS, ["Floor Lamp", "Desk Lamp"]),
        ("turn off the four lights in the kitchen",
         (call("home.turn_off", area="Kitchen", domain="light"),), ["Kitchen Light"]),
        ("ファンを3つ消して", (FAN,), ["換気扇"]),
    ],
)  # fmt: skip
def test_it_is_said_how_many(text: str, done: tuple[object, ...], there: list[str]) -> None:
    told = call("about.no_more", count=len(there), names=", ".join(there))
    assert understand(text).calls == (*done, told)


@pytest.mark.parametrize("text", ["turn on both lamps", "turn on six lights", "turn off the fan"])
def test_where_there_are_so_many_nothing_is_said(text: str) -> None:
    assert all(one.tool.startswith("home.") for one in understand(text).calls)


def test_all_of_so_many_is_no_level() -> None:
    assert (understand("turn off all four lights").question or "").startswith("Which four: ")


@pytest.mark.parametrize("text", ["unlock three doors", "ドア3つ開けて"])
def test_nobody_is_let_in_where_another_door_may_be_meant(text: str) -> None:
    meaning = understand(text)
    assert not meaning.calls and meaning.question
    assert [one.tool for one in meaning.proposed] == ["home.unlock"]
