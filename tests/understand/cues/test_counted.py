"""A number of things is no level, and so many of more are asked for."""

import pytest

from understand.home import call, understand

LIVING = {"area": "Living Room", "domain": "light"}


@pytest.mark.parametrize(
    "text",
    [
        "turn on two lights",
        "turn on both lights",
        "turn on one of the lights in the living room",
        "dim two of the lights upstairs",
        "電気を2つつけて",
        "リビングの照明を一つだけつけて",
        "両方の電気をつけて",
    ],
)
def test_which_of_more_is_asked(text: str) -> None:
    meaning = understand(text)
    assert meaning.question and not meaning.calls
    assert all("name" in one.arguments for one in meaning.proposed)


@pytest.mark.parametrize(
    "text",
    [
        "turn on both lights in the living room",
        "turn 2 lights on in the living room",
        "リビングのライトを2つつけて",
        "リビングの2つの照明をつけて",
    ],
)
def test_so_many_as_there_are_are_all(text: str) -> None:
    assert [*understand(text).calls] == [call("home.turn_on", **LIVING)]


@pytest.mark.parametrize("text", ["turn on both lamps", "ランプを2つつけて"])
def test_so_many_of_a_name_are_these(text: str) -> None:
    names = [one.arguments["name"] for one in understand(text).calls]
    assert names == ["Floor Lamp", "Desk Lamp"]


def test_how_many_is_no_level() -> None:
    assert [*understand("dim the two lights in the living room to 30").calls] == [
        call("home.set_light", **LIVING, brightness=30)
    ]


@pytest.mark.parametrize("text", ["lights to 50", "set the lights at 5"])
def test_a_level_counts_nothing(text: str) -> None:
    meaning = understand(text)
    assert {one.tool for one in (*meaning.calls, *meaning.proposed)} == {"home.set_light"}
