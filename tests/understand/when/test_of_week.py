from datetime import datetime

import pytest

from kippu.understand.when.english import find
from understand.home import call, understand

NOW = datetime.fromisoformat("2026-11-24T10:00:00+09:00")
"""A Tuesday."""


@pytest.mark.parametrize(
    ("text", "at"),
    [
        ("lunch on tuesday next week", "2026-12-01T09:00"),
        ("lunch next week on tuesday", "2026-12-01T09:00"),
        ("lunch on friday of next week at 3 pm", "2026-12-04T15:00"),
        ("lunch next week, friday at 1 pm", "2026-12-04T13:00"),
        ("lunch on monday the week after next", "2026-12-07T09:00"),
        ("lunch on friday this week", "2026-11-27T09:00"),
    ],
)
def test_a_weekday_and_its_week_are_one_day(text: str, at: str) -> None:
    (phrase,) = find(text, NOW)
    assert phrase.at is not None
    assert phrase.at.isoformat()[:16] == at
    assert text[phrase.start : phrase.end] == text.removeprefix("lunch ")


@pytest.mark.parametrize("text", ["on tuesday and next week", "tuesday or next week"])
def test_what_is_said_of_both_stays_apart(text: str) -> None:
    assert len(find(text, NOW)) == 2


@pytest.mark.parametrize("text", ["how many days till the weekend", "how long until the weekend"])
def test_the_weekend_is_a_day_to_wait_for(text: str) -> None:
    assert understand(text).calls == (call("clock.date", day="2026-11-28"),)


@pytest.mark.parametrize(
    ("text", "tool", "hour"),
    [
        ("put a swimming lesson in the calendar every monday at 5", "calendar.add", "17"),
        ("毎週月曜5時にスイミングの予定を入れて", "calendar.add", "17"),
        ("put a run in the calendar every monday at 7", "calendar.add", "07"),
        ("wake me every monday at 5 for swimming", "alarms.set", "05"),
        ("turn on the kitchen light every monday at 5", "timers.repeat", "05"),
        ("毎週月曜5時に起こして", "alarms.set", "05"),
        ("put a swimming lesson in the calendar every monday at 5 am", "calendar.add", "05"),
    ],
)
def test_no_lesson_is_at_night(text: str, tool: str, hour: str) -> None:
    (made,) = understand(text).calls
    assert (made.tool, made.arguments["at"][11:13]) == (tool, hour)
