""" "The others" behind a command are more things of its kind."""

import pytest

from kippu.turn import Call
from understand.home import call, understand

BEDROOM = call("home.turn_on", name="Bedroom Light")
LAMP = call("home.turn_on", name="Floor Lamp")
BLINDS = call("home.open", name="Bedroom Blinds")
LIGHTS = call("home.state", domain="light", state="on", ask="which")


@pytest.mark.parametrize(
    ("before", "text", "told"),
    [
        (BEDROOM, "which ones are on?", LIGHTS),
        (BEDROOM, "are the others on too", LIGHTS),
        (BEDROOM, "are any of the others still on?", LIGHTS),
        (BEDROOM, "is any other light on", LIGHTS),
        (BEDROOM, "他はついてる？", LIGHTS),
        (BEDROOM, "どれがついてる？", LIGHTS),
        (BLINDS, "which of them are closed", call("home.state", domain="cover", device_class="blind",
                                                   state="closed", ask="which")),
        (LAMP, "turn off the other light", call("home.turn_off", name="Living Room Light")),
        (LAMP, "turn off the other lights", call("home.turn_off", name="Living Room Light")),
        (LAMP, "turn on the other one too", call("home.turn_on", name="Living Room Light")),
    ],
)  # fmt: skip
def test_they_are_of_the_kind_that_was_spoken_of(before: Call, text: str, told: Call) -> None:
    assert understand(text, earlier=(before,)).calls == (told,)


@pytest.mark.parametrize("text", ["turn on the others too", "ほかの電気も全部つけて"])
def test_all_of_the_home_but_the_one(text: str) -> None:
    calls = understand(text, earlier=(BEDROOM,)).calls
    assert {one.tool for one in calls} == {"home.turn_on"}
    rooms = {one.arguments["area"] for one in calls}
    assert rooms == {"Kitchen", "Living Room", "Bathroom", "Study"}


@pytest.mark.parametrize(
    ("before", "text"),
    [
        (BEDROOM, "are the other doors locked"),
        (call("lists.add", item="milk", list="shopping"), "which ones are on?"),
        (call("home.set_temperature", name="Thermostat", temperature=21), "turn off the others"),
    ],
)
def test_what_is_of_another_kind_stays_as_it_was_said(before: Call, text: str) -> None:
    assert understand(text, earlier=(before,)).calls != (LIGHTS,)
    assert not any(one.tool == "home.turn_off" for one in understand(text, earlier=(before,)).calls)
