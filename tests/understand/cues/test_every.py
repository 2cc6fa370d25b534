"""A plural without a place means all of its kind, where nothing tells some of them apart."""

import pytest

from understand.home import understand


@pytest.mark.parametrize(
    "text",
    [
        "turn on the lights", "lights off", "please dim the lights", "make the lights blue",
        "close the blinds", "turn on the fans", "lock the doors", "close the windows",
    ],
)  # fmt: skip
def test_all_of_a_kind(text: str) -> None:
    (call,) = understand(text).calls
    assert call.arguments["name"] == "all" and call.arguments["domain"]


@pytest.mark.parametrize(
    "text",
    [
        "turn on the light", "turn off those lights", "turn off the lights on the left", "unlock the doors",
        "open the windows", "are the lights on", "skip two songs", "電気をつけて",
        "turn off the lights in here",
        "turn off the plugs", "open the valves", "turn off the red lights", "turn off her lights",
    ],
)  # fmt: skip
def test_what_is_asked_or_found_elsewhere(text: str) -> None:
    assert all("name" not in call.arguments for call in understand(text).calls)


@pytest.mark.parametrize(
    ("text", "tool"), [("toggle the desk lamp on", "turn_on"), ("flip the fan off", "turn_off")]
)
def test_which_way_it_is_flipped(text: str, tool: str) -> None:
    assert understand(text).calls[0].tool == f"home.{tool}"


def test_where_a_room_is_known_its_own_are_meant() -> None:
    (call,) = understand("turn on the lights", here="Kitchen").calls
    assert call.arguments == {"area": "Kitchen", "domain": "light"}
