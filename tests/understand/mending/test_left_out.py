"""What is left out without a word like "except"."""

import pytest

from kippu.turn import Call
from understand.home import call, understand


def rooms(calls: tuple[Call, ...], tool: str = "home.turn_off") -> set[object]:
    return {one.arguments.get("area") for one in calls if one.tool == tool}


@pytest.mark.parametrize(
    "text",
    [
        "leave only the kitchen light on",
        "only leave the kitchen light on",
        "keep just the kitchen light on",
        "キッチンの電気だけ残して",
        "キッチンの電気だけ消さないで、あと全部消して",
        "キッチンの電気は残して、他は全部消して",
        "家じゅうの電気を消して、ただしキッチンは除く",
        "電気は全部消して、キッチン以外",
    ],
)
def test_all_other_lights_go_off(text: str) -> None:
    said = understand(text)
    assert {one.tool for one in said.calls} == {"home.turn_off"}
    assert all(one.arguments.get("domain") == "light" for one in said.calls)
    assert rooms(said.calls) == {"Living Room", "Bedroom", "Bathroom", "Study"}


@pytest.mark.parametrize("text", ["only the bedroom light should be on", "i only want the bedroom light on"])
def test_what_alone_shall_be_on_is_turned_on(text: str) -> None:
    said = understand(text)
    assert said.calls[-1] == call("home.turn_on", name="Bedroom Light")
    assert "Bedroom" not in rooms(said.calls)


@pytest.mark.parametrize(
    "text", ["lights on everywhere but upstairs", "turn on all the lights but not upstairs"]
)
def test_everywhere_but_a_floor(text: str) -> None:
    assert rooms(understand(text).calls, "home.turn_on") == {"Kitchen", "Living Room"}


@pytest.mark.parametrize(
    "text",
    [
        "全部消して。でも暖房はそのままで",
        "暖房以外全部消して",
        "暖房以外消して",
        "turn off everything except the heating",
    ],
)
def test_what_is_not_switched_anyway_is_left(text: str) -> None:
    assert understand(text).calls == (call("home.turn_off", name="all"),)


@pytest.mark.parametrize("text", ["i like everything but cheese", "nobody but me is home", "only the brave"])
def test_other_words_are_no_exception(text: str) -> None:
    assert not understand(text).calls


def test_only_one_that_is_not_known_is_asked_about() -> None:
    assert not understand("leave only the porch light on").calls or understand(
        "leave only the porch light on"
    ).calls == (call("about.left"),)
