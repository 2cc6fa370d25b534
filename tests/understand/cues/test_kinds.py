"""A word for a kind that only some things of a room are called by means those."""

import pytest

from kippu.names import Names, Room
from understand.home import call, thing, understand

LOUNGE = Names(
    things=(
        thing("light.ceiling", "Ceiling Light", "Lounge", "天井の照明"),
        thing("light.floor", "Floor Lamp", "Lounge", "フロアランプ"),
        thing("light.table", "Table Lamp", "Lounge", "テーブルランプ"),
    ),
    rooms=(Room("Lounge", None, ("居間",)),),
)
LAMPS = [call("home.turn_off", name="Floor Lamp"), call("home.turn_off", name="Table Lamp")]


def test_several_lamps_are_no_other_lights() -> None:
    assert list(understand("turn off the lamps in the lounge", LOUNGE).calls) == LAMPS


@pytest.mark.parametrize("text", ["turn off the lamp in the lounge", "居間のランプを消して"])
def test_which_of_several_lamps_is_asked(text: str) -> None:
    meaning = understand(text, LOUNGE)
    assert not meaning.calls and [one.arguments["name"] for one in meaning.proposed] == [
        "Floor Lamp",
        "Table Lamp",
    ]


@pytest.mark.parametrize("text", ["turn off the lights in the lounge", "居間のライトを消して"])
def test_lights_are_all_of_them(text: str) -> None:
    assert [*understand(text, LOUNGE).calls] == [call("home.turn_off", area="Lounge", domain="light")]


@pytest.mark.parametrize(("text", "ask"), [("are the lamps on", "any"), ("are both lamps on", "all")])
def test_what_several_lamps_are_is_told_of_the_lights(text: str, ask: str) -> None:
    assert [*understand(text, LOUNGE).calls] == [call("home.state", domain="light", state="on", ask=ask)]


HEATED = Names(
    things=(
        thing("climate.lounge", "Thermostat", "Lounge"),
        thing("climate.bedroom", "Bedroom Radiator", "Bedroom"),
    ),
    rooms=(Room("Lounge"), Room("Bedroom")),
)


def test_several_are_more_than_the_one_that_is_just_called_so() -> None:
    assert [*understand("set both thermostats to 20", HEATED).calls] == [
        call("home.set_temperature", name="all", domain="climate", temperature=20)
    ]
