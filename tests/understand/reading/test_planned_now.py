"""What was planned is done at once where that is wanted after all."""

import pytest

from kippu.turn import Call
from understand.home import call, understand

COFFEE = call("timers.start", hours=2, command="turn on the coffee machine")
LAMP_JA = call("timers.start", minutes=10, command="キッチンの電気を消して")
LOCK = call("timers.start", hours=12, command="lock the front door")


@pytest.mark.parametrize(
    ("earlier", "text", "done"),
    [
        (COFFEE, "turn it on now", call("home.turn_on", name="Coffee Machine")),
        (COFFEE, "no, turn it on right away", call("home.turn_on", name="Coffee Machine")),
        (COFFEE, "actually, do it now", call("home.turn_on", name="Coffee Machine")),
        (LOCK, "lock it now", call("home.lock", name="Front Door")),
        (LAMP_JA, "今すぐ消して", call("home.turn_off", name="Kitchen Light")),
        (LAMP_JA, "今すぐやって", call("home.turn_off", name="Kitchen Light")),
    ],
)
def test_it_is_what_the_plan_is_for_which_then_is_over(earlier: Call, text: str, done: Call) -> None:
    gone = call("timers.cancel", name=earlier.arguments["command"])
    assert understand(text, earlier=(earlier,)).calls == (done, gone)


def test_a_plan_stays_where_something_else_is_done_or_it_comes_again() -> None:
    lit = call("home.turn_on", name="Kitchen Light")
    assert understand("それを今つけて", earlier=(LAMP_JA,)).calls == (lit,)
    daily = call(
        "timers.repeat", at="2026-11-25T07:00:00", repeat="daily", command="turn on the kitchen light"
    )
    assert understand("turn it on now", earlier=(daily,)).calls == (lit,)


def test_no_door_is_unlocked_by_it() -> None:
    planned = call("timers.start", hours=12, command="unlock the front door")
    assert not any(one.tool.startswith("home.") for one in understand("do it now", earlier=(planned,)).calls)


@pytest.mark.parametrize("text", ["open it now", "unlock it now", "今すぐ開けて"])
def test_nobody_is_let_in_where_that_was_not_planned(text: str) -> None:
    assert call("home.unlock", name="Front Door") not in understand(text, earlier=(LOCK,)).calls


def test_another_thing_is_itself() -> None:
    found = understand("turn on the kitchen light now", earlier=(COFFEE,))
    assert found.calls == (call("home.turn_on", name="Kitchen Light"),)
