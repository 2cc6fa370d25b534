"""What a reminder takes from the command before it."""

import pytest

from understand.home import understand


@pytest.mark.parametrize(
    ("text", "what", "at"),
    [
        ("move the gym to friday and remind me at 5", "gym", "2026-11-27T17:00:00"),
        ("move the gym to friday at 8 pm and remind me at 7", "gym", "2026-11-27T19:00:00"),
        ("move the gym to friday and remind me tomorrow at 5", "gym", "2026-11-25T17:00:00"),
        ("move tomorrow's meeting to 3 and remind me at 2", "meeting", "2026-11-25T14:00:00"),
        ("明日の会議を3時に変更して、2時にリマインドして", "会議", "2026-11-25T14:00:00"),
        ("add lunch at 12 to the calendar and remind me at 11:30", "lunch", "2026-11-24T11:30:00"),
        ("write down gym on friday at 3 and remind me at 2", "gym on friday at 3", "2026-11-27T14:00:00"),
        ("add milk to the list and remind me at 5", "milk", "2026-11-24T17:00:00"),
    ],
)  # fmt: skip
def test_a_bare_hour_is_one_of_the_day_of_the_event(text: str, what: str, at: str) -> None:
    assert dict(understand(text).calls[-1].arguments) == {"text": what, "at": at}


@pytest.mark.parametrize(
    "text",
    [
        "move the meeting to 3 and remind me at 2",
        "move tomorrow's meeting to 8 and remind me at 7",
        "put a meeting in my calendar on friday at 3 and remind me at 5",
        "会議を3時に変更して、2時にリマインドして",
    ],
)
def test_without_the_day_or_before_no_event_the_time_is_asked_for(text: str) -> None:
    assert "at" not in understand(text).calls[-1].arguments


@pytest.mark.parametrize(
    "text",
    [
        "wake me at 7 tomorrow, put milk on the list and remind me at 8",
        "add milk to the list, turn off the lights and remind me at 5",
    ],
)
def test_only_what_was_put_down_just_before_is_what_to_be_reminded_of(text: str) -> None:
    assert not understand(text).calls[-1].arguments.get("text")
