"""What was just set or planned, put so much earlier or later."""

import pytest

from kippu.turn import Call
from understand.home import call, understand

ALARM = call("alarms.set", at="2026-11-25T07:00:00")
GONE = call("alarms.cancel", at="2026-11-25T07:00:00")
CALL_MUM = call("reminders.add", at="2026-11-24T17:00:00", text="call mum")
LUNCH = call("calendar.add", text="lunch", at="2026-11-25T13:00:00")


@pytest.mark.parametrize(
    ("text", "at"),
    [
        ("make it 10 minutes earlier", "2026-11-25T06:50:00"),
        ("no, make that half an hour later please", "2026-11-25T07:30:00"),
        ("push it back an hour", "2026-11-25T08:00:00"),
        ("10分早くして", "2026-11-25T06:50:00"),
        ("やっぱり30分遅くして", "2026-11-25T07:30:00"),
    ],
)
def test_an_alarm_is_set_anew(text: str, at: str) -> None:
    assert understand(text, earlier=(ALARM,)).calls == (GONE, call("alarms.set", at=at))


@pytest.mark.parametrize(
    "text", ["delay it by an hour", "move it by an hour", "can you put it back an hour", "1時間遅らせて"]
)
def test_a_reminder_is_set_anew(text: str) -> None:
    gone, later = (
        call("reminders.remove", text="call mum"),
        {**CALL_MUM.arguments, "at": "2026-11-24T18:00:00"},
    )
    assert understand(text, earlier=(CALL_MUM,)).calls == (gone, Call("reminders.add", later))


@pytest.mark.parametrize(
    ("text", "by"),
    [
        ("bring it forward an hour", {"hours": 1, "earlier": True}),
        ("move that 10 minutes later", {"minutes": 10}),
        ("put it off for 2 days", {"hours": 48}),
        ("それを1時間早めて", {"hours": 1, "earlier": True}),
    ],
)
def test_an_event_is_moved(text: str, by: dict[str, object]) -> None:
    assert understand(text, earlier=(LUNCH,)).calls == (call("calendar.move", text="lunch", **by),)


@pytest.mark.parametrize(
    ("text", "tool"),
    [("push it back 5 minutes", "timers.add"), ("make it 5 minutes earlier", "timers.subtract")],
)
def test_a_timer_is_made_longer_or_shorter(text: str, tool: str) -> None:
    timer = call("timers.start", minutes=20)
    assert understand(text, earlier=(timer,)).calls == (call(tool, minutes=5, start_minutes=20),)


@pytest.mark.parametrize(
    ("text", "earlier"),
    [
        ("make it 8 hours earlier", (CALL_MUM,)),
        ("make it 10 minutes earlier", ()),
        ("make it 10 minutes later", (call("home.turn_on", name="Floor Lamp"),)),
        ("push everything back 10 minutes", (LUNCH,)),
    ],
)
def test_nothing_else_is_moved(text: str, earlier: tuple[Call, ...]) -> None:
    moves = understand(text, earlier=earlier).calls
    assert not [one for one in moves if one.tool != "about.which"]


@pytest.mark.parametrize(
    ("text", "title"), [("delay the pottery by an hour", "pottery"), ("陶芸の予定を1時間遅らせて", "陶芸")]
)
def test_what_was_just_planned_may_be_named(text: str, title: str) -> None:
    planned = call("calendar.add", text=title, at="2026-11-25T13:00:00")
    assert understand(text, earlier=(planned,)).calls == (call("calendar.move", text=title, hours=1),)


def test_what_is_ones_own_is_planned_whatever_it_is_called() -> None:
    moved = understand("delay my pottery by an hour").calls
    assert moved == (call("calendar.move", text="pottery", hours=1),)
    assert not understand("delay my blinds by an hour").calls
