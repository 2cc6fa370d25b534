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


YOGA = call("calendar.add", text="ヨガ", at="2026-11-27T19:00:00", repeat="fri")
RUBBISH = call("reminders.add", text="ゴミ出し", at="2026-11-26T21:00:00", repeat="thu")


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("今週は休む", "2026-11-27"), ("今週はいいや", "2026-11-27"), ("今週だけなしで", "2026-11-27"),
        ("来週は休みになった", "2026-12-04"), ("次回はパス", "2026-11-27"), ("金曜は行けない", "2026-11-27"),
        ("今週のヨガは休みます", "2026-11-27"), ("来週の金曜はなし", "2026-12-04"),
        ("今週は忙しいから休む", "2026-11-27"), ("skip this week", "2026-11-27"),
        ("not next week", "2026-12-04"),
    ],
)  # fmt: skip
def test_a_week_without_it(text: str, day: str) -> None:
    assert understand(text, earlier=(YOGA,)).calls == (call("calendar.remove", text="ヨガ", day=day),)


def test_a_week_without_what_rings() -> None:
    for text in ("今週は休む", "今週のゴミ出しはいいや", "木曜はなし"):
        assert understand(text, earlier=(RUBBISH,)).calls == (
            call("reminders.remove", text="ゴミ出し", day="2026-11-26"),
        )


def test_every_day_of_a_week_on_which_it_comes() -> None:
    daily = call("calendar.add", text="朝会", at="2026-11-25T10:00:00", repeat="weekdays")
    week = (call("calendar.remove", text="朝会", day="2026-11-25", until="2026-11-27"),)
    assert understand("今週はなし", earlier=(daily,)).calls == week
    rings = call("alarms.set", at="2026-11-25T06:30:00", repeat="weekdays")
    days = [one.arguments["day"] for one in understand("今週は休み", earlier=(rings,)).calls]
    assert days == ["2026-11-25", "2026-11-26", "2026-11-27"]


def test_behind_a_look_at_the_series() -> None:
    shown = call("calendar.show", words="ヨガ")
    left_out = (call("calendar.remove", text="ヨガ", day="2026-11-27"),)
    assert understand("今週は休む", earlier=(shown,), before=((YOGA,),)).calls == left_out


def test_when_it_comes_is_told_where_it_does_not_come_that_week() -> None:
    past = call("reminders.add", text="ゴミ出し", at="2026-12-01T08:00:00", repeat="tue")
    assert understand("今週は休む", earlier=(past,)).calls == (call("reminders.list", words="ゴミ出し"),)


@pytest.mark.parametrize(
    "text", ["今週は休む", "今週の仕事は休む", "来週は休みになった", "明日は休み", "今週はいい天気だね"]
)
def test_what_comes_once_or_is_called_otherwise_stays(text: str) -> None:
    once = call("calendar.add", text="会議", at="2026-11-25T15:00:00")
    for earlier in ((once,), (YOGA,) if "仕事" in text or "天気" in text else (), ()):
        tools = {one.tool for one in understand(text, earlier=earlier).calls}
        assert not tools & {"calendar.remove", "reminders.remove", "alarms.cancel"}
