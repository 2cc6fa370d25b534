"""A level behind "on", and the lights of the room that was spoken of."""

import pytest

from kippu.turn import Call
from understand.home import call, understand


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("put the living room light on 50", call("home.set_light", name="Living Room Light", brightness=50)),
        ("turn the bedroom light on to 30%", call("home.set_light", name="Bedroom Light", brightness=30)),
        ("put the bedroom light on at 50%", call("home.set_light", name="Bedroom Light", brightness=50)),
        ("put the heating on 20", call("home.set_temperature", name="Thermostat", temperature=20)),
    ],
)
def test_a_level_behind_on(text: str, expected: Call) -> None:
    assert understand(text).calls == (expected,)


@pytest.mark.parametrize(
    "text", ["turn the bedroom light on at 7", "turn the bedroom light on", "put milk on 2 lists"]
)
def test_no_level(text: str) -> None:
    assert all(not one.tool.startswith("home.set_") for one in understand(text).calls)


@pytest.mark.parametrize(
    "before",
    [
        call("home.change_temperature", area="Bedroom", domain="climate", step=1),
        call("home.temperature", area="Bedroom"),
    ],
)
def test_the_lights_are_those_of_the_room_that_was_spoken_of(before: Call) -> None:
    (dimmed,) = understand("dim the lights to 25", earlier=(before,)).calls
    assert (dimmed.tool, dimmed.arguments["area"]) == ("home.set_light", "Bedroom")
    for text in ("turn off the lights", "dim all the lights to 25", "dim the lights in the kitchen to 25"):
        assert all(
            one.arguments.get("area") != "Bedroom" for one in understand(text, earlier=(before,)).calls
        )


def test_behind_a_thing_they_are_all() -> None:
    earlier = (call("home.turn_on", name="Bedroom Light"),)
    assert understand("dim the lights to 25", earlier=earlier).calls[0].arguments["name"] == "all"
