"""A short sequel stands for the whole sentence that it leaves out."""

import pytest

from kippu.turn import Call, Deed
from understand.home import TAKEN_BACK, call, understand

ALARM = call("alarms.set", at="2026-11-25T07:15:00")
STRETCH = call("reminders.add", text="stretch", at="2026-11-25T08:00:00", repeat="daily")
UNFINISHED = (call("about.unfinished"),)


def after(said: str, last: Call, text: str, **more: object) -> tuple[Call, ...]:
    deed = Deed("before", said, (last,), ((),))
    return understand(text, earlier=(last,), deed=deed, **more).calls


@pytest.mark.parametrize(
    ("text", "at"),
    [
        ("and one for 6 in the evening", "2026-11-24T18:00:00"),
        ("and another for 10 in the evening", "2026-11-24T22:00:00"),
        ("set one for 7", "2026-11-25T07:00:00"),
        ("another one at noon", "2026-11-24T12:00:00"),
        ("and another in half an hour", "2026-11-24T10:30:00"),
    ],
)
def test_another_alarm(text: str, at: str) -> None:
    for last in (ALARM, call("alarms.list")):
        assert after("wake me at quarter past seven", last, text) == (call("alarms.set", at=at),)


@pytest.mark.parametrize("text", ["and one for bob", "and in the evening", "and 7 eggs"])
def test_no_other_alarm(text: str) -> None:
    assert "alarms.set" not in [one.tool for one in after("wake me at 7", ALARM, text)]


def test_the_same_reminder_at_another_hour_as_often() -> None:
    said = "remind me every morning at 8 to stretch"
    evening = call("reminders.add", text="stretch", at="2026-11-24T18:00:00", repeat="daily")
    assert after(said, STRETCH, "and at 6 in the evening") == (evening,)
    once = call("reminders.add", text="stretch", at="2026-11-27T08:00:00")
    (too,) = after("remind me on friday at 8 to stretch", once, "and at noon")
    assert too.arguments == {"text": "stretch", "at": "2026-11-27T12:00:00"}


@pytest.mark.parametrize(
    ("text", "at"), [("in the morning", "25T05"), ("in the evening", "24T17"), ("pm please", "24T17")]
)
def test_the_half_of_the_day_that_was_open(text: str, at: str) -> None:
    alarm = call("alarms.set", at="2026-11-25T05:00:00")
    assert after("alarm at 5", alarm, text)[-1] == call("alarms.set", at=f"2026-11-{at}:00:00")
    assert after("alarm at 5 am", alarm, text) == ()
    deed = Deed("before", "alarm at 5", (alarm,), ((),))  # told of between
    told = understand(text, earlier=(call("alarms.list"),), deed=deed).calls
    assert told[-1].arguments["at"] == f"2026-11-{at}:00:00"


def test_asked_which_half_it_is_the_alarm_is_told() -> None:
    assert after("alarm at 5", ALARM, "am or pm?") == (call("alarms.list"),)


@pytest.mark.parametrize(
    ("command", "text", "other", "hours"),
    [
        ("blinds up", "and down at 9", "blinds down", 11),
        ("open the blinds", "and down at 9", "close the blinds", 11),
        ("lights on", "off at 10", "lights off", 12),
        ("turn on the fan", "and off at 11", "turn off the fan", 13),
    ],
)
def test_the_other_way_of_what_was_planned(command: str, text: str, other: str, hours: int) -> None:
    plan = call("timers.start", hours=9, command=command)
    (timer,) = after(f"{command} at 7", plan, text)
    assert timer == call("timers.start", hours=hours, command=other)


@pytest.mark.parametrize(
    ("said", "last", "text", "anew"),
    [
        ("half an hour timer please", call("timers.start", minutes=30), "no, an hour",
         call("timers.start", hours=1)),
        ("close the blinds in 20 minutes", call("timers.start", minutes=20, command="close the blinds"),
         "no, in half an hour", call("timers.start", command="close the blinds", minutes=30)),
        ("wake me in 20 minutes", call("alarms.set", at="2026-11-24T10:20:00"), "no, 30",
         call("alarms.set", at="2026-11-24T10:30:00")),
        ("wake me at quarter past seven", ALARM, "actually half past",
         call("alarms.set", at="2026-11-25T07:30:00")),
    ],
)  # fmt: skip
def test_another_time_of_it(said: str, last: Call, text: str, anew: Call) -> None:
    back, again = after(said, last, text)
    assert back.tool.endswith(".cancel") and again == anew


def test_a_length_is_none_where_an_hour_was_said() -> None:
    (*_, last) = after("wake me at 7:15", ALARM, "no, 30")
    assert last.arguments.get("at") != "2026-11-24T10:30:00"


def test_it_is_moved_again() -> None:
    moved = call("calendar.move", text="lunch with Ann", at="2026-11-30")
    assert after("move it to monday", moved, "actually tuesday") == (
        call("calendar.move", text="lunch with Ann", at="2026-12-01"),
    )


@pytest.mark.parametrize("text", ["wait no", "not yet", "no, don't", "まだいい", "あ、待って、だめ"])
def test_what_was_done_is_taken_back(text: str) -> None:
    lock = call("home.unlock", name="Front Door")
    assert after("what was said", lock, text) == (TAKEN_BACK, call("home.lock", name="Front Door"))
    plan = call("timers.start", minutes=20, command="close the blinds")
    if text.isascii():
        assert after("close the blinds in 20 minutes", plan, text)[0].tool == "timers.cancel"


def test_to_what_rings_not_yet_is_a_snooze() -> None:
    assert after("close the blinds", call("home.close", name="Bedroom Blinds"), "not yet", rings=True) == (
        call("alarms.snooze"),
    )
    assert understand("wait no").by == "talk"


def test_what_is_done_again_and_again_stops() -> None:
    plan = call("timers.repeat", at="2026-11-25T07:00:00", repeat="daily", command="open the blinds")
    assert after("every day at 7 open the blinds", plan, "stop doing that") == (
        call("timers.cancel", name="open the blinds"),
    )


@pytest.mark.parametrize("text", ["remind me again in 10 minutes", "10分後にもう一度教えて"])
def test_reminded_once_more(text: str) -> None:
    rung = call("reminders.add", text="stretch", at="2026-11-24T10:00:00")
    snoozed = (call("alarms.snooze", minutes=10),)
    assert understand(text, earlier=(rung,), rings=True).calls == snoozed
    assert understand(text).calls == snoozed
    (again,) = understand(text, earlier=(rung,)).calls
    assert again.tool == "reminders.add" and again.arguments["at"] == "2026-11-24T10:10:00"
    assert again.arguments["text"] == "stretch"


@pytest.mark.parametrize("text", ["which ends first", "which one rings next", "どっちが先に終わる？"])
def test_which_ends_first(text: str) -> None:
    timers = (call("timers.start", minutes=5), call("timers.start", minutes=10))
    assert understand(text, earlier=timers).calls == (call("timers.status", first=True),)


def test_the_other_way_as_often() -> None:
    plan = call("timers.repeat", at="2026-11-25T07:00:00", repeat="weekdays", command="blinds up")
    (other,) = after("blinds up every weekday at 7", plan, "and down at 9 pm")
    assert other == call("timers.repeat", at="2026-11-24T21:00:00", repeat="weekdays", command="blinds down")


@pytest.mark.parametrize("text", ["wait no", "not yet", "don't", "まだいい"])
def test_nobody_is_let_in_by_it(text: str) -> None:
    for last in (
        call("home.lock", name="Front Door"),
        call("home.close", domain="cover", device_class="garage"),
    ):
        assert not any("lock" in one.tool or "open" in one.tool for one in after("said", last, text))


def test_what_was_added_is_taken_off_again() -> None:
    milk = call("lists.add", item="milk", list="shopping")
    assert after("what was said", milk, "wait no")[1:] == (
        call("lists.remove", item="milk", list="shopping"),
    )


def test_so_many_hours_are_minutes() -> None:
    _, timer = after("timer for an hour", call("timers.start", hours=1), "actually 30")
    assert timer == call("timers.start", minutes=30)
