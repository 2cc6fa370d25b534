"""What lasts a while, and levels and hours that are said alike."""

import pytest

from understand.home import call, understand


@pytest.mark.parametrize(
    "text",
    [
        "turn on the bathroom fan for 5 minutes and then turn it off",
        "turn the bathroom fan on, wait 5 minutes, then off",
        "turn on the bathroom fan and wait 5 minutes then turn it off again",
        "換気扇をつけて、5分待って消して",
    ],
)
def test_it_is_on_now_and_off_then(text: str) -> None:
    on, off = understand(text).calls
    assert on == call("home.turn_on", name="Bathroom Fan")
    assert off.tool == "timers.start" and off.arguments["minutes"] == 5 and off.arguments["command"]


def test_of_another_thing_it_is_a_command_of_its_own() -> None:
    calls = understand("turn on the bathroom fan for 5 minutes and then turn off the desk lamp").calls
    assert call("home.turn_on", name="Bathroom Fan") in calls
    assert "desk lamp" in str(calls).casefold()


@pytest.mark.parametrize(
    "text",
    [
        "the lights in the living room at 50, the heating at 21 and the volume at 30",
        "set the lights at 50 and the heating at 21",
        "lights at 20 and heating at 21",
    ],
)
def test_a_row_of_levels_is_for_no_hour(text: str) -> None:
    calls = understand(text).calls
    assert {one.tool for one in calls} <= {"home.set_light", "home.set_temperature", "home.set_volume"}
    assert any(one.arguments.get("temperature") == 21 for one in calls)


@pytest.mark.parametrize(
    ("text", "hours"),
    [("blinds up at 7", [9]), ("shutters down at 10", [12]), ("blinds up at 7 and down at 9", [9, 11])],
)
def test_a_blind_moves_at_an_hour(text: str, hours: list[int]) -> None:
    calls = understand(text).calls
    assert [one.arguments.get("hours") for one in calls] == hours
    assert "-20" not in str(calls)


@pytest.mark.parametrize("text", ["blinds up at 50", "set the blinds at 7"])
def test_a_blind_is_put_at_a_level(text: str) -> None:
    (moved,) = understand(text).calls
    assert moved.tool == "home.set_position"


def test_other_rows_keep_their_hours() -> None:
    calls = understand("lights on at 7 and heating off at 21").calls
    assert [one.arguments.get("hours") for one in calls] == [9, 11]
    first, _ = understand("remind me to check the heating at 21 and the lights at 22").calls
    assert first.tool == "reminders.add"


@pytest.mark.parametrize(
    ("text", "timers"),
    [
        ("set a pasta timer for 12 minutes and an egg timer for 6", {"pasta": 12, "egg": 6}),
        ("パスタのタイマー12分と卵のタイマー6分", {"パスタ": 12, "卵": 6}),
    ],
)
def test_each_timer_has_its_name(text: str, timers: dict[str, int]) -> None:
    calls = understand(text).calls
    assert {one.arguments["name"]: one.arguments["minutes"] for one in calls} == timers
