"""A plural of what some lights are called means all of these."""

from dataclasses import replace

import pytest

from kippu.turn import Call
from understand.home import HOME, call, thing, understand

SIDES = ["Left Bedside Lamp", "Right Bedside Lamp"]
BUILT = replace(HOME, things=(*HOME.things, *(thing(f"light.{name[:4]}", name, "Bedroom") for name in SIDES)))


def each(tool: str, names: list[str], **own: object) -> list[Call]:
    return [call(f"home.{tool}", name=name, **own) for name in names]


@pytest.mark.parametrize(
    ("text", "calls"),
    [
        ("turn on the lamps", each("turn_on", ["Floor Lamp", "Desk Lamp"])),
        ("make the lamps red", each("set_light", ["Floor Lamp", "Desk Lamp"], color="red")),
        (
            "turn on the lights and turn off the lamps",
            [
                call("home.turn_on", domain="light", name="all"),
                *each("turn_off", ["Floor Lamp", "Desk Lamp"]),
            ],
        ),
        (
            "dim the lights and the lamps",
            [call("home.change_brightness", domain="light", name="all", step=-20)],
        ),
    ],
)
def test_the_lamps_are_all_lamps(text: str, calls: list[Call]) -> None:
    assert [*understand(text).calls] == calls


@pytest.mark.parametrize("text", ["turn on the bedside lamps", "turn the bedside lights on"])
def test_a_part_of_several_names_is_each_of_them(text: str) -> None:
    assert [*understand(text, BUILT).calls] == each("turn_on", SIDES)


def test_one_of_them_is_asked_for() -> None:
    meaning = understand("turn on the bedside lamp", BUILT)
    assert not meaning.calls and [one.arguments["name"] for one in meaning.proposed] == SIDES
