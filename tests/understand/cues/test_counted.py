"""A number of things is no level, and so many of more are asked for."""

from dataclasses import replace

import pytest

from understand.home import HOME, call, thing, understand

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


@pytest.mark.parametrize(
    ("text", "done", "question"),
    [
        ("turn off two lights and the fan", call("home.turn_off", domain="fan"), "Which two: Kitchen Light,"),
        ("turn off the fan and two lights", call("home.turn_off", domain="fan"), "Which two: Kitchen Light,"),
        (
            "電気を2つ消してブラインドを閉めて",
            call("home.close", name="Bedroom Blinds"),
            "どの2つですか？ キ",
        ),
    ],
)
def test_the_count_is_for_its_own_kind(text: str, done: object, question: str) -> None:
    first, which = understand(text).calls
    assert first == done
    assert which.arguments["question"].startswith(question)
    assert {one["tool"] for one in which.arguments["calls"]} == {"home.turn_off"}


def test_as_many_can_be_chosen() -> None:
    asked = understand("turn off two lights")
    assert asked.question and asked.question.startswith("Which two: ")
    chosen = understand("the kitchen and the bedroom one", asked=asked.proposed).calls
    assert [one.arguments["name"] for one in chosen] == ["Kitchen Light", "Bedroom Light"]


@pytest.mark.parametrize("text", ["turn off both bedside lamps", "turn off the two bedside lamps"])
def test_a_part_of_the_name_may_stand_between(text: str) -> None:
    names = ["Left Bedside Lamp", "Right Bedside Lamp"]
    more = tuple(thing(f"light.{name[:4]}", name, "Bedroom") for name in names)
    calls = understand(text, replace(HOME, things=(*HOME.things, *more))).calls
    assert [*calls] == [call("home.turn_off", name=name) for name in names]


@pytest.mark.parametrize("text", ["skip two songs", "2曲スキップして"])
def test_a_number_of_songs_is_no_volume(text: str) -> None:
    assert [*understand(text).calls] == [call("home.media", domain="media_player", command="next")]


def test_the_plural_of_a_name_is_counted() -> None:
    assert [*understand("turn off 2 kitchen lights and the fan").calls] == [
        call("home.turn_off", name="Kitchen Light"),
        call("home.turn_off", domain="fan"),
        call("about.no_more", count=1, names="Kitchen Light"),
    ]


@pytest.mark.parametrize(
    ("text", "tool"),
    [
        ("turn both living room lights on", "home.turn_on"),
        ("turn the two living room lights off", "home.turn_off"),
        ("リビングの電気を両方つけて", "home.turn_on"),
        ("リビングの電気を2つとも消して", "home.turn_off"),
        ("リビングの電気2つつけて", "home.turn_on"),
    ],
)
def test_of_both_that_are_called_after_a_room_one_may_be_called_otherwise(text: str, tool: str) -> None:
    assert understand(text).calls == (call(tool, name="Living Room Light"), call(tool, name="Floor Lamp"))


@pytest.mark.parametrize("text", ["エアコンを2つ上げて", "寝室の電気を2つ明るくして"])
def test_what_is_counted_behind_a_name_may_be_steps(text: str) -> None:
    assert not understand(text).calls
