"""What can't be done to "it" is said, and the rest is done."""

import pytest

from ..home import call, understand

DOOR, JAZZ = call("home.lock", name="Front Door"), call("home.play", query="jazz")
LAMP, COFFEE = call("home.turn_on", name="Kitchen Light"), call("home.turn_on", name="Coffee Machine")


@pytest.mark.parametrize(
    ("text", "done", "left"),
    [
        ("lock the front door and turn it off", [DOOR], "turn it off"),
        ("turn on the kitchen light and unlock it", [LAMP], "unlock it"),
        ("turn on the coffee machine and set it to 50 percent", [COFFEE], "set it to 50 percent"),
        ("lock the front door and turn it off and play jazz", [DOOR, JAZZ], "turn it off"),
    ],
)
def test_the_rest_is_done(text: str, done: list[object], left: str) -> None:
    assert [*understand(text).calls] == [*done, call("about.not_done", what=left)]


@pytest.mark.parametrize("text", ["close the front door and lock it", "turn on the kitchen light and dim it"])
def test_nothing_is_left_out_that_can_be_done(text: str) -> None:
    assert all(one.tool.startswith("home.") for one in understand(text).calls)


def test_no_door_is_unlocked_for_another_thing() -> None:
    assert [one.tool for one in understand("unlock it", earlier=(LAMP,)).calls] == ["about.which"]


@pytest.mark.parametrize(
    ("text", "planned", "left"),
    [
        ("turn off the fan and unlock it in 5 minutes", ["turn off the fan"], "unlock it"),
        ("in 5 minutes turn off the fan and lock it", ["turn off the fan"], "lock it"),
        ("close the blinds and unlock it at 10 pm", ["close all blinds"], "unlock it"),
        ("turn off the lights and lock it at 10 pm", ["turn off all lights"], "lock it"),
        ("lock the front door and turn it off at 9", ["lock the Front Door"], "turn it off"),
        ("turn off the fan and lock it every day at 7", ["turn off the fan"], "lock it"),
    ],
)
def test_the_rest_is_planned(text: str, planned: list[str], left: str) -> None:
    *timers, last = understand(text).calls
    assert [one.arguments["command"] for one in timers] == planned
    assert last == call("about.not_done", what=left)


@pytest.mark.parametrize(
    "text",
    [
        "if it rains lock the front door and turn it off",
        "when I leave lock the front door and turn it off",
        "lock the front door and turn it off when I leave",
        "lock the front door and turn it off unless it rains",
    ],
)
def test_what_is_to_wait_is_asked_about(text: str) -> None:
    found = understand(text)
    assert (found.question or "").endswith("Shall I lock the Front Door?") and not found.calls


def test_where_nothing_is_named_it_is_asked() -> None:
    assert understand("turn it off and unlock it in 5 minutes").calls == (call("about.which"),)
