"""Orders to the home whose words mean more together than each alone."""

import pytest

from kippu.turn import Call
from kippu.understand import language_of
from kippu.understand.cues import Cues, Reading
from kippu.understand.text import sentence

from ..home import HOME

CUES = {"en": Cues("en"), "ja": Cues("ja")}


def dimmed(name: str, step: int) -> Call:
    return Call("home.change_brightness", {"name": name, "step": step})


def warmer(step: float, **named: str) -> Call:
    return Call("home.change_temperature", {**(named or {"domain": "climate"}), "step": step})


def lit(name: str, brightness: int) -> Call:
    return Call("home.set_light", {"name": name, "brightness": brightness})


def read(text: str) -> Reading | None:
    language = language_of(text)
    return CUES[language].read(sentence(text, language), HOME)


@pytest.mark.parametrize(
    ("text", "call"),
    [
        ("shut the lights off in my bedroom", Call("home.turn_off", {"area": "Bedroom", "domain": "light"})),
        ("shut the bedroom blinds", Call("home.close", {"name": "Bedroom Blinds"})),
        ("dim the kitchen light by half", dimmed("Kitchen Light", -50)),
        ("dim the kitchen light to half", lit("Kitchen Light", 50)),
        ("raise the temperature by a quarter", warmer(1)),
        ("turn up the heat by half", warmer(1)),
        ("raise the temperature by 20 percent", warmer(1)),
        ("raise the temperature by 1.5 degrees", warmer(1.5)),
        ("暖房を3割上げて", warmer(1)),
        ("turn the sound off", Call("home.mute", {"domain": "media_player"})),
        ("sound on", Call("home.unmute", {"domain": "media_player"})),
        ("turn the music off", Call("home.media", {"name": "Speaker", "command": "pause"})),
        ("turn off the speaker", Call("home.turn_off", {"name": "Speaker"})),
        ("音量をオフにして", Call("home.mute", {"domain": "media_player"})),
        ("turn the furnace on", Call("home.turn_on", {"domain": "climate"})),
        ("it's awfully dark here", Call("home.turn_on", {"domain": "light"})),
        ("turn off the lights in my bed room", Call("home.turn_off", {"area": "Bedroom", "domain": "light"})),
        ("take the floor lamp down to a third", lit("Floor Lamp", 33)),
        ("turn on the plug in the office", Call("home.turn_on", {"area": "Study", "domain": "switch"})),
        ("get the coffee maker on", Call("home.turn_on", {"name": "Coffee Machine"})),
        ("コーヒーマシンつけて", Call("home.turn_on", {"name": "Coffee Machine"})),
        ("light the living room", Call("home.turn_on", {"area": "Living Room", "domain": "light"})),
        ("lock every door on the property", Call("home.lock", {"domain": "lock", "name": "all"})),
        ("set the desk lamp to full power", lit("Desk Lamp", 100)),
        ("plug in the coffee machine", Call("home.turn_on", {"name": "Coffee Machine"})),
        ("give me the temperature in the bedroom", Call("home.temperature", {"area": "Bedroom"})),
        ("will you have the vacuum start cleaning", Call("home.start", {"name": "Robot Vacuum"})),
        ("部屋あっためて", Call("home.change_temperature", {"domain": "climate", "step": 1})),
    ],
)  # fmt: skip
def test_the_order_that_is_meant(text: str, call: Call) -> None:
    reading = read(text)
    assert reading and reading.calls == (call,)
    assert reading.confidence >= 0.9


@pytest.mark.parametrize(
    ("text", "unknown"),
    [
        ("turn off the right light", ("right",)),
        ("turn off the left speaker", ("left",)),
        ("turn on the fan socket", ("fan",)),
        ("turn on the coffee machine in the bedroom", ("coffee", "machine")),
        ("bedroom two lights off", ("2",)),
    ],
)
def test_what_tells_apart_is_not_dropped(text: str, unknown: tuple[str, ...]) -> None:
    reading = read(text)
    assert reading and reading.confidence < 0.8
    assert reading.unknown == unknown


@pytest.mark.parametrize(
    "text",
    [
        "right, turn the lights on",
        "how long is left",
        "turn the lights on right now",
        "the robot vacuum in the kitchen",
    ],
)
def test_the_same_words_in_another_place_are_no_trouble(text: str) -> None:
    reading = read(text)
    assert reading is None or not {"right", "left", "vacuum"} & set(reading.unknown)
