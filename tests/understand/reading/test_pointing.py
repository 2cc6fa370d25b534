"""A word in place of an event's name."""

import pytest

from understand.home import call, understand

LUNCH = call("calendar.add", text="lunch", at="2026-11-25T13:00:00")


@pytest.mark.parametrize(
    "text", ["take it off my calendar", "remove that from my calendar", "それをカレンダーから消して"]
)
def test_it_is_the_event_spoken_of(text: str) -> None:
    assert understand(text, earlier=(LUNCH,)).calls == (call("calendar.remove", text="lunch"),)


@pytest.mark.parametrize(
    "text",
    [
        "take it off my calendar",
        "reschedule it for friday",
        "move everything to friday",
        "delete all of them from my calendar",
        "全部カレンダーから消して",
    ],
)
def test_else_it_is_asked_what_is_meant(text: str) -> None:
    assert understand(text).calls == (call("about.which"),)


def test_in_a_row_it_is_the_one_before() -> None:
    calls = understand("move lunch to friday and then push it back an hour").calls
    assert calls[1:] == (call("calendar.move", text="lunch", hours=1),)
    assert not understand("wake me at 7 and make it 10 minutes earlier").calls
