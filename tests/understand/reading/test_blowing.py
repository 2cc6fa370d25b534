"""How strong it blows."""

import pytest

from kippu.turn import Call
from understand.home import call, understand

FAN, AC = {"name": "Bathroom Fan"}, {"name": "Thermostat"}


@pytest.mark.parametrize(
    ("text", "does"),
    [
        ("エアコンの風を弱めて", call("home.set_fan_mode", **AC, mode="low")),
        ("エアコンの風を強くして", call("home.set_fan_mode", **AC, mode="high")),
        ("set the thermostat fan to high", call("home.set_fan_mode", **AC, mode="high")),
        ("換気扇弱で回して", call("home.set_speed", **FAN, speed=33)),
        ("換気扇を強で回して", call("home.set_speed", **FAN, speed=100)),
        ("換気扇を中にして", call("home.set_speed", **FAN, speed=66)),
    ],
)
def test_what_is_named_blows_so(text: str, does: Call) -> None:
    assert understand(text).calls == (does,)


@pytest.mark.parametrize(
    ("text", "speed"), [("強にして", 100), ("中にして", 66), ("弱で", 33), ("high", 100)]
)
def test_a_level_behind_a_level(text: str, speed: int) -> None:
    before = call("home.set_speed", **FAN, speed=33)
    said = understand(text if text != "弱で" else "弱にして", earlier=(before,))
    assert said.calls == (call("home.set_speed", **FAN, speed=speed),)


@pytest.mark.parametrize(
    ("text", "mode"), [("風強くして", "high"), ("風を弱めて", "low"), ("make it blow harder", "high")]
)
def test_the_wind_is_that_of_what_was_turned_on(text: str, mode: str) -> None:
    said = understand(text, earlier=(call("home.turn_on", **AC),))
    assert said.calls == (call("home.set_fan_mode", **AC, mode=mode),)


def test_behind_a_lamp_it_is_no_air_conditioner() -> None:
    said = understand("風強くして", earlier=(call("home.turn_on", name="Kitchen Light"),))
    assert not any(one.tool == "home.set_fan_mode" for one in said.calls)


@pytest.mark.parametrize("text", ["電気を強にして", "換気扇を強めて"])
def test_other_orders_stay_as_they_are(text: str) -> None:
    (one,) = understand(text).calls
    assert one.tool.startswith("home.change_")
