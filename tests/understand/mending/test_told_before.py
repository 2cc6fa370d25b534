"""What points at a time, a number or a name that was told just before."""

from typing import Any

import pytest

from kippu.turn import Call, Deed
from understand.home import call, understand

NOW_TOLD = call("clock.time")
FIVE = call("clock.time", at="2026-11-24T17:00:00")
YORK = call("clock.time", place="New York")
SIX_FORTY = call("alarms.set", at="2026-11-25T06:40:00")
KIDS = call("reminders.add", text="pick up the kids", at="2026-11-24T16:15:00")
WARM = call("math.convert", value="18", from_unit="degrees", to_unit="fahrenheit")
FAHRENHEIT = call("math.convert", value=68, from_unit="fahrenheit", to_unit="celsius")
MILES = call("math.convert", value=5, from_unit="miles", to_unit="km")


@pytest.mark.parametrize(
    ("before", "text", "after"),
    [
        (NOW_TOLD, "wake me up at the same time tomorrow", ("alarms.set", {"at": "2026-11-25T10:00:00"})),
        (SIX_FORTY, "set an alarm for friday at the same time",
         ("alarms.set", {"at": "2026-11-27T06:40:00"})),
        (SIX_FORTY, "remind me at this time tomorrow to call Ann",
         ("reminders.add", {"text": "call Ann", "at": "2026-11-25T10:00:00"})),
        (FIVE, "remind me then to go to bed",
         ("reminders.add", {"text": "go to bed", "at": "2026-11-24T17:00:00"})),
        (SIX_FORTY, "remind me then to take my pills",
         ("reminders.add", {"text": "take my pills", "at": "2026-11-25T06:40:00"})),
        (NOW_TOLD, "remind me then to close the blinds", ("reminders.add", {"text": "close the blinds"})),
        (WARM, "set the heating to that",
         ("home.set_temperature", {"name": "Thermostat", "temperature": 18})),
        (FAHRENHEIT, "set the thermostat to that please",
         ("home.set_temperature", {"name": "Thermostat", "temperature": 20})),
        (call("contacts.find", name="Sarah", what="phone"), "add her then, 07700 900123",
         ("contacts.add", {"name": "Sarah", "text": "07700 900123"})),
        (call("calendar.move", text="dentist", at="2026-11-26"), "oh add it then, thursday 9am",
         ("calendar.add", {"text": "dentist", "at": "2026-11-26T09:00:00"})),
        (YORK, "what time will it be there when its 9pm here",
         ("clock.time", {"place": "New York", "at": "2026-11-24T21:00:00"})),
        (YORK, "how far ahead are we", ("clock.difference", {"place": "New York"})),
        (FIVE, "and until midnight", ("clock.time", {"at": "2026-11-25T00:00:00"})),
        (call("clock.date", holiday="christmas"), "what day of the week is that",
         ("clock.date", {"holiday": "christmas"})),
        (SIX_FORTY, "what day is that", ("clock.date", {"day": "2026-11-25"})),
    ],
)  # fmt: skip
def test_it_is_said_whole(before: Call, text: str, after: tuple[str, dict[str, Any]]) -> None:
    assert [(one.tool, dict(one.arguments)) for one in understand(text, earlier=(before,)).calls] == [after]


@pytest.mark.parametrize("before", [(), (MILES,)])
def test_degrees_that_nobody_told_are_asked_for(before: tuple[Call, ...]) -> None:
    meaning = understand("set the heating to that", earlier=before)
    assert not meaning.calls
    assert "how many degrees" in (meaning.question or "")


@pytest.mark.parametrize("text", ["add her then, 07700 900123", "oh add it then, thursday 9am"])
def test_what_is_not_known_is_asked_for(text: str) -> None:
    meaning = understand(text)
    assert not meaning.calls
    assert meaning.question


def test_what_has_a_name_is_not_asked_for() -> None:
    (found,) = understand("add eggs, milk").calls
    assert found.tool == "lists.add"


def test_today_is_today_behind_a_holiday() -> None:
    easter = call("clock.date", holiday="easter")
    assert understand("what day is it", earlier=(easter,)).calls == (call("clock.date"),)


@pytest.mark.parametrize(
    ("before", "text", "at"),
    [
        (KIDS, "make it ten to", "2026-11-24T15:50:00"),
        (KIDS, "make it quarter to", "2026-11-24T15:45:00"),
        (SIX_FORTY, "no, ten to", "2026-11-25T06:50:00"),
        (SIX_FORTY, "make it ten past", "2026-11-25T06:10:00"),
    ],
)
def test_minutes_before_the_hour_that_was_said(before: Call, text: str, at: str) -> None:
    assert understand(text, earlier=(before,)).calls[-1].arguments["at"] == at


@pytest.mark.parametrize(
    ("said", "at", "text", "after"),
    [
        ("set an alarm for 6", "2026-11-25T06:00:00", "no 6 pm", "2026-11-24T18:00:00"),
        ("set an alarm for 6", "2026-11-25T06:00:00", "no, pm", "2026-11-24T18:00:00"),
        ("set an alarm for 6 tomorrow", "2026-11-25T06:00:00", "no 6 pm", "2026-11-25T18:00:00"),
        ("set an alarm for 7", "2026-11-25T07:00:00", "no 8 am", "2026-11-25T08:00:00"),
        ("wake me at 6", "2026-11-25T06:00:00", "no 8 pm", "2026-11-25T20:00:00"),
    ],
)
def test_another_half_of_a_day_that_nobody_named_is_todays(said: str, at: str, text: str, after: str) -> None:
    alarm = (call("alarms.set", at=at),)
    found = understand(text, earlier=alarm, deed=Deed("t", said, alarm, ((),))).calls
    assert found[-1].arguments["at"] == after


@pytest.mark.parametrize("text", ["make it 9 to 5", "change it to", "move the alarm to"])
def test_a_sentence_that_breaks_off_is_asked_about(text: str) -> None:
    meaning = understand(text, earlier=(SIX_FORTY,))
    assert all(one.arguments.get("at") != "2026-11-25T06:51:00" for one in meaning.calls)
