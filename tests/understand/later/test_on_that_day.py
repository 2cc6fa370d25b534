"""An event is for the day that was asked about right before it."""

import pytest

from kippu.turn import Call
from understand.home import call, understand

SATURDAY = call("calendar.show", day="2026-11-28")
TODAY = call("calendar.show", day="2026-11-24")
NEXT_WEEK = call("calendar.show", day="2026-11-30", until="2026-12-06")


@pytest.mark.parametrize(
    ("text", "given"),
    [
        ("じゃあ10時に運動会入れて", {"at": "2026-11-28T10:00:00", "text": "運動会"}),
        ("運動会の予定入れて", {"at": "2026-11-28", "text": "運動会"}),
        ("then add sports day at 10", {"at": "2026-11-28T10:00:00", "text": "sports day"}),
        (
            "ok, schedule lunch with Ann from 12 to 2",
            {"at": "2026-11-28T12:00:00", "end": "14:00:00", "text": "lunch with Ann"},
        ),
        ("put the dentist on my calendar", {"at": "2026-11-28", "text": "dentist"}),
    ],
)
def test_it_is_on_the_day_asked_about(text: str, given: dict[str, str]) -> None:
    assert understand(text, earlier=(SATURDAY,)).calls == (Call("calendar.add", given),)


@pytest.mark.parametrize(
    ("earlier", "text", "at"),
    [
        (SATURDAY, "じゃあ日曜の10時に運動会入れて", "2026-11-29T10:00:00"),
        (SATURDAY, "schedule lunch tomorrow at 12", "2026-11-25T12:00:00"),
        (SATURDAY, "毎週月曜10時に会議入れて", "2026-11-30T10:00:00"),
        (TODAY, "schedule a meeting at 3", "15:00:00"),
        (NEXT_WEEK, "schedule a meeting at 10", "22:00:00"),
    ],
)
def test_another_day_that_is_said_is_meant(earlier: Call, text: str, at: str) -> None:
    assert understand(text, earlier=(earlier,)).calls[0].arguments["at"] == at
