"""The times that marks say, against those of a call."""

from collections.abc import Mapping
from datetime import UTC, datetime

import pytest

from kippu.turn import Call
from understand_times import holds_times, is_not_today, times

NOW = datetime(2026, 11, 28, 12, 0, tzinfo=UTC)  # a Saturday
TAKES = {
    "calendar.add": {"text", "at", "repeat"},
    "calendar.show": {"at", "day", "until", "part"},
    "calendar.remove_all": {"at", "day", "until", "part"},
    "clock.date": {"day", "days", "weeks", "ago"},
    "alarms.list": set[str](),
}


def holds(tool: str, arguments: Mapping[str, object], *marks: str) -> bool:
    return holds_times([Call(tool, arguments)], times(marks, NOW), NOW, TAKES, TAKES[tool])


@pytest.mark.parametrize(
    ("marks", "at", "right"),
    [
        (["six pm"], "2026-11-28T18:00:00", True),
        (["six pm"], "2026-11-28T18:30:00", False),
        (["six am"], "2026-11-29T06:00:00", True),
        (["six am"], "2026-11-28T18:00:00", False),
        (["six am"], "2026-11-30T06:00:00", False),  # the next six it is
        (["six"], "2026-11-28T18:00:00", True),
        (["six"], "2026-11-29T06:00:00", True),
        (["six", "evening"], "2026-11-29T06:00:00", False),
        (["six", "evening"], "2026-11-28T18:00:00", True),
        (["tomorrow", "six am"], "2026-11-29T06:00:00", True),
        (["tomorrow", "six am"], "2026-11-30T06:00:00", False),
        (["monday", "six"], "2026-11-30T18:00:00", True),
        (["monday", "twelve o clock"], "2026-11-30T09:00:00", False),
        (["tomorrow", "morning"], "2026-11-29T08:00:00", True),
        (["tomorrow", "morning"], "2026-11-29T20:00:00", False),
        (["tomorrow"], "2026-11-29", True),
        (["tomorrow"], "2026-11-28", False),
        (["next week"], "2026-12-02", True),
        (["next week"], "2026-12-09", False),
        (["in two hours"], "2026-11-28T14:00:00", True),
        (["in two hours"], "2026-11-28T15:00:00", False),
        (["six am", "after dinner"], "2026-12-01T06:00:00", True),  # what can't be read may be its day
    ],
)
def test_moments(marks: list[str], at: str, right: bool) -> None:
    assert holds("calendar.add", {"text": "gym", "at": at}, *marks) is right


def test_a_time_that_was_said_must_be_in_the_call() -> None:
    assert not holds("calendar.add", {"text": "gym"}, "tomorrow")
    assert not holds("calendar.add", {"text": "gym", "at": "2026-11-29"}, "tomorrow", "six am")
    assert holds("alarms.list", {}, "tomorrow")  # no place for it


def test_a_week_has_both_its_ends_and_a_day_has_one() -> None:
    assert holds("calendar.show", {"day": "2026-11-30", "until": "2026-12-06"}, "next week")
    assert not holds("calendar.show", {"day": "2026-11-30"}, "next week")
    assert holds("calendar.remove_all", {"day": "2026-11-29"}, "tomorrow")
    assert not holds("calendar.remove_all", {"day": "2026-11-29", "until": "2026-12-05"}, "tomorrow")


def test_a_part_of_the_day() -> None:
    assert holds("calendar.show", {"day": "2026-11-29", "part": "evening"}, "tomorrow", "evening")
    assert not holds("calendar.show", {"day": "2026-11-29"}, "tomorrow", "evening")


def test_repeats() -> None:
    gym = {"text": "gym", "at": "2026-11-30T18:00:00"}
    assert holds("calendar.add", gym | {"repeat": "mon"}, "every monday", "six pm")
    assert not holds("calendar.add", gym | {"repeat": "tue"}, "every monday", "six pm")
    assert not holds("calendar.add", gym, "every monday", "six pm")


def test_the_clock_is_asked_about_today_unless_it_says_a_day() -> None:
    assert holds("clock.date", {}, "today")
    assert not holds("clock.date", {}, "tomorrow")
    assert holds("clock.date", {"days": 1}, "tomorrow")
    assert holds("clock.date", {"day": "2026-11-29"}, "tomorrow")


@pytest.mark.parametrize(
    ("mark", "other"), [("today", False), ("this week", False), ("tomorrow", True), ("now", False)]
)
def test_another_day_than_today(mark: str, other: bool) -> None:
    assert is_not_today(times([mark], NOW), NOW) is other
