"""Another day of what was just asked about."""

import pytest

from kippu.turn import Call
from understand.home import call, understand

TOMORROW = call("calendar.show", day="2026-11-25")
MEETING = call("calendar.show", day="2026-11-25", words="会議")
NEXT_WEEK = call("calendar.show", day="2026-11-30", until="2026-12-06")
REMINDERS = call("reminders.list", day="2026-11-25")


@pytest.mark.parametrize(
    ("earlier", "text", "given"),
    [
        (TOMORROW, "明後日は？", {"day": "2026-11-26"}),
        (TOMORROW, "じゃあ日曜は？", {"day": "2026-11-29"}),
        (TOMORROW, "6日は", {"day": "2026-12-06"}),
        (TOMORROW, "その次の日は？", {"day": "2026-11-26"}),
        (TOMORROW, "夜は？", {"day": "2026-11-25", "part": "night"}),
        (NEXT_WEEK, "再来週は？", {"day": "2026-12-07", "until": "2026-12-13"}),
        (NEXT_WEEK, "その次の週は？", {"day": "2026-12-07", "until": "2026-12-13"}),
        (MEETING, "明後日は？", {"day": "2026-11-26", "words": "会議"}),
        (call("calendar.show", first=True), "明日は？", {"day": "2026-11-25"}),
        (TOMORROW, "and sunday?", {"day": "2026-11-29"}),
        (TOMORROW, "what about at 3?", {"at": "2026-11-25T15:00:00"}),
        (TOMORROW, "and the day after?", {"day": "2026-11-26"}),
        (NEXT_WEEK, "and the week after?", {"day": "2026-12-07", "until": "2026-12-13"}),
        (NEXT_WEEK, "the week after next?", {"day": "2026-12-07", "until": "2026-12-13"}),
    ],
)
def test_the_calendar_of_that_day(earlier: Call, text: str, given: dict[str, str]) -> None:
    assert understand(text, earlier=(earlier,)).calls == (Call("calendar.show", given),)


def test_the_reminders_of_that_day() -> None:
    found = understand("明後日は？", earlier=(REMINDERS,))
    assert found.calls == (call("reminders.list", day="2026-11-26"),)


@pytest.mark.parametrize(
    ("earlier", "text"),
    [
        (call("home.turn_on", name="Kitchen Light"), "明日は？"),
        (call("calendar.show", words="歯医者"), "明日は？"),
        (TOMORROW, "天気は？"),
        (TOMORROW, "明日の天気は？"),
        (NEXT_WEEK, "夜は？"),
        (TOMORROW, "what day is it tomorrow"),
    ],
)
def test_other_questions_are_their_own(earlier: Call, text: str) -> None:
    calls = understand(text, earlier=(earlier,)).calls
    assert not any(one.tool == "calendar.show" for one in calls)
