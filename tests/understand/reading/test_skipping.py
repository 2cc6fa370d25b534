"""A day without what comes every day: it is left out, and not taken away for good."""

import pytest

from understand.home import call, understand

ALARM = call("alarms.set", at="2026-11-25T07:00:00", repeat="daily")
REMINDER = call("reminders.add", text="stretch", at="2026-11-25T08:00:00", repeat="daily")


@pytest.mark.parametrize(
    "text",
    [
        "no alarm tomorrow", "skip tomorrow's alarm", "skip the alarm tomorrow", "don't wake me tomorrow",
        "i don't need the alarm tomorrow", "明日だけアラームなしで", "明日のアラームはなしで",
        "明日はアラームをスキップして", "明日のアラームはいらない",
    ],
)  # fmt: skip
def test_no_alarm(text: str) -> None:
    for earlier in ((), (ALARM,)):
        assert understand(text, earlier=earlier).calls == (call("alarms.cancel", at="2026-11-25"),)


@pytest.mark.parametrize(
    "text",
    ["skip tomorrow", "skip it tomorrow", "not tomorrow", "just skip tomorrow please", "明日だけなしで",
     "明日だけ鳴らさないで", "明日は休み"],
)  # fmt: skip
def test_what_was_set_is_meant(text: str) -> None:
    (alarm,) = understand(text, earlier=(ALARM,)).calls
    assert alarm == call("alarms.cancel", at="2026-11-25T07:00:00", day="2026-11-25")
    (reminder,) = understand(text, earlier=(REMINDER,)).calls
    assert reminder == call("reminders.remove", text="stretch", day="2026-11-25")


def test_what_was_moved_is_meant() -> None:
    later = call("alarms.move", at="08:30", name="gym")
    (skipped,) = understand("not tomorrow", earlier=(later,)).calls
    assert skipped == call("alarms.cancel", at="2026-11-25T08:30", name="gym", day="2026-11-25")
    chosen = call("reminders.move", id="7", at="2026-11-25T09:00:00")
    (skipped,) = understand("not tomorrow", earlier=(chosen,)).calls
    assert skipped == call("reminders.remove", id="7", day="2026-11-25")
    either = call("alarms.move", at="08:30", either_half=True)
    assert understand("not tomorrow", earlier=(either,)).calls == (call("alarms.cancel", day="2026-11-25"),)


@pytest.mark.parametrize("text", ["skip tomorrow", "明日は休み"])
def test_one_of_those_that_were_told_of_is_meant(text: str) -> None:
    told = understand(text, earlier=(call("alarms.list"),)).calls
    assert told == (call("alarms.cancel", day="2026-11-25"),)


@pytest.mark.parametrize("text", ["no alarms tomorrow", "skip the alarm tomorrow", "明日だけアラームなしで"])
def test_all_of_the_day_where_they_are_named(text: str) -> None:
    told = understand(text, earlier=(call("alarms.list"),)).calls
    assert told == (call("alarms.cancel", at="2026-11-25"),)


@pytest.mark.parametrize(
    "text", ["no reminder tomorrow", "skip tomorrow's reminder", "明日だけリマインダーなしで"]
)
def test_no_reminder(text: str) -> None:
    for earlier in ((), (ALARM,), (REMINDER,)):
        assert understand(text, earlier=earlier).calls == (call("reminders.remove", day="2026-11-25"),)


@pytest.mark.parametrize("text", ["skip tomorrow", "not tomorrow", "明日は休み", "明日だけなしで"])
def test_behind_nothing_that_repeats_no_day_is_left_out(text: str) -> None:
    once = call("alarms.set", at="2026-11-25T07:00:00")
    for earlier in ((), (once,), (call("home.turn_on", name="Kitchen Light"),)):
        tools = {one.tool for one in understand(text, earlier=earlier).calls}
        assert not tools & {"reminders.remove"} and (not tools & {"alarms.cancel"} or earlier == (once,))


@pytest.mark.parametrize("text", ["skip the next song tomorrow", "no milk tomorrow", "明日はアラームある？"])
def test_other_words_for_tomorrow(text: str) -> None:
    tools = {one.tool for one in understand(text, earlier=(ALARM,)).calls}
    assert not tools & {"alarms.cancel", "reminders.remove"}
