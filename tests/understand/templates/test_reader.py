"""Sentence templates: which call a sentence gives, in which home."""

from dataclasses import replace

import pytest

from kippu.names import Names, Room
from kippu.turn import Language
from kippu.understand.templates import Match, Templates
from kippu.understand.text import sentence
from understand.home import FOLDERS, HOME, NOW, call, thing, understanding


def read(text: str, names: Names = HOME, here: str | None = None) -> Match | None:
    language: Language = "en" if text.isascii() else "ja"
    templates = understanding().readers(language).templates
    return templates.read(sentence(text, language), names, NOW, here)


@pytest.mark.parametrize(
    ("text", "tool", "arguments"),
    [
        ("turn on the kitchen light", "home.turn_on", {"name": "Kitchen Light"}),
        ("Please turn off the coffee machine.", "home.turn_off", {"name": "Coffee Machine"}),
        ("turn off all the lights", "home.turn_off", {"name": "all", "domain": "light"}),
        ("turn on the lights upstairs", "home.turn_on", {"floor": "Upstairs", "domain": "light"}),
        ("lock the front door", "home.lock", {"name": "Front Door"}),
        ("set the thermostat to 22", "home.set_temperature", {"name": "Thermostat", "temperature": 22}),
        ("clean the kitchen", "home.clean", {"area": "Kitchen"}),
        ("what time is it", "clock.time", {}),
        ("set a timer for 5 minutes", "timers.start", {"minutes": 5}),
        ("add milk to the shopping list", "lists.add", {"item": "milk", "list": "shopping"}),
        ("what is 15% of 84", "math.calculate", {"expression": "15% of 84"}),
        ("キッチンの電気をつけて", "home.turn_on", {"name": "Kitchen Light"}),
        ("ｷｯﾁﾝの電気を消して", "home.turn_off", {"name": "Kitchen Light"}),
        ("寝室を三十パーセントにして", "home.set_light",
         {"area": "Bedroom", "brightness": 30, "domain": "light"}),
        ("ブラインドを半分閉めて", "home.set_position", {"name": "Bedroom Blinds", "position": 50}),
        ("明日7時に起こして", "alarms.set", {"at": "2026-11-25T07:00:00"}),
    ],
)  # fmt: skip
def test_a_sentence(text: str, tool: str, arguments: dict[str, object]) -> None:
    match = read(text)
    assert match is not None
    assert match.call == call(tool, **arguments)


@pytest.mark.parametrize(
    "text",
    [
        "turn on the lava lamp", "turn on the light on 0", "tell me about the moon", "kitchen light",
        "Bedroom Light", "who is in the kitchen", "", "溶岩ランプをつけて", "月について教えて",
    ],
)  # fmt: skip
def test_what_no_template_takes(text: str) -> None:
    assert read(text) is None


def test_an_alias_names_the_thing_and_not_the_alias() -> None:
    match = read("turn on the music")
    assert match is not None
    assert match.call == call("home.turn_on", name="Speaker")


def test_a_kind_alone_means_this_room() -> None:
    match = read("turn on the light", here="Study")
    assert match is not None
    assert match.call == call("home.turn_on", domain="light", area="Study")


def test_a_new_name_is_taken_at_once_and_an_old_one_no_more() -> None:
    new = replace(HOME, things=(thing("light.aquarium", "Aquarium", "Kitchen"),))
    match = read("turn on the aquarium", new)
    assert match is not None
    assert match.call == call("home.turn_on", name="Aquarium")
    assert read("turn on the kitchen light", replace(new, rooms=())) is None
    assert read("turn on the aquarium") is None


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("Lamp Five", "turn on lamp 5"),
        ("TV (left)", "turn on tv (left)"),
        ("Café", "turn on the café"),
        ("Tom's [old] {lamp}", "turn on Tom's [old] {lamp}"),
        ("Spaced   Out", "turn on spaced out"),
        ("<the>|a", "turn on <the>|a"),
    ],
)
def test_a_name_with_signs_that_mean_something_to_templates(name: str, said: str) -> None:
    match = (
        understanding()
        .readers("en")
        .templates.read(sentence(said, "en"), Names(things=(thing("light.one", name, None),)), NOW)
    )
    assert match is not None
    assert match.call == call("home.turn_on", name=name)


def test_a_sentence_that_names_a_thing_is_sure_and_one_with_free_words_is_loose() -> None:
    sure, loose = read("turn on the kitchen light"), read("note that the door code is 4432")
    assert sure is not None
    assert not sure.loose
    assert loose is not None
    assert loose.loose


def test_a_home_of_four_hundred_things_is_read_the_same() -> None:
    things = tuple(thing(f"light.shelf_{n}", f"Shelf {n} Light", f"Room {n % 40}") for n in range(400))
    rooms = tuple(Room(f"Room {n}") for n in range(40))
    big = replace(HOME, things=HOME.things + things, rooms=HOME.rooms + rooms)
    match = read("turn on the shelf 399 light", big)
    assert match is not None
    assert match.call == call("home.turn_on", name="Shelf 399 Light")
    small = read("turn on the kitchen light", big)
    assert small is not None
    assert small.call == call("home.turn_on", name="Kitchen Light")


def test_without_folders_the_home_is_still_understood() -> None:
    templates = Templates("ja", [])
    match = templates.read("キッチンの電気を消して", HOME, NOW)
    assert match is not None
    assert match.call == call("home.turn_off", name="Kitchen Light")
    assert templates.read("5分タイマー", HOME, NOW) is None
    assert FOLDERS
