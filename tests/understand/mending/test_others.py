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
        (LAMP, "is the other light on", call("home.state", name="Living Room Light", state="on", ask="is")),
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
        (call("home.lock", name="Front Door"), "open the others"),
        (call("home.lock", name="Front Door"), "他も開けて"),
        (BLINDS, "他も開けて"),
        (BEDROOM, "close the others"),
        (BEDROOM, "turn off the others at 11"),
        (BEDROOM, "maybe turn off the others"),
        (BEDROOM, "my wife will turn off the others"),
        (BEDROOM, "他は消してから寝る"),
        (BEDROOM, "他は消してはだめ"),
        (call("home.media", name="Speaker", command="play"), "turn off the others"),
    ],
)
def test_no_other_sentence_does_anything(before: Call, text: str) -> None:
    calls = understand(text, earlier=(before,)).calls
    assert not any(one.tool.startswith("home.") and one.tool != "home.state" for one in calls)


def test_what_one_is_reminded_of_stays_as_it_was_said() -> None:
    (made,) = understand("remind me to turn off the others", earlier=(LAMP,)).calls
    assert made == call("reminders.add", text="turn off the others")


@pytest.mark.parametrize(
    ("before", "told"),
    [
        (
            (call("home.turn_off", domain="light", name="all"),),
            (call("home.state", domain="light", state="on", ask="all"),),
        ),
        (
            (call("home.turn_on", name="Floor Lamp"), BEDROOM),
            (
                call("home.state", name="Floor Lamp", state="on", ask="is"),
                call("home.state", name="Bedroom Light", state="on", ask="is"),
            ),
        ),
    ],
)
def test_they_may_be_several(before: tuple[Call, ...], told: tuple[Call, ...]) -> None:
    assert understand("are they on", earlier=before).calls == told
