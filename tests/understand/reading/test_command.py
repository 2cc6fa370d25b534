"""Several commands of which one is for one of several things: it is asked about, and the others are done."""

from dataclasses import replace

import pytest

from kippu.turn import Call, Meaning
from understand.home import HOME, call, thing, understand

LAMPS = ["Floor Lamp", "Desk Lamp"]
BEDSIDE = ["Left Bedside Lamp", "Right Bedside Lamp"]
BUILT = replace(
    HOME,
    things=(*HOME.things, *(thing(f"light.{name[:4]}", name, "Bedroom", "枕元のランプ") for name in BEDSIDE)),
)
LIGHT = {"domain": "light"}
ALL = {**LIGHT, "name": "all"}
BLINDS = {"domain": "cover", "device_class": "blind", "name": "all"}


def asked(meaning: Meaning) -> tuple[list[Call], str, list[str]]:
    """What is done, what the question would do, and to which things."""
    *done, which = meaning.calls
    assert which.tool == "help.which"
    calls = which.arguments["calls"]
    (tool,) = {one["tool"] for one in calls}
    return done, tool, [one["arguments"]["name"] for one in calls]


@pytest.mark.parametrize(
    ("text", "done", "tool"),
    [
        ("turn off the lights and set the lamp to 50", call("home.turn_off", **ALL), "set_light"),
        ("dim the lights and turn on the lamp", call("home.change_brightness", **ALL, step=-20), "turn_on"),
        ("dim the lamp and turn on the lights", call("home.turn_on", **ALL), "change_brightness"),
        (
            "close the blinds and set the lamp to 30",
            call("home.close", **BLINDS),
            "set_light",
        ),
        ("電気を消してランプをつけて", call("home.turn_off", **LIGHT), "turn_on"),
        ("ランプを消して電気をつけて", call("home.turn_on", **LIGHT), "turn_off"),
        ("電気を赤くしてランプを青くして", call("home.set_light", **LIGHT, color="red"), "set_light"),
        ("電気を暗くしてランプをつけて", call("home.change_brightness", **LIGHT, step=-20), "turn_on"),
        ("turn on the lamp and play jazz", call("home.play", query="jazz"), "turn_on"),
    ],
)
def test_each_verb_is_for_its_own_thing(text: str, done: Call, tool: str) -> None:
    assert asked(understand(text)) == ([done], f"home.{tool}", LAMPS)


def test_the_room_that_was_named_has_the_several() -> None:
    meaning = understand("寝室の電気を消してランプをつけて", BUILT)
    assert asked(meaning) == ([call("home.turn_off", name="Bedroom Light")], "home.turn_on", BEDSIDE)


def test_how_many_of_more_is_asked_beside_another_command() -> None:
    done, tool, _ = asked(understand("turn on two lights and play jazz"))
    assert (done, tool) == ([call("home.play", query="jazz")], "home.turn_on")


def test_nothing_is_done_where_two_are_open() -> None:
    meaning = understand("dim the lamp and turn off two lights")
    assert meaning.question and not meaning.calls and not meaning.proposed


@pytest.mark.parametrize("text", ["turn on the lamp and set it to 50", "ランプをつけて赤くして"])
def test_it_is_none_of_what_is_open(text: str) -> None:
    meaning = understand(text)
    assert meaning.question and not meaning.calls
    assert [one.arguments["name"] for one in meaning.proposed] == LAMPS


@pytest.mark.parametrize(
    ("text", "last"),
    [
        ("lights off, front door locked", call("home.lock", name="Front Door")),
        ("lights on, blinds closed", call("home.close", **BLINDS)),
        ("lights to 50, blinds closed", call("home.close", **BLINDS)),
    ],
)
def test_how_something_shall_be_is_no_verb_of_another(text: str, last: Call) -> None:
    assert understand(text).calls[-1] == last


def test_nothing_is_unlocked_without_a_verb() -> None:
    assert not any(one.tool == "home.unlock" for one in understand("lights on, front door unlocked").calls)


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        (
            "is the light on and the window open in the study",
            {"area": "Study", "domain": "binary_sensor", "device_class": "window", "state": "on"},
        ),
        ("is the front door locked and the light on", {"domain": "light", "state": "on"}),
        ("was the front door locked and the light off", {"domain": "light", "state": "off"}),
        ("are the lights off, the blinds closed", {"domain": "cover", "state": "closed"}),
    ],
)
def test_what_stands_beside_a_question_is_asked(text: str, asked: dict[str, str]) -> None:
    first, second = understand(text).calls
    assert first.tool == second.tool == "home.state"
    assert asked.items() <= second.arguments.items()


def test_an_order_may_stand_behind_a_question() -> None:
    assert understand("is the front door locked and turn on the light").calls[-1].tool == "home.turn_on"


@pytest.mark.parametrize(
    ("text", "last"),
    [
        ("open the blinds, turn on the lamp and play some jazz", call("home.play", query="jazz")),
        (
            "ランプを消してブラインドを閉めて音楽をかけて",
            call("home.media", command="play", domain="media_player"),
        ),
    ],
)
def test_what_is_open_is_not_lost_in_another_piece(text: str, last: Call) -> None:
    *_, before, asked = understand(text).calls
    assert before == last and asked.tool == "help.which"


def test_it_behind_an_open_command_is_no_other_thing() -> None:
    assert not understand("turn on the lamp then lock it").calls


@pytest.mark.parametrize("text", ["dim the lamp and the lights", "turn off the lamp and turn off the lights"])
def test_every_light_is_the_lamp_too(text: str) -> None:
    (only,) = understand(text).calls
    assert only.arguments.items() >= ALL.items()


@pytest.mark.parametrize("text", ["lights on, front door unlocked", "front door unlocked and the lights on"])
def test_a_door_is_unlocked_by_no_less_than_a_verb(text: str) -> None:
    lit, asked = understand(text).calls
    assert lit == call("home.turn_on", **ALL)
    assert asked.arguments["question"] == "Shall I unlock the Front Door?"
    meaning = understand("front door unlocked")
    assert not meaning.calls and meaning.proposed == (call("home.unlock", name="Front Door"),)
