"""The garage is a door to open, and a place to light."""

from dataclasses import replace

import pytest

from kippu.names import Names, Room
from understand.home import HOME, thing, understand

DOOR = thing("cover.garage", "Garage Door", None, "ガレージのドア", kind="garage")
NAMED = replace(HOME, things=(*HOME.things, DOOR))
BUILT = replace(
    HOME,
    things=(*HOME.things, replace(DOOR, room="Garage"), thing("light.garage", "Garage Light", "Garage")),
    rooms=(*HOME.rooms, Room("Garage", None, ("ガレージ",))),
)


def tools(said: str, home: Names) -> list[str]:
    return [call.tool for call in understand(said, home).calls]


SWITCHED = (
    "turn on everything in the garage",
    "turn off the garage",
    "turn the garage on",
    "switch everything off in the garage",
    "turn on the garage and open the blinds",
    "ガレージをつけて",
    "ガレージを全部消して",
    "ブラインドを開けてガレージをつけて",
)


@pytest.mark.parametrize("said", SWITCHED)
def test_what_is_switched_is_no_door(said: str) -> None:
    assert tools(said, HOME) == ["about.no_such_thing"]
    assert tools(said, NAMED) == []
    found = understand(said, BUILT).calls
    assert {"home.turn_on", "home.turn_off"} & {call.tool for call in found}
    assert not any(call.arguments.get("device_class") == "garage" for call in found)


@pytest.mark.parametrize(
    ("said", "tool"),
    [
        ("open the garage", "home.open"),
        ("close the garage door", "home.close"),
        ("turn on the kitchen light and open the garage", "home.open"),
        ("ガレージを開けて", "home.open"),
    ],
)
def test_what_is_opened_is_one(said: str, tool: str) -> None:
    for home in (HOME, NAMED, BUILT):
        assert tools(said, home)[-1] == tool


def test_everything_in_a_room_is_what_is_there() -> None:
    assert understand("turn on everything in the kitchen").calls[0].arguments == {
        "name": "all",
        "area": "Kitchen",
    }
    assert tools("close everything in the garage", BUILT) == ["home.close"]
    assert tools("close everything in the garage", HOME) == ["about.no_such_thing"]


@pytest.mark.parametrize(
    "said",
    ["lights on, garage closed", "turn on the lights and the garage closed", "garage closed, lights on"],
)
def test_what_shall_be_closed_is_one(said: str) -> None:
    for home in (HOME, BUILT):
        assert sorted(tools(said, home)) == ["home.close", "home.turn_on"]
