"""A bare level after a command."""

import pytest

from kippu.turn import Call

from ..home import call, understand

LAMP, HEATING = {"name": "Living Room Light"}, {"name": "Thermostat"}


@pytest.mark.parametrize(
    ("text", "before", "then"),
    [
        ("make it 22", call("home.set_temperature", **HEATING, temperature=20),
         call("home.set_temperature", **HEATING, temperature=22)),
        ("make it 22", call("home.turn_on", **HEATING),
         call("home.set_temperature", **HEATING, temperature=22)),
        ("make it 30", call("home.turn_on", **LAMP), call("home.set_light", **LAMP, brightness=30)),
        ("no, make it 40 percent", call("home.set_light", **LAMP, brightness=10),
         call("home.set_light", **LAMP, brightness=40)),
        ("set it to 20", call("home.change_volume", name="Speaker", step=10),
         call("home.set_volume", name="Speaker", volume=20)),
        ("やっぱり五割で", call("home.turn_on", **LAMP), call("home.set_light", **LAMP, brightness=50)),
        ("三割くらいにして", call("home.turn_on", **LAMP), call("home.set_light", **LAMP, brightness=30)),
        ("22度にして", call("home.set_mode", **HEATING, mode="heat"),
         call("home.set_temperature", **HEATING, temperature=22)),
        ("and warmer please", call("home.turn_on", **LAMP), call("home.set_light", **LAMP, temperature=2700)),
        ("a bit cooler", call("home.set_light", **LAMP, brightness=30),
         call("home.set_light", **LAMP, temperature=4000)),
        ("warmer", call("home.set_temperature", **HEATING, temperature=20),
         call("home.change_temperature", **HEATING, step=1)),
    ],
)  # fmt: skip
def test_what_a_level_is_of(text: str, before: Call, then: Call) -> None:
    assert understand(text, earlier=(before,)).calls == (then,)


@pytest.mark.parametrize(
    ("text", "before"),
    [
        ("make it 22 degrees", call("home.turn_on", **LAMP)),
        ("make it 22", call("timers.start", minutes=5)),
    ],
)
def test_no_level_of_it(text: str, before: Call) -> None:
    calls = understand(text, earlier=(before,)).calls
    assert not [one for one in calls if one.tool == "home.set_light"]


@pytest.mark.parametrize("text", ["dim them", "make them dimmer", "turn them down"])
def test_them_is_each_of_what_was_done(text: str) -> None:
    names = ("Floor Lamp", "Desk Lamp")
    earlier = tuple(call("home.turn_on", name=name) for name in names)
    dimmed = [call("home.change_brightness", name=name, step=-20) for name in names]
    assert [*understand(text, earlier=earlier).calls] == dimmed
    assert [*understand(f"turn on the lamps and {text}").calls][2:] == dimmed


@pytest.mark.parametrize(
    ("earlier", "text", "more"),
    [
        (call("home.set_light", name="Desk Lamp", brightness=20), "that's too dark", 20),
        (call("home.turn_on", area="Study", domain="light"), "still too dark", 20),
        (call("home.turn_on", name="Desk Lamp"), "a bit too dark", 10),
        (call("home.turn_on", name="Desk Lamp"), "暗すぎる", 20),
        (call("home.set_temperature", name="Thermostat", temperature=20), "still too cold", 1),
        (call("home.set_volume", domain="media_player", volume=20), "not loud enough", 10),
    ],
)
def test_what_is_not_enough_is_raised(earlier: Call, text: str, more: int) -> None:
    (raised,) = understand(text, earlier=(earlier,)).calls
    assert raised.tool.startswith("home.change_") and raised.arguments["step"] == more


WARMER = call("home.change_temperature", **HEATING, step=1)


@pytest.mark.parametrize(
    ("text", "before", "step"),
    [
        ("by 2", WARMER, 2), ("by two degrees", WARMER, 2), ("make that by 3 degrees", WARMER, 3),
        ("2度", WARMER, 2),
        ("by 2", call("home.change_temperature", **HEATING, step=-1), -2),
        ("by 20", call("home.change_volume", name="Speaker", step=10), 20),
    ],
)  # fmt: skip
def test_a_step_may_be_told_behind(text: str, before: Call, step: int) -> None:
    assert understand(text, earlier=(before,)).calls == (
        Call(before.tool, {**before.arguments, "step": step}),
    )


def test_what_a_room_is_warmed_to_is_no_step() -> None:
    (one,) = understand("22度", earlier=(WARMER,)).calls
    assert one.arguments.get("temperature") == 22


def test_without_a_step_before_there_is_none() -> None:
    said = understand("by 2", earlier=(call("home.turn_on", **LAMP),))
    assert not any("step" in one.arguments for one in said.calls)
