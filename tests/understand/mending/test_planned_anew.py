"""What was planned is done at once, or again and again."""

import pytest

from kippu.turn import Call, Deed
from understand.home import call, understand

OFF = call("timers.start", minutes=10, command="turn off the floor lamp")


def after(said: str, last: Call, text: str) -> tuple[Call, ...]:
    return understand(text, earlier=(last,), deed=Deed("before", said, (last,), ((),))).calls


@pytest.mark.parametrize("text", ["never mind, now", "now", "no, do it now please", "actually right now"])
def test_now_instead(text: str) -> None:
    assert after("turn off the floor lamp in ten minutes", OFF, text) == (
        call("home.turn_off", name="Floor Lamp"),
        call("timers.cancel", name="turn off the floor lamp"),
    )


def test_now_is_nothing_behind_a_plain_timer() -> None:
    assert after("10 minute timer", call("timers.start", minutes=10), "never mind, now") != ()
    assert not any(
        one.tool.startswith("home.")
        for one in after("10 minute timer", call("timers.start", minutes=10), "now")
    )


def test_every_day_instead() -> None:
    plan = call("timers.start", hours=8, minutes=45, command="turn on the coffee machine")
    back, again = after("turn on the coffee machine at 6:45 pm", plan, "every day")
    assert back == call("timers.cancel", name="turn on the coffee machine")
    assert again == call(
        "timers.repeat", at="2026-11-24T18:45:00", repeat="daily", command="turn on the coffee machine"
    )
    alarm = call("alarms.set", at="2026-11-25T07:00:00")
    assert after("alarm at 7", alarm, "every weekday please") == (
        call("alarms.cancel", at="2026-11-25T07:00:00"),
        call("alarms.set", at="2026-11-25T07:00:00", repeat="weekdays"),
    )


@pytest.mark.parametrize("text", ["every day", "every time", "every hour"])
def test_what_has_no_hour_is_not_repeated(text: str) -> None:
    calls = after("turn off the floor lamp in ten minutes", OFF, text)
    assert "timers.repeat" not in [one.tool for one in calls]
