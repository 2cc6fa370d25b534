"""How often what was just set is to come again."""

import pytest

from kippu.turn import Call, Deed
from understand.home import call, understand

DAILY = call("alarms.set", at="2026-11-25T06:00:00", repeat="daily")
WEEKDAYS = call("alarms.set", at="2026-11-25T06:00:00", repeat="weekdays")
ONCE = call("alarms.set", at="2026-11-25T06:00:00")
PILLS = call("reminders.add", text="薬飲む", at="2026-11-25T20:00:00", repeat="daily")
YOGA = call("calendar.add", text="yoga", at="2026-11-30T18:00:00")
BLINDS = call("timers.start", hours=21, command="ブラインド開けて")
EACH_MORNING = call("timers.repeat", at="2026-11-25T07:00:00", repeat="daily", command="open the blinds")


@pytest.mark.parametrize(
    ("earlier", "text", "at", "repeat"),
    [
        (DAILY, "平日だけにして", "2026-11-25T06:00:00", "weekdays"),
        (DAILY, "やっぱり平日だけ", "2026-11-25T06:00:00", "weekdays"),
        (DAILY, "毎日じゃなくて平日だけね", "2026-11-25T06:00:00", "weekdays"),
        (DAILY, "土日はなしで", "2026-11-25T06:00:00", "weekdays"),
        (DAILY, "月水金だけにして", "2026-11-25T06:00:00", "mon,wed,fri"),
        (DAILY, "土曜日と日曜日だけ", "2026-11-28T06:00:00", "weekends"),
        (WEEKDAYS, "週末も", "2026-11-25T06:00:00", "daily"),
        (ONCE, "毎日ね", "2026-11-25T06:00:00", "daily"),
        (DAILY, "only on weekdays", "2026-11-25T06:00:00", "weekdays"),
        (DAILY, "actually just weekdays", "2026-11-25T06:00:00", "weekdays"),
        (DAILY, "not on weekends", "2026-11-25T06:00:00", "weekdays"),
        (DAILY, "only on mondays and thursdays", "2026-11-26T06:00:00", "mon,thu"),
        (WEEKDAYS, "also on weekends", "2026-11-25T06:00:00", "daily"),
        (WEEKDAYS, "saturdays too", "2026-11-25T06:00:00", "mon,tue,wed,thu,fri,sat"),
        (ONCE, "make it every weekday", "2026-11-25T06:00:00", "weekdays"),
    ],
)
def test_an_alarm_is_set_anew_and_none_stays(earlier: Call, text: str, at: str, repeat: str) -> None:
    back = call("alarms.cancel", at="2026-11-25T06:00:00")
    assert understand(text, earlier=(earlier,)).calls == (back, call("alarms.set", at=at, repeat=repeat))


def test_reminders_events_and_plans_too() -> None:
    assert understand("平日だけにして", earlier=(PILLS,)).calls == (
        call("reminders.remove", text="薬飲む"),
        call("reminders.add", text="薬飲む", at="2026-11-24T20:00:00", repeat="weekdays"),
    )
    assert understand("every monday", earlier=(YOGA,)).calls == (
        call("calendar.remove", text="yoga", at=YOGA.arguments["at"]),
        call("calendar.add", text="yoga", at="2026-11-30T18:00:00", repeat="mon"),
    )
    assert understand("not at weekends", earlier=(EACH_MORNING,)).calls == (
        call("timers.cancel", name="open the blinds"),
        call("timers.repeat", at="2026-11-25T07:00:00", repeat="weekdays", command="open the blinds"),
    )


def test_a_plan_comes_again_only_where_an_hour_was_said() -> None:
    said = Deed("before", "朝7時にブラインド開けて", (BLINDS,), ((),))
    assert understand("毎日ね", earlier=(BLINDS,), deed=said).calls == (
        call("timers.cancel", name="ブラインド開けて"),
        call("timers.repeat", at="2026-11-25T07:00:00", command="ブラインド開けて", repeat="daily"),
    )
    said = Deed("before", "21時間後にブラインド開けて", (BLINDS,), ((),))
    assert not understand("毎日ね", earlier=(BLINDS,), deed=said).calls


def test_all_that_were_set_together() -> None:
    seven = call("alarms.set", at="2026-11-25T07:00:00")
    calls = understand("only on weekdays", earlier=(ONCE, seven)).calls
    assert [one.arguments.get("repeat") for one in calls] == [None, "weekdays", None, "weekdays"]


def test_what_is_so_already_is_told() -> None:
    assert understand("週末も", earlier=(DAILY,)).calls == (call("alarms.list"),)


@pytest.mark.parametrize(
    ("earlier", "text"),
    [
        (DAILY, "平日は？"),
        (ONCE, "平日"),
        (ONCE, "saturday"),
        (call("home.turn_off", name="Kitchen Light"), "every day"),
        (call("timers.start", minutes=5), "毎日ね"),
    ],
)
def test_nothing_is_repeated_by_other_words(earlier: Call, text: str) -> None:
    assert not any("repeat" in one.arguments for one in understand(text, earlier=(earlier,)).calls)
