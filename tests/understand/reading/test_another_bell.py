"""One more of what was just set."""

import pytest

from kippu.turn import Call
from understand.home import call, understand

SIX = call("alarms.set", at="2026-11-25T06:00:00")
TONIGHT = call("alarms.set", at="2026-11-24T18:00:00")
DAILY = call("alarms.set", at="2026-11-25T06:00:00", repeat="daily")
PILLS = call("reminders.add", text="薬飲む", at="2026-11-24T20:00:00")
TIMER = call("timers.start", minutes=10)


@pytest.mark.parametrize(
    ("earlier", "text", "given"),
    [
        (SIX, "7時にも", {"at": "2026-11-25T07:00:00"}),
        (SIX, "あと7時半にもかけて", {"at": "2026-11-25T07:30:00"}),
        (SIX, "もう一つ7時に", {"at": "2026-11-25T07:00:00"}),
        (SIX, "and 7", {"at": "2026-11-25T07:00:00"}),
        (SIX, "also at 7:30", {"at": "2026-11-25T07:30:00"}),
        (SIX, "another one at 7", {"at": "2026-11-25T07:00:00"}),
        (SIX, "7 too please", {"at": "2026-11-25T07:00:00"}),
        (TONIGHT, "7時にも", {"at": "2026-11-24T19:00:00"}),
        (DAILY, "and at 7", {"at": "2026-11-25T07:00:00", "repeat": "daily"}),
        (PILLS, "21時にも", {"text": "薬飲む", "at": "2026-11-24T21:00:00"}),
        (TIMER, "もう一つ15分のも", {"minutes": 15}),
        (TIMER, "もう一つ5分", {"minutes": 5}),
        (TIMER, "15分のタイマーも", {"minutes": 15}),
    ],
)
def test_it_is_set_beside_the_other(earlier: Call, text: str, given: dict[str, object]) -> None:
    assert understand(text, earlier=(earlier,)).calls == (Call(earlier.tool, given),)


@pytest.mark.parametrize(
    ("earlier", "text"),
    [
        (SIX, "7"),
        (SIX, "7時"),
        (SIX, "寝室の電気も"),
        (TIMER, "10分"),
        (TIMER, "7時にも"),
        (call("timers.start", minutes=10, command="電気消して"), "もう一つ15分"),
        (call("home.set_light", name="Kitchen Light", brightness=6), "and 7"),
    ],
)
def test_other_words_set_none(earlier: Call, text: str) -> None:
    calls = understand(text, earlier=(earlier,)).calls
    assert not any(one.tool in {"alarms.set", "reminders.add", "timers.start"} for one in calls)


def test_more_time_is_for_the_same_timer() -> None:
    for text in ("もう10分", "another 10 minutes"):
        assert understand(text, earlier=(TIMER,)).calls[0].tool == "timers.add"


def test_two_alarms_in_one_breath() -> None:
    seven, eight = (call("alarms.set", at=f"2026-11-25T0{hour}:00:00") for hour in (7, 8))
    assert understand("アラームを7時にして、8時にも").calls == (seven, eight)
