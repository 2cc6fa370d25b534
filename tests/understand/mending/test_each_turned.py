"""What one word does to two, and two words to one."""

import pytest

from kippu.turn import Call
from understand.home import call, understand


@pytest.mark.parametrize(
    ("text", "step"), [("turn down the music and the lights", -1), ("turn the music and the lights up", 1)]
)
def test_neither_is_lost(text: str, step: int) -> None:
    assert [(one.tool, one.arguments["step"]) for one in understand(text).calls] == [
        ("home.change_volume", 10 * step),
        ("home.change_brightness", 20 * step),
    ]


@pytest.mark.parametrize(
    "text", ["make the living room light pink and 20 percent", "make the living room light pink and 20%"]
)
def test_a_level_beside_a_colour(text: str) -> None:
    assert understand(text).calls == (
        call("home.set_light", name="Living Room Light", color="pink", brightness=20),
    )


@pytest.mark.parametrize(
    "text",
    [
        "turn the lights on in the kitchen and the bedroom, and close the blinds",
        "turn the lights on in the bedroom and the kitchen, and close the blinds",
        "turn on the lights in the kitchen and the bedroom and close the blinds",
    ],
)
def test_no_room_is_lost_before_another_order(text: str) -> None:
    calls = understand(text).calls
    assert {one.arguments.get("area") for one in calls if one.tool == "home.turn_on"} == {
        "Kitchen",
        "Bedroom",
    }
    (closed,) = (one for one in calls if one.tool == "home.close")
    assert closed.arguments.get("area") in {None, "Bedroom"}


def test_a_room_belongs_to_the_order_before_it() -> None:
    said = understand("switch the lights on in the bathroom and the study and off in the kitchen")
    assert {(one.tool, one.arguments["area"]) for one in said.calls} == {
        ("home.turn_on", "Bathroom"), ("home.turn_on", "Study"), ("home.turn_off", "Kitchen"),
    }  # fmt: skip


@pytest.mark.parametrize("text", ["turn down the heat and the volume of debate", "what is 20 and 20 percent"])
def test_other_words_stay(text: str) -> None:
    calls: tuple[Call, ...] = understand(text).calls
    assert not any(one.tool == "home.change_brightness" for one in calls)
