"""A question that goes on to a thing that can't be so asks openly."""

import pytest

from understand.home import call, understand

LIGHTS = call("home.state", domain="light", state="off", ask="all")
DOOR = call("home.state", name="Front Door", state="locked", ask="is")


@pytest.mark.parametrize("text", ["and the front door", "玄関の鍵は？"])
def test_a_door_is_not_off(text: str) -> None:
    (asked,) = understand(text, earlier=(LIGHTS,)).calls
    assert asked.tool == "home.state" and asked.arguments["ask"] == "one" and "state" not in asked.arguments


@pytest.mark.parametrize(
    ("text", "name"), [("and the coffee machine", "Coffee Machine"), ("換気扇は？", "Bathroom Fan")]
)
def test_what_can_be_so_is_asked_the_same(text: str, name: str) -> None:
    (asked,) = understand(text, earlier=(LIGHTS,)).calls
    assert asked.arguments["name"] == name and asked.arguments["state"] == "off"


def test_lights_are_not_locked() -> None:
    (asked,) = understand("and the kitchen light", earlier=(DOOR,)).calls
    assert "state" not in asked.arguments
