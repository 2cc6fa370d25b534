"""A bare number behind a plan is an hour where an hour was said."""

import pytest

from kippu.turn import Call, Deed
from understand.home import call, understand

PLAN = call("timers.start", hours=12, command="turn on the light")


def after(said: str, text: str) -> tuple[Call, ...]:
    return understand(text, earlier=(PLAN,), deed=Deed("before", said, (PLAN,), ((),))).calls


@pytest.mark.parametrize(
    "text", ["make it 11", "no, at 11", "actually make it 11 pm", "make that 11 instead"]
)
def test_the_plan_is_put_to_that_hour(text: str) -> None:
    back, anew = after("turn on the light at 10", text)
    assert back.tool == "timers.cancel"
    assert anew == call("timers.start", command="turn on the light", hours=13)


def test_behind_a_length_it_is_one() -> None:
    plan = call("timers.start", minutes=10, command="turn on the light")
    deed = Deed("before", "turn on the light in 10 minutes", (plan,), ((),))
    _, anew = understand("make it 11", earlier=(plan,), deed=deed).calls
    assert anew == call("timers.start", command="turn on the light", minutes=11)


@pytest.mark.parametrize(
    ("text", "hours"),
    [("make it midnight", 14), ("make it 1", 15), ("make it 10:30 pm", 12.5), ("0時にして", 14)],
)
def test_the_nearest_such_hour_is_meant(text: str, hours: float) -> None:
    japanese = "時" in text
    plan = call("timers.start", hours=13, command="電気をつけて" if japanese else "turn on the light")
    said = "夜11時に電気をつけて" if japanese else "turn on the light at 11 pm"
    _, anew = understand(text, earlier=(plan,), deed=Deed("before", said, (plan,), ((),))).calls
    assert anew.arguments["hours"] + anew.arguments.get("minutes", 0) / 60 == hours


def test_a_number_that_may_be_a_level_is_no_hour() -> None:
    plan = call("timers.start", hours=12, command="set the thermostat to 20")
    deed = Deed("before", "set the thermostat to 20 at 10 pm", (plan,), ((),))
    assert not any(
        one.arguments.get("hours") == 12 for one in understand("make it 22", earlier=(plan,), deed=deed).calls
    )
