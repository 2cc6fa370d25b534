"""After an alarm and what was planned for it: an hour moves both, and the alarm is the alarm."""

import pytest

from understand.home import call, understand

ALARM = call("alarms.set", at="2026-11-25T07:00:00")
COFFEE = call("timers.start", hours=21, command="turn on the coffee machine")
BEFORE = call("timers.start", hours=20, minutes=30, command="turn on the heating")
LOCKED = call("home.lock", name="Front Door")
NO_ALARM = call("alarms.cancel", at="2026-11-25T07:00:00")
NO_COFFEE = call("timers.cancel", name="turn on the coffee machine")


@pytest.mark.parametrize(
    "text",
    [
        "actually 8",
        "make it 8",
        "no, 8",
        "I meant 8",
        "8 instead",
        "make the alarm 8",
        "やっぱり8時",
        "8時にして",
    ],
)
def test_another_hour_is_for_both(text: str) -> None:
    moved = [
        NO_ALARM,
        call("alarms.set", at="2026-11-25T08:00:00"),
        NO_COFFEE,
        call("timers.start", hours=22, command="turn on the coffee machine"),
    ]
    assert [*understand(text, earlier=(ALARM, COFFEE)).calls] == moved


def test_so_is_a_while() -> None:
    *_, planned = understand("make it 10 minutes later", earlier=(ALARM, COFFEE)).calls
    assert planned == call("timers.start", hours=21, minutes=10, command="turn on the coffee machine")


def test_so_is_what_repeats() -> None:
    alarm = call("alarms.set", at="2026-11-25T07:00:00", repeat="weekdays")
    plan = call("timers.repeat", at="2026-11-25T07:00:00", repeat="weekdays", command="play jazz")
    *_, planned = understand("make it 8", earlier=(alarm, plan)).calls
    assert planned == call("timers.repeat", at="2026-11-25T08:00:00", repeat="weekdays", command="play jazz")


@pytest.mark.parametrize(
    "text", ["cancel that", "cancel it", "never mind", "それキャンセル", "やっぱりいいや"]
)
def test_it_is_all_of_it(text: str) -> None:
    assert understand(text, earlier=(ALARM, COFFEE)).calls == (NO_ALARM, NO_COFFEE)


@pytest.mark.parametrize("plans", [(COFFEE,), (BEFORE,), (COFFEE, LOCKED)])
@pytest.mark.parametrize("text", ["cancel the alarm", "delete my alarm", "turn off the alarm"])
def test_the_alarm_is_the_alarm(text: str, plans: tuple) -> None:  # type: ignore[type-arg]  # calls
    assert understand(text, earlier=(ALARM, *plans)).calls == (NO_ALARM,)


def test_what_is_planned_for_another_moment_stays() -> None:
    found = understand("make the alarm 8", earlier=(ALARM, BEFORE))
    assert found.calls == (NO_ALARM, call("alarms.set", at="2026-11-25T08:00:00"))


def test_a_length_is_for_neither() -> None:
    assert understand("make it 8 minutes", earlier=(ALARM, COFFEE)).calls == (call("about.which"),)
