"""Commands for all but some, in the home of the tests."""

import pytest

from kippu.turn import Call
from understand.home import call, understand

UPSTAIRS_LIGHTS = {("Bedroom", "light"), ("Bathroom", "light"), ("Study", "light")}


def rooms(calls: tuple[Call, ...]) -> set[tuple[object, object]]:
    """Room and domain of each call."""
    return {(one.arguments.get("area"), one.arguments.get("domain")) for one in calls}


@pytest.mark.parametrize(
    "text",
    [
        "turn off all the lights except in the kitchen and the living room",
        "turn off the lights apart from the kitchen and the living room",
        "except for the kitchen and the living room, turn off all lights",
        "キッチンとリビング以外の電気を消して",
        "電気を全部消して、ただしキッチンとリビング以外",
    ],
)
def test_rooms_are_left_alone(text: str) -> None:
    said = understand(text)
    assert {one.tool for one in said.calls} == {"home.turn_off"}
    assert rooms(said.calls) == UPSTAIRS_LIGHTS


@pytest.mark.parametrize(
    "text",
    ["turn on the living room lights but not the floor lamp", "リビングのフロアランプ以外の電気をつけて"],
)
def test_a_thing_is_left_alone_and_its_neighbours_are_not(text: str) -> None:
    said = understand(text)
    assert call("home.turn_on", name="Living Room Light") in said.calls
    assert not any(one.arguments.get("name") == "Floor Lamp" for one in said.calls)
    assert ("Living Room", "light") not in rooms(said.calls)


def test_everything_but_a_thing_of_a_room() -> None:
    said = understand("turn off everything except the speaker")
    assert call("home.turn_off", name="all", area="Kitchen") in said.calls
    living = [one for one in said.calls if one.arguments.get("name") in {"Living Room Light", "Floor Lamp"}]
    assert len(living) == 2
    assert not any(one.arguments.get("name") == "Speaker" for one in said.calls)


@pytest.mark.parametrize("text", ["lights out everywhere but the hall", "玄関以外の電気を消して"])
def test_a_place_that_has_none_of_them_leaves_all(text: str) -> None:
    (one,) = understand(text).calls
    assert (one.tool, one.arguments.get("domain"), one.arguments.get("area")) == (
        "home.turn_off",
        "light",
        None,
    )


def test_a_command_after_the_exception_is_a_command_of_its_own() -> None:
    said = understand("turn off the lights except the kitchen and open the blinds")
    assert said.calls[-1].tool == "home.open"
    assert ("Kitchen", "light") not in rooms(said.calls)


@pytest.mark.parametrize(
    "text",
    ["turn off the lights except the gazebo", "turn on the bedroom light instead of the kitchen light",
     "あずまや以外の電気を消して"],
)  # fmt: skip
def test_an_exception_that_is_not_understood_is_asked_about(text: str) -> None:
    said = understand(text)
    assert not said.calls
    assert said.question


@pytest.mark.parametrize(
    "text",
    [
        "turn off the lights in the living room and the kitchen but leave the bedroom on",
        "turn off the lights in the living room and the kitchen but leave the bedroom light on",
    ],
)
def test_what_was_not_meant_need_not_be_spared(text: str) -> None:
    assert rooms(understand(text).calls) == {("Living Room", "light"), ("Kitchen", "light")}


def test_two_things_but_not_a_third() -> None:
    said = understand("turn on the kitchen light and the bedroom light but not the bathroom light")
    assert said.calls == (
        call("home.turn_on", name="Kitchen Light"),
        call("home.turn_on", name="Bedroom Light"),
    )


def test_the_lamp_is_the_one_of_the_floor() -> None:
    said = understand("turn everything off downstairs but leave the lamp on")
    assert {one.tool for one in said.calls} == {"home.turn_off"}
    assert call("home.turn_off", name="Living Room Light") in said.calls
    assert not any(one.arguments.get("name") == "Floor Lamp" for one in said.calls)
    assert ("Study", None) not in rooms(said.calls)


@pytest.mark.parametrize(
    "text",
    [
        "リビングの電気だけ残して全部消して",
        "リビングの電気以外全部消して",
        "電気はリビングだけ残して全部消して",
    ],
)
def test_all_is_the_lights_where_a_light_is_left(text: str) -> None:
    said = understand(text)
    assert not any(one.arguments.get("name") == "Speaker" for one in said.calls)
    assert all(
        one.arguments.get("domain") == "light" or one.arguments.get("name") == "Floor Lamp"
        for one in said.calls
    )


@pytest.mark.parametrize("text", ["寝室以外全部消して", "全部消して。でも電気はそのままで"])
def test_all_is_everything_where_no_one_light_is_left(text: str) -> None:
    assert any(one.arguments.get("domain") != "light" for one in understand(text).calls)
    assert understand(text).calls
