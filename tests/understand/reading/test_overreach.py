"""What a template would take for an event, and is none."""

import pytest

from kippu.turn import Call
from understand.home import understand


@pytest.mark.parametrize(
    "text",
    [
        "delay it by an hour",
        "push everything back 10 minutes",
        "postpone all of them to tomorrow",
        "それを金曜に変更して",
    ],
)
def test_a_pronoun_is_no_title(text: str) -> None:
    assert _of_the_calendar(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "pull the blinds forward 10 minutes",
        "start the washing machine an hour earlier",
        "make the bed 10 minutes earlier",
        "start movie night an hour earlier",
        "move the sofa back 2 days",
        "postpone the heating by an hour",
        "postpone the dishwasher by an hour",
        "push the meeting 5 seconds later",
        "start the dishwasher cleaning 10 minutes earlier",
        "会議を30秒遅らせて",
    ],
)
def test_a_thing_is_moved_by_no_length(text: str) -> None:
    assert _of_the_calendar(text) == []


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("push the team lunch with Anna back an hour", "team lunch with Anna"),
        ("make the dentist an hour earlier", "dentist"),
        ("push movie night back an hour", "movie night"),
        ("put back the parents' evening by an hour", "parents' evening"),
        ("push the window cleaning back 2 hours", "window cleaning"),
        ("postpone the mortgage signing by 2 days", "mortgage signing"),
    ],
)
def test_an_event_is(text: str, title: str) -> None:
    assert [call.arguments["text"] for call in _of_the_calendar(text)] == [title]


@pytest.mark.parametrize(
    "text",
    [
        "delete the note from tuesday",
        "delete my search history from today",
        "delete our chat with Anna from today",
        "delete the notes from the meeting on friday",
        "delete the bakery from today",
        "turn on the floor lamp and delete the note from tuesday",
        "call off the dogs today",
        "cancel the washing machine today",
    ],
)
def test_what_is_kept_elsewhere_is_no_event(text: str) -> None:
    assert _of_the_calendar(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "delete the picnic on friday",
        "cancel the karaoke on friday",
        "delete the team chat from my calendar on friday",
        "delete the appointment with Foo",
    ],
)
def test_an_event_is_dropped(text: str) -> None:
    assert [call.tool for call in _of_the_calendar(text)] == ["calendar.remove"]


def _of_the_calendar(text: str) -> list[Call]:
    return [call for call in understand(text).calls if call.tool.startswith("calendar.")]
