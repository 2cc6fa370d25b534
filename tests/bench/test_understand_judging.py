"""The judge of what people really say: every marked part must be in the call, and no more than is marked."""

from datetime import UTC, datetime
from typing import Any

import pytest

from kippu.turn import Call, Meaning
from understand_home import home
from understand_judging import Verdict, judge

NOW = datetime(2026, 11, 28, 12, 0, tzinfo=UTC)  # a Saturday
NAMES = home(200)
_TARGET = {"name", "area", "floor", "domain", "device_class"}
TAKES = {
    "home.turn_on": _TARGET,
    "home.turn_off": _TARGET,
    "home.start": _TARGET,
    "home.mute": _TARGET,
    "home.set_light": {*_TARGET, "brightness", "color"},
    "home.set_volume": {*_TARGET, "volume"},
    "home.change_volume": {*_TARGET, "step"},
    "home.media": {*_TARGET, "command"},
    "home.play": {*_TARGET, "query"},
    "home.weather": _TARGET,
    "lists.add": {"item", "list"},
    "contacts.find": {"name", "what"},
    "calendar.add": {"text", "at", "repeat"},
    "calendar.show": {"at", "day", "until", "part", "words"},
}


def verdict(tools: str, call: Call | None, *marks: tuple[str, str], **meant: Any) -> Verdict:
    meaning = Meaning("template", 0.95, (call,) if call else (), **meant)
    return judge(meaning, tools.split(), marks, NOW, NAMES, TAKES)


def exact(tools: str, call: Call, *marks: tuple[str, str]) -> bool:
    return verdict(tools, call, *marks).exact


@pytest.mark.parametrize(
    ("said", "name", "right"),
    [
        ("oven", "Oven", True),
        ("oven", "TV", False),
        ("the telly", "TV", True),
        ("wemo plug socket", "Wemo Plug", True),
        ("wemo plug socket", "Kettle", False),
        ("bedroom lamp", "Bedroom Lamp", True),
        ("bedroom lamp", "Guest Room Lamp", False),
    ],
)
def test_the_device_is_the_one_that_was_named(said: str, name: str, right: bool) -> None:
    found = verdict("home.turn_off", Call("home.turn_off", {"name": name}), ("device", said))
    assert (found.exact, found.wrong, found.tool_right) == (right, not right, True)


def test_a_device_may_be_selected_by_its_kind() -> None:
    lamps = Call("home.turn_off", {"domain": "light", "area": "Kitchen"})
    assert exact("home.turn_off", lamps, ("device", "lamps"), ("room", "kitchen"))
    assert not exact("home.turn_off", lamps, ("device", "fan"), ("room", "kitchen"))
    assert exact("home.start", Call("home.start", {"domain": "vacuum"}), ("device", "roomba"))
    assert exact("home.change_volume", Call("home.change_volume", {"step": 10}), ("device", "music player"))


def test_a_device_that_is_not_there_is_rightly_said_to_be_none() -> None:
    told = Call("about.no_such_thing", {"what": "console"})
    assert exact("home.turn_on", told, ("device", "console"))
    assert not exact("home.turn_on", told, ("device", "oven"))
    assert verdict("home.turn_on", Call("home.turn_on", {"name": "TV"}), ("device", "console")).wrong


def test_a_bedroom_is_not_the_master_bedroom() -> None:
    lights = Call("home.turn_off", {"domain": "light", "area": "Master Bedroom"})
    assert not exact("home.turn_off", lights, ("room", "bedroom"))
    assert exact("home.turn_off", lights, ("room", "main bedroom"))
    assert exact("home.turn_off", Call("home.turn_off", {"name": "Bedroom Light"}), ("room", "bed room"))


@pytest.mark.parametrize("said", ["the house", "room"])
def test_the_whole_home_and_the_room_of_the_person_need_no_name(said: str) -> None:
    assert exact("home.turn_off", Call("home.turn_off", {"domain": "light", "name": "all"}), ("room", said))


@pytest.mark.parametrize(
    ("said", "call", "right"),
    [
        ("to ninety", Call("home.set_volume", {"volume": 90}), True),
        ("to ninety", Call("home.set_volume", {"volume": 19}), False),
        ("to ninety", Call("home.change_volume", {"step": 10}), False),
        ("to seven", Call("home.set_volume", {"volume": 70}), True),
        ("by ten", Call("home.change_volume", {"step": 10}), True),
        ("by ten percent", Call("home.change_volume", {"step": 20}), False),
        ("to half", Call("home.set_volume", {"volume": 50}), True),
        ("to max", Call("home.set_volume", {"volume": 100}), True),
        ("to max", Call("home.change_volume", {"step": 10}), False),
        ("to zero", Call("home.mute", {}), True),
        ("a bit", Call("home.change_volume", {"step": 5}), True),
    ],
)
def test_amounts(said: str, call: Call, right: bool) -> None:
    assert exact("home.set_volume home.change_volume home.mute", call, ("amount", said)) is right


def test_an_amount_needs_a_place() -> None:
    tools = "home.set_light home.turn_on"
    assert not exact(tools, Call("home.turn_on", {"domain": "light"}), ("amount", "to seven"))
    assert exact(tools, Call("home.set_light", {"domain": "light", "brightness": 7}), ("amount", "to seven"))


@pytest.mark.parametrize(
    ("way", "step", "right"), [("up", 10, True), ("up", -10, False), ("down", -10, True)]
)
def test_up_is_up(way: str, step: int, right: bool) -> None:
    assert exact("home.change_volume", Call("home.change_volume", {"step": step}), ("way", way)) is right


@pytest.mark.parametrize(("volume", "right"), [(0, True), (20, False)])
def test_muted_is_silent(volume: int, right: bool) -> None:
    assert exact("home.set_volume", Call("home.set_volume", {"volume": volume}), ("way", "off")) is right


def test_a_colour_must_be_in_the_call_whichever_tool_took_it() -> None:
    tools, red = "home.set_light home.turn_on", ("color", "red")
    assert exact(tools, Call("home.set_light", {"domain": "light", "color": "red"}), red)
    assert not exact(tools, Call("home.set_light", {"domain": "light", "color": "blue"}), red)
    assert not exact(tools, Call("home.turn_on", {"domain": "light"}), red)


def test_the_list_is_the_one_named_and_not_a_word_of_the_item() -> None:
    item = {"item": "pencil to school supplies list", "list": "shopping"}
    assert not exact("lists.add", Call("lists.add", item), ("list", "school supplies"))
    item = {"item": "milk", "list": "shopping"}
    assert exact("lists.add", Call("lists.add", item), ("list", "grocery"))


def test_a_person_and_a_title_must_be_said_where_there_is_a_place() -> None:
    marks = ("title", "dentist appointment"), ("person", "mary")
    assert exact("calendar.show", Call("calendar.show", {"words": "dentist with mary"}), *marks)
    assert not exact("calendar.show", Call("calendar.show", {"words": "dentist"}), *marks)
    assert not exact("calendar.show", Call("calendar.show", {}), *marks)
    assert exact("calendar.show", Call("calendar.show", {}), ("title", "next meeting"))


def test_a_button_of_the_player_plays_nothing_by_name() -> None:
    tools, button = "home.play home.media", Call("home.media", {"command": "next", "domain": "media_player"})
    assert exact(tools, button, ("media", "next episode"))
    assert not exact(tools, button, ("media", "atmosphere"))
    assert exact(tools, Call("home.play", {"query": "atmosphere next"}), ("media", "atmosphere"))


@pytest.mark.parametrize(
    ("marks", "right"),
    [
        ([], True),
        ([("when", "today")], True),
        ([("when", "this week")], True),
        ([("when", "tomorrow")], False),
        ([("place", "my area")], True),
        ([("place", "nebraska")], False),
    ],
)
def test_the_weather_that_there_is_is_todays_and_the_homes(marks: list[tuple[str, str]], right: bool) -> None:
    tools = "home.weather about.no_forecast"
    assert exact(tools, Call("home.weather", {}), *marks) is right
    assert exact(tools, Call("about.no_forecast", {}), *marks)


def test_another_tool_is_wrong_whatever_its_words() -> None:
    found = verdict("lists.add", Call("home.turn_on", {"name": "Oven"}))
    assert (found.exact, found.tool_right, found.wrong) == (False, False, True)


def test_talk_stays_talk() -> None:
    found = verdict("talk:weather", None)
    assert (found.exact, found.tool_right, found.told_apart) == (True, True, True)
    done = verdict("talk:weather", Call("home.turn_on", {"name": "Oven"}))
    assert (done.exact, done.wrong, done.told_apart) == (False, True, False)


def test_to_ask_back_is_neither_exact_nor_wrong() -> None:
    call = Call("home.turn_on", {"name": "Oven"})
    found = verdict("home.turn_on", None, question="The oven?", proposed=(call,))
    assert (found.exact, found.tool_right, found.wrong, found.asked) == (False, False, False, True)
