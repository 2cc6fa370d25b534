"""What a command means beside those before it in its sentence."""

from dataclasses import replace

import pytest

from kippu.names import Names, Room
from kippu.turn import Call
from understand.home import HOME, call, thing, understand

LAMP, LIGHT = "Floor Lamp", "Living Room Light"


def lit(**colors: str) -> list[Call]:
    return [
        call("home.set_light", name=name.replace("_", " "), color=color) for name, color in colors.items()
    ]


@pytest.mark.parametrize(
    "text",
    [
        "make the living room light red and the lamp blue",
        "リビングの電気を赤にしてランプを青にして",
        "リビングの電気を赤、ランプを青にして",
    ],
)
def test_the_lamp_is_no_other_light(text: str) -> None:
    assert [*understand(text).calls] == lit(Living_Room_Light="red", Floor_Lamp="blue")


@pytest.mark.parametrize(
    "text",
    [
        "make the lamp in the living room red and the light blue",
        "make the floor lamp red and the living room lights blue",
        "turn the lamp red and the light blue in the living room",
        "リビングのランプを赤、電気を青にして",
    ],
)
def test_the_other_light_leaves_the_lamp_as_it_was_just_made(text: str) -> None:
    assert [*understand(text).calls] == lit(Floor_Lamp="red", Living_Room_Light="blue")


@pytest.mark.parametrize(
    "text", ["turn on the floor lamp and turn off the lights", "フロアランプをつけて電気を消して"]
)
def test_what_was_just_turned_on_stays_on(text: str) -> None:
    assert [*understand(text).calls] == [
        call("home.turn_on", name=LAMP),
        call("home.turn_off", name=LIGHT),
    ]


def test_all_are_all_of_them() -> None:
    meant = understand("turn on the floor lamp and make all the lights in the living room red").calls
    assert meant[-1] == call("home.set_light", area="Living Room", domain="light", color="red")


def test_what_has_another_value_but_no_other_thing_is_meant_again() -> None:
    meant = understand("turn on the kitchen light and dim the light to 30%").calls
    assert meant[-1].arguments == {"area": "Kitchen", "domain": "light", "brightness": 30}


def test_what_would_undo_the_only_one_there_is_of_another_room() -> None:
    home = Names(
        things=(
            thing("climate.lounge", "Thermostat", "Lounge"),
            thing("climate.bedroom", "Bedroom Radiator", "Bedroom"),
        ),
        rooms=(Room("Lounge"), Room("Bedroom")),
    )
    assert [*understand("set the thermostat to 20 and the radiator to 18", home).calls] == [
        call("home.set_temperature", name="Thermostat", temperature=20),
        call("home.set_temperature", name="Bedroom Radiator", temperature=18),
    ]


BACK = replace(HOME, things=(*HOME.things, thing("lock.back", "Back Door", "Kitchen", "勝手口の鍵")))


@pytest.mark.parametrize(
    ("text", "tool", "name", "domain"),
    [
        ("玄関の鍵を閉めて鍵を開けて", "unlock", "Entrance", "lock"),
        ("キッチンの電気をつけて電気を消して", "turn_off", "Kitchen", "light"),
        ("turn on the kitchen light and turn off the light", "turn_off", "Kitchen", "light"),
    ],
)
def test_the_same_word_is_the_same_thing(text: str, tool: str, name: str, domain: str) -> None:
    assert understand(text, BACK).calls[-1] == call(f"home.{tool}", area=name, domain=domain)


@pytest.mark.parametrize(
    "text", ["turn off the kitchen light and turn on the lamp", "キッチンの電気を消してランプをつけて"]
)
def test_another_word_is_no_thing_that_was_just_turned_off(text: str) -> None:
    done, asked = understand(text).calls
    assert done == call("home.turn_off", name="Kitchen Light")
    assert [one["arguments"]["name"] for one in asked.arguments["calls"]] == ["Floor Lamp", "Desk Lamp"]
