"""What nobody could do at its time: a reminder is offered, but not of what has been."""

from datetime import datetime

import pytest

from kippu.turn import Call
from kippu.understand.later.unplanned import reminder_instead

NOW = datetime(2026, 11, 28, 18, 0).astimezone()


@pytest.mark.parametrize("command", ["have a taxi here", "dinner", "the train leaves"])
def test_a_reminder_is_offered(command: str) -> None:
    meaning = reminder_instead(Call("timers.start", {"command": command, "minutes": 10}), "en", NOW)
    assert meaning.proposed == (Call("reminders.add", {"text": command, "at": "2026-11-28T18:10:00"}),)
    assert command in (meaning.question or "")


@pytest.mark.parametrize(
    ("command", "language"),
    [("yesterday the whole office went off", "en"), ("we had no water", "en"), ("昨日は電気が消えて", "ja")],
)
def test_what_has_been_is_talk(command: str, language: str) -> None:
    meaning = reminder_instead(Call("timers.start", {"command": command, "minutes": 10}), language, NOW)
    assert (meaning.by, meaning.question, meaning.proposed) == ("talk", None, ())
