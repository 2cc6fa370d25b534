"""What is said behind a command that is planned: that it shall not be, and how its thing is meanwhile."""

from datetime import timedelta

import pytest

from kippu.turn import Call
from understand.home import NOW, call, understand

_OFF = call("timers.start", hours=2, command="turn off the kitchen light")
_OFF_JA = call("timers.start", hours=2, command="キッチンの電気消して")
_LOCK = call("timers.start", minutes=5, command="lock the Front Door")
_CLOSE_JA = call("timers.start", hours=7, command="鍵閉めて")
_LOCK_JA = call("timers.start", minutes=5, command="玄関の鍵を施錠する")


@pytest.mark.parametrize(
    ("text", "plan"),
    [
        ("don't turn it off after all", _OFF),
        ("actually don't do that", _OFF),
        ("no, don't turn off the kitchen light", _OFF),
        ("don't lock it", _LOCK),
        ("no, leave it on", _OFF),
        ("leave it unlocked", _LOCK),
        ("つけたままでいい", _OFF_JA),
        ("やっぱり消さないで", _OFF_JA),
        ("キッチンの電気は消さなくていいよ", _OFF_JA),
        ("やっぱりしないで", _LOCK_JA),
    ],
)
def test_a_plan_that_shall_not_be_is_taken_back(text: str, plan: Call) -> None:
    assert understand(text, earlier=(plan,)).calls == (call("timers.cancel", name=plan.arguments["command"]),)


@pytest.mark.parametrize(
    ("text", "plan"),
    [
        ("don't turn off the bedroom light", _OFF),
        ("don't turn it on", _OFF),
        ("don't open it", _LOCK),
        ("leave it off", _OFF),
        ("leave it locked", _LOCK),
        ("寝室の電気は消さないで", _OFF_JA),
        ("つけないで", _OFF_JA),
    ],
)
def test_a_plan_of_another_deed_stays(text: str, plan: Call) -> None:
    assert "timers.cancel" not in {one.tool for one in understand(text, earlier=(plan,)).calls}


@pytest.mark.parametrize(
    ("text", "plan", "state"),
    [
        ("is it locked", _LOCK, "locked"),
        ("is it still open?", call("timers.start", hours=1, command="close the Bedroom Blinds"), "open"),
        ("is it off", _OFF, "off"),
        ("今閉まってる？", _LOCK_JA, "locked"),
        ("まだついてる？", _OFF_JA, "on"),
    ],
)
def test_how_it_is_now_is_asked_of_its_thing(text: str, plan: Call, state: str) -> None:
    (asked,) = understand(text, earlier=(plan,)).calls
    assert (asked.tool, asked.arguments["state"]) == ("home.state", state)


def test_what_points_at_a_thing_is_planned_by_its_name() -> None:
    unlocked = call("home.unlock", name="Front Door")
    (plan,) = understand("lock it again in 5 minutes", earlier=(unlocked,)).calls
    assert plan == call("timers.start", minutes=5, command="lock the Front Door")


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("make it half 10", {"hours": 12, "minutes": 30}),
        ("make it quarter to 11", {"hours": 12, "minutes": 45}),
    ],
)
def test_half_an_hour_is_not_lost(text: str, left: dict[str, int]) -> None:
    plan = call("timers.start", hours=12, command="turn off the kitchen light")  # at ten in the evening
    assert understand(text, earlier=(plan,)).calls[-1].arguments == {
        "command": "turn off the kitchen light",
        **left,
    }


@pytest.mark.parametrize(("text", "at"), [("make it 30", "10:30:10"), ("make it an hour", "11:00:10")])
def test_a_length_behind_an_alarm_in_so_many_minutes_is_from_now_on(text: str, at: str) -> None:
    alarm = call("alarms.set", at="2026-11-24T10:25:10")
    anew = understand(text, earlier=(alarm,), at=NOW + timedelta(seconds=10)).calls[-1]
    assert anew == call("alarms.set", at=f"2026-11-24T{at}")


@pytest.mark.parametrize(
    "text", ["turn on the fan in the bedroom for 20 minutes", "寝室の扇風機を20分つけて"]
)
def test_of_what_there_is_none_nothing_is_ended_later(text: str) -> None:
    assert understand(text).calls == (call("home.turn_on", area="Bedroom", domain="fan"),)


def test_it_is_taken_back_once_it_was_asked_after_too() -> None:
    asked = call("timers.status", id="7")
    meant = understand("leave it on", earlier=(asked,), before=((_OFF,),)).calls
    assert meant == (call("timers.cancel", id="7"),)


@pytest.mark.parametrize(
    ("text", "plan"),
    [("don't lock it after all", _LOCK), ("leave it unlocked", _LOCK), ("やっぱり閉めないで", _CLOSE_JA)],
)
def test_how_it_stands_may_be_asked_in_between(text: str, plan: Call) -> None:
    asked = call("home.state", domain="lock", state="locked", ask="all")
    meant = understand(text, earlier=(asked,), before=((plan,),)).calls
    assert meant == (call("timers.cancel", name=plan.arguments["command"]),)


@pytest.mark.parametrize("text", ["don't unlock it", "lock it now", "is it locked"])
def test_no_other_plan_is_taken_back(text: str) -> None:
    asked = call("home.state", domain="lock", state="locked", ask="all")
    meant = understand(text, earlier=(asked,), before=((_LOCK,),)).calls
    assert not any(one.tool == "timers.cancel" for one in meant)
