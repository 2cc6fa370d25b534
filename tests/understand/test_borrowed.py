"""Japanese ways to say what a home calls in English."""

from dataclasses import replace

import pytest

from kippu.names import Names, Room, Thing
from kippu.understand.borrowed import with_japanese
from understand.home import HOME, call, understand

ENGLISH = replace(
    HOME,
    things=tuple(replace(thing, aliases=()) for thing in HOME.things),
    rooms=tuple(replace(room, aliases=()) for room in HOME.rooms),
)


@pytest.mark.parametrize(
    ("text", "tool", "given"),
    [
        ("キッチンライトをつけて", "home.turn_on", {"name": "Kitchen Light"}),
        ("フロアランプを消して", "home.turn_off", {"name": "Floor Lamp"}),
        ("机のランプを消して", "home.turn_off", {"name": "Desk Lamp"}),
        ("コーヒーメーカーをつけて", "home.turn_on", {"name": "Coffee Machine"}),
        ("台所の電気を消して", "home.turn_off", {"area": "Kitchen", "domain": "light"}),
        ("お風呂場の電気をつけて", "home.turn_on", {"area": "Bathroom", "domain": "light"}),
        (
            "居間の照明を暗くして",
            "home.change_brightness",
            {"area": "Living Room", "domain": "light", "step": -20},
        ),
        ("ベッドルームのブラインドを閉めて", "home.close", {"area": "Bedroom"}),
    ],
)
def test_english_names_are_said_in_japanese(text: str, tool: str, given: dict[str, object]) -> None:
    (said,) = understand(text, ENGLISH).calls
    assert said.tool == tool and given.items() <= said.arguments.items()


def test_what_others_are_called_is_nobody_elses() -> None:
    lamps = (Thing("light.a", "Desk Lamp", "light"), Thing("light.b", "デスクランプ", "light"))
    rooms = (Room("Bathroom"), Room("浴室"))
    wide = with_japanese(Names(lamps, rooms))
    assert "デスクランプ" not in wide.things[0].aliases
    assert "浴室" not in wide.rooms[0].aliases


def test_a_word_that_is_not_known_leaves_the_name_as_it_is() -> None:
    wide = with_japanese(Names((Thing("light.a", "Hemnes Lamp", "light"),)))
    assert wide.things[0].aliases == ()


def test_things_of_one_name_in_several_rooms_share_it() -> None:
    lamps = tuple(Thing(f"light.{room}", "Ceiling Light", "light", room=room) for room in ("A", "B"))
    assert all("シーリングライト" in thing.aliases for thing in with_japanese(Names(lamps)).things)


@pytest.mark.parametrize("text", ["机の電気消して", "机のライト消して", "机の明かり消して"])
def test_a_desk_lamp_is_the_light_of_the_desk(text: str) -> None:
    assert understand(text).calls == (call("home.turn_off", name="Desk Lamp"),)
