"""Orders in the passive are done; what lets somebody in is asked about."""

import pytest

from kippu.understand.mending.passive import in_active
from understand.home import call, understand


@pytest.mark.parametrize(
    ("text", "active"),
    [
        ("can the lights be changed to green", "change the lights to green"),
        ("Could my 7 am alarm be cancelled, please?", "cancel my 7 am alarm, please"),
        ("i'd like the heating set to 20", "set the heating to 20"),
        ("could you have the Kitchen Light turned off", "turn the Kitchen Light off"),
        ("would it be possible for the fan to be switched off", "switch the fan off"),
        ("the blinds need to be closed at 9", "close the blinds at 9"),
        ("can it be turned down", "turn it down"),
        ("can they be switched off", "switch them off"),
    ],
)
def test_the_order(text: str, active: str) -> None:
    assert in_active(text) == active


@pytest.mark.parametrize(
    "text",
    [
        "have the blinds closed", "will the lights be turned off", "i like it dimmed",
        "i want to be moved", "is the light turned off", "why should the lights be turned off",
        "i have the door locked already", "i need milk", "i want him taken there",
    ],
)  # fmt: skip
def test_none(text: str) -> None:
    assert in_active(text) == text


def test_it_is_done() -> None:
    off = call("home.turn_off", name="Kitchen Light")
    assert understand("i want the kitchen light turned off").calls == (off,)
    assert understand("i need the front door locked").calls == (call("home.lock", name="Front Door"),)


def test_what_lets_somebody_in_is_asked_about() -> None:
    meaning = understand("can the front door be unlocked")
    assert not meaning.calls and meaning.question == "Shall I unlock the Front Door?"
    assert understand("i need the garage opened").question == "Shall I open the garage door?"


def test_what_is_to_be_done_is_no_shopping() -> None:
    assert not understand("i need my hair to be cut").calls
