"""How far a thing is set is asked of that thing, behind the call that set it."""

import pytest

from kippu.turn import Call
from understand.home import call, understand

LAMP = call("home.turn_on", name="Desk Lamp")
FAN = call("home.set_speed", name="Bathroom Fan", speed=50)
BLINDS = call("home.set_position", name="Bedroom Blinds", position=30)
HEATING = call("home.set_temperature", name="Thermostat", temperature=20)
MUSIC = call("home.set_volume", domain="media_player", volume=30)


def told(thing: Call, level: str) -> Call:
    given = {key: value for key, value in thing.arguments.items() if key in ("name", "domain")}
    return call("home.state", **given, property=level, ask="one")


@pytest.mark.parametrize(
    ("earlier", "text", "asked"),
    [
        (LAMP, "how bright is it", told(LAMP, "brightness")),
        (LAMP, "what colour is it", told(LAMP, "color")),
        (LAMP, "明るさは？", told(LAMP, "brightness")),
        (FAN, "what speed is it at?", told(FAN, "speed")),
        (FAN, "何パーセント？", told(FAN, "speed")),
        (BLINDS, "how far open are they now", told(BLINDS, "position")),
        (BLINDS, "今どれくらい開いてる？", told(BLINDS, "position")),
        (MUSIC, "and how loud is it", told(MUSIC, "volume")),
        (HEATING, "what is it set to", call("home.temperature", name="Thermostat")),
        (HEATING, "今何度設定？", call("home.temperature", name="Thermostat")),
    ],
)
def test_it_is_the_things_own(earlier: Call, text: str, asked: Call) -> None:
    assert understand(text, earlier=(earlier,)).calls == (asked,)


@pytest.mark.parametrize("text", ["how fast is light", "how far is it to osaka", "what colour is the sky"])
def test_the_world_has_other_levels(text: str) -> None:
    assert all(one.tool != "home.state" for one in understand(text, earlier=(LAMP,)).calls)
