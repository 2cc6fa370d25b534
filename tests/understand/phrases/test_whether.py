"""What is to be done if something is so: that is looked at. What has to happen is asked about."""

import pytest

from kippu.turn import Call, Condition
from understand.home import call, understand

HEATING_OFF = call("home.turn_off", name="Thermostat")
WINDOW = call("home.state", name="Study Window", state="on", ask="is")
WINDOWS = {"device_class": "window"}
DOOR = {"name": "Front Door", "ask": "is"}
LAMP_ON = call("home.turn_on", name="Floor Lamp")
LIT = call("home.state", domain="light", state="on", ask="any")


@pytest.mark.parametrize(
    ("text", "condition", "done"),
    [
        ("if the study window is open turn the heating off", Condition(WINDOW), HEATING_OFF),
        ("if the study window is open, then turn the heating off", Condition(WINDOW), HEATING_OFF),
        ("turn the heating off if the study window is open", Condition(WINDOW), HEATING_OFF),
        ("turn the heating off unless the study window is open", Condition(WINDOW, False), HEATING_OFF),
        (
            "if the front door is unlocked lock it",
            Condition(call("home.state", **DOOR, state="unlocked")),
            call("home.lock", name="Front Door"),
        ),
        (
            "if the front door isn't locked, lock it",
            Condition(call("home.state", **DOOR, state="locked"), False),
            call("home.lock", name="Front Door"),
        ),
        (
            "if the floor lamp's still on turn it off",
            Condition(call("home.state", name="Floor Lamp", state="on", ask="is")),
            call("home.turn_off", name="Floor Lamp"),
        ),
        ("if no lights are on, turn on the floor lamp", Condition(LIT, False), LAMP_ON),
        (
            "if any light is on start a 5 minute timer",
            Condition(LIT),
            call("timers.start", minutes=5),
        ),
        (
            "if the vacuum is running stop it",
            Condition(call("home.state", name="Robot Vacuum", state="cleaning", ask="is")),
            call("home.stop", name="Robot Vacuum"),
        ),
        (
            "if it's colder than 18 degrees in the bedroom turn on the heating",
            Condition(call("home.temperature", area="Bedroom", compare="below", than=18.0)),
            call("home.turn_on", name="Thermostat"),
        ),
        (
            "窓が開いてたら暖房を消して",
            Condition(call("home.state", **WINDOWS, state="open", ask="any")),
            call("home.turn_off", domain="climate"),
        ),
        (
            "窓が開いている場合は暖房を切って",
            Condition(call("home.state", **WINDOWS, state="open", ask="any")),
            call("home.turn_off", domain="climate"),
        ),
        (
            "玄関の鍵が閉まってなかったら閉めて",
            Condition(call("home.state", area="Entrance", domain="lock", state="locked", ask="all"), False),
            call("home.lock", area="Entrance", domain="lock"),
        ),
        (
            "寝室が25度以上ならエアコンをつけて",
            Condition(call("home.temperature", area="Bedroom", compare="at_least", than=25.0)),
            call("home.turn_on", name="Thermostat"),
        ),
    ],
)
def test_it_is_done_if_that_is_so(text: str, condition: Condition, done: Call) -> None:
    meaning = understand(text)
    assert (meaning.condition, meaning.calls, meaning.question) == (condition, (done,), None)


@pytest.mark.parametrize(
    "text",
    [
        "when the study window is open turn the heating off",
        "if I leave the house turn everything off",
        "窓を開けたら暖房を消して",
    ],
)
def test_nothing_waits_for_what_has_to_happen(text: str) -> None:
    meaning = understand(text)
    assert not meaning.calls and meaning.question


@pytest.mark.parametrize(
    "text", ["if the light is on unlock the front door", "電気がついてたら玄関の鍵を開けて"]
)
def test_nobody_is_let_in_on_a_condition(text: str) -> None:
    assert not understand(text).calls


def test_the_words_of_a_reminder_are_its_own() -> None:
    meaning = understand("remind me at 6 to close the study window if it is open")
    assert [one.tool for one in meaning.calls] == ["reminders.add"] and meaning.condition is None
