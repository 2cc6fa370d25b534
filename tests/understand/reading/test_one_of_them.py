"""One of several, and the other of two."""

from dataclasses import replace

import pytest

from kippu.turn import Message
from understand.home import HOME, call, understand

LIT = call("home.turn_on", area="Living Room", domain="light")
LAMP = call("home.turn_on", name="Floor Lamp")


@pytest.mark.parametrize("text", ["turn one of them off", "turn one off", "片方消して", "一つだけ消して"])
def test_it_is_asked_which(text: str) -> None:
    said = understand(text, earlier=(LIT,))
    assert not said.calls
    assert {one.arguments["name"] for one in said.proposed} == {"Living Room Light", "Floor Lamp"}
    assert {one.tool for one in said.proposed} == {"home.turn_off"}


def test_of_one_there_is_nothing_to_choose() -> None:
    assert not understand("turn one of them off", earlier=(LAMP,)).choices


@pytest.mark.parametrize(
    ("text", "does"),
    [
        ("the other one to 60", call("home.set_light", name="Living Room Light", brightness=60)),
        ("もう一つのも", call("home.turn_on", name="Living Room Light")),
        ("もう一つもつけて", call("home.turn_on", name="Living Room Light")),
        ("もう一つは60%にして", call("home.set_light", name="Living Room Light", brightness=60)),
    ],
)
def test_the_other_of_two(text: str, does: object) -> None:
    assert understand(text, earlier=(LAMP,)).calls == (does,)


def test_both_are_the_other_and_the_one() -> None:
    other = call("home.set_light", name="Living Room Light", brightness=60)
    said = understand("both to 20", earlier=(other,), history=(Message("user", "the other one to 60"),))
    assert {(one.arguments["name"], one.arguments["brightness"]) for one in said.calls} == {
        ("Living Room Light", 20), ("Floor Lamp", 20),
    }  # fmt: skip


def test_both_are_not_guessed() -> None:
    said = understand("turn off both", earlier=(LAMP,), history=(Message("user", "turn on the floor lamp"),))
    assert not any(one.tool.startswith("home.") for one in said.calls)


@pytest.mark.parametrize(
    ("text", "name"),
    [("the desk one", "Desk Lamp"), ("the floor one", "Floor Lamp"), ("デスクのほう", "Desk Lamp")],
)
def test_a_word_chooses_one_that_was_offered(text: str, name: str) -> None:
    asked = (call("home.turn_on", name="Floor Lamp"), call("home.turn_on", name="Desk Lamp"))
    ways = ("フロアランプ", "デスクランプ") if text.startswith("デ") else ("Floor Lamp", "Desk Lamp")
    assert understand(text, asked=asked, offered=ways).calls == (call("home.turn_on", name=name),)


def test_a_word_chooses_by_another_name() -> None:
    lamp = next(one for one in HOME.things if one.name == "Floor Lamp")
    others = tuple(one for one in HOME.things if one is not lamp)
    renamed = replace(lamp, name="Living Room Lamp", aliases=("floor lamp",))
    home = replace(HOME, things=(*others, renamed))
    asked = (call("home.turn_on", name="Living Room Lamp"), call("home.turn_on", name="Desk Lamp"))
    said = understand("the floor one", home, asked=asked, offered=("Living Room Lamp", "Desk Lamp"))
    assert [one.arguments["name"] for one in said.calls] == ["Living Room Lamp"]


@pytest.mark.parametrize("text", ["the floor one", "the heating one", "the vacuum one"])
def test_no_other_thing_is_chosen(text: str) -> None:
    asked = (call("home.turn_on", name="Kitchen Light"), call("home.turn_on", name="Desk Lamp"))
    said = understand(text, asked=asked, offered=("Kitchen Light", "Desk Lamp"))
    assert not said.calls
    assert said.proposed == asked
