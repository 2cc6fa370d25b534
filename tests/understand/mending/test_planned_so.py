"""Words of a plan that are its name elsewhere."""

import pytest

from kippu.turn import Call
from understand.home import call, understand


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("remind me to buy flowers before friday",
         call("reminders.add", text="buy flowers", at="2026-11-26T09:00:00")),
        ("金曜までに花を買うのをリマインドして",
         call("reminders.add", text="花を買う", at="2026-11-27T09:00:00")),
        ("invite Bob to lunch on friday at noon",
         call("calendar.add", text="lunch with Bob", at="2026-11-27T12:00:00")),
    ],
)  # fmt: skip
def test_it_is_for_that_day(text: str, meant: Call) -> None:
    assert understand(text).calls == (meant,)


@pytest.mark.parametrize(
    "text", ["invite Bob", "invite Bob to the chess club", "invite me to lunch on friday"]
)
def test_others_are_invited_by_no_plan(text: str) -> None:
    assert "lunch with" not in str(understand(text).calls)


def test_before_a_meeting_is_no_day_before() -> None:
    (reminder,) = understand("remind me to eat before friday's meeting").calls
    assert reminder.arguments["text"] == "eat before friday's meeting"
