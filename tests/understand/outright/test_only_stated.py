"""What is said without a verb lets nobody in, and with a question mark does nothing."""

import pytest

from ..home import call, understand

GARAGE = call("home.open", domain="cover", device_class="garage")
DOOR = call("home.unlock", name="Front Door")


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("front door open", [DOOR]),
        ("front door open again", [DOOR]),
        ("front door open now", [DOOR]),
        ("front door unlocked and garage open", [GARAGE, DOOR]),
        ("the garage open and the front door unlocked", [GARAGE, DOOR]),
        ("vacuum on?", [call("home.start", name="Robot Vacuum")]),
    ],
)
def test_it_is_asked_whether_to_act(text: str, asked: list[object]) -> None:
    meaning = understand(text)
    assert not meaning.calls and [*meaning.proposed] == asked


def test_what_is_plain_beside_it_is_done() -> None:
    lit, asked = understand("front door open and bedroom light on").calls
    assert (lit, asked.tool) == (call("home.turn_on", name="Bedroom Light"), "help.which")


@pytest.mark.parametrize(
    "text",
    [
        "garage open",
        "garage open please",
        "make the garage open",
        "open the garage",
        "garage open, and open the blinds",
    ],
)
def test_what_is_ordered_is_done(text: str) -> None:
    assert GARAGE.tool in [one.tool for one in understand(text).calls]


@pytest.mark.parametrize("text", ["blinds open", "bedroom light on and bathroom fan off"])
def test_what_lets_nobody_in_needs_no_verb(text: str) -> None:
    assert understand(text).calls


def test_what_is_told_to_be_open_and_to_be_locked_is_locked() -> None:
    assert understand("front door open again, lock it").calls == (call("home.lock", name="Front Door"),)
