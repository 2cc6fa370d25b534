"""What is meant without its room, by what was spoken of: the lamp beside the light, the other one of two."""

from dataclasses import replace

import pytest

from kippu.names import Names
from kippu.turn import Call
from understand.home import HOME, call, understand

LIGHT = (call("home.turn_off", name="Living Room Light"),)
BOTH = (
    call("home.turn_on", area="Bedroom", domain="light"),
    call("home.turn_on", area="Bathroom", domain="light"),
)
LOOKED = (call("home.state", name="Coffee Machine", state="on", ask="is"),)


@pytest.mark.parametrize("text", ["same for the lamp", "and the lamp too", "do the same for the lamp"])
def test_the_lamp_is_that_of_its_room(text: str) -> None:
    assert understand(text, earlier=LIGHT).calls == (call("home.turn_off", name="Floor Lamp"),)


def test_a_correction_means_that_of_its_room_too() -> None:
    assert understand("no, the lamp", earlier=LIGHT).calls[-1] == call("home.turn_off", name="Floor Lamp")


def test_where_the_room_has_none_it_is_asked_which() -> None:
    calls = understand("and the lamp too", earlier=(call("home.turn_off", name="Kitchen Light"),)).calls
    assert [one.tool for one in calls] == ["help.which"]


def test_the_other_one_too() -> None:
    one = (call("home.turn_off", area="Bathroom", domain="light"),)
    meaning = understand("and the other one too", earlier=one, before=(BOTH,))
    assert [(each.tool, each.arguments["name"]) for each in meaning.calls] == [
        ("home.turn_off", "Bedroom Light")
    ]


def test_a_colour_is_for_what_can_have_one() -> None:
    coloured = tuple(
        replace(one, features=one.features | {"color"}) if one.name == "Floor Lamp" else one
        for one in HOME.things
    )
    meaning = understand("make the lamp red", Names(coloured, HOME.rooms, HOME.floors, HOME.lists))
    assert [(one.tool, one.arguments["name"]) for one in meaning.calls] == [("home.set_light", "Floor Lamp")]
    assert understand("make the lamp red").question


@pytest.mark.parametrize("text", ["now both off", "turn both off"])
def test_behind_an_open_question_both_are_not_the_whole_home(text: str) -> None:
    asked = (call("home.turn_on", name="Floor Lamp"), call("home.turn_on", name="Desk Lamp"))
    meaning = understand(text, asked=asked, offered=("Floor Lamp", "Desk Lamp"))
    assert meaning.calls == (call("about.which"),)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("and the heating?", call("home.state", name="Thermostat", state="on", ask="is")),
        ("and the heating", call("home.turn_off", name="Thermostat")),
    ],
)
def test_a_question_behind_a_question_and_its_order(text: str, expected: Call) -> None:
    done = (call("home.turn_off", name="Coffee Machine"),)
    assert understand(text, earlier=done, before=(LOOKED,)).calls == (expected,)


def test_what_is_still_on_is_what_was_looked_at() -> None:
    everything = (call("home.state", state="off", ask="all"),)
    off = understand("turn off whats still on", earlier=everything).calls
    assert off == understand("turn off everything").calls
    lights = (call("home.state", domain="light", state="on", ask="which"),)
    assert understand("turn off what's still on", earlier=lights).calls[0].arguments["domain"] == "light"


@pytest.mark.parametrize(
    "text", ["turn on the bedroom light if its off", "turn the bedroom light on if its not on"]
)
def test_if_its_off_is_looked_at_now(text: str) -> None:
    assert understand(text).calls == (call("home.turn_on", name="Bedroom Light"),)
