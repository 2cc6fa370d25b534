"""An event by its name, its day and its hour alone; anything else that ends in a time is what it was."""

import pytest

from understand.home import call, understand


@pytest.mark.parametrize(
    ("text", "title", "at"),
    [
        ("routine blood test tomorrow at 9", "routine blood test", "2026-11-25T09:00:00"),
        ("routine check-up tomorrow at 11", "routine check-up", "2026-11-25T11:00:00"),
        ("dentist tomorrow at 9", "dentist", "2026-11-25T09:00:00"),
    ],
)
def test_it_is_put_down(text: str, title: str, at: str) -> None:
    assert understand(text).calls == (call("calendar.add", text=title, at=at),)


@pytest.mark.parametrize(
    "text",
    [
        "dentist tomorrow at 9?",
        "test the alarm tomorrow at 9",
        "bedroom light check tomorrow at 9",
        "is the dentist tomorrow at 9",
        "cancel the dentist tomorrow at 9",
        "no meeting tomorrow at 9",
        "milk tomorrow at 9",
        "dentist tomorrow",
        "dentist and lunch tomorrow at 12",
    ],
)
def test_it_is_none(text: str) -> None:
    calls = understand(text).calls
    assert not any(
        one.tool == "calendar.add" and one.arguments.get("text") in {"dentist", text} for one in calls
    )
    assert not any(one.tool == "calendar.add" for one in calls if "test" in text or "no " in text)


EVENT = call("calendar.add", text="car service", at="2026-12-15T08:30:00")
EVENT_JA = call("calendar.add", text="車検", at="2026-12-15T08:30:00")
DAY = call("clock.date", day="2026-12-15")


@pytest.mark.parametrize(
    ("text", "event", "tool"),
    [
        ("move it to the 16th", EVENT, "calendar.move"),
        ("16日にして", EVENT_JA, "calendar.move"),
        ("cancel it", EVENT, "calendar.remove"),
        ("remind me an hour before", EVENT, "reminders.add"),
    ],
)
def test_the_question_what_day_that_is_is_no_break(text: str, event: object, tool: str) -> None:
    meaning = understand(text, earlier=(DAY,), before=((event,),))
    assert [one.tool for one in meaning.calls] == [tool]


def test_behind_the_day_alone_nothing_is_moved() -> None:
    assert all(one.tool != "calendar.move" for one in understand("move it to the 16th", earlier=(DAY,)).calls)


def test_the_one_in_the_room_that_was_not_offered() -> None:
    asked = tuple(call("home.turn_on", name=name) for name in ("Kitchen Light", "Bathroom Light"))
    meaning = understand(
        "the bedroom one", asked=asked, earlier=asked, offered=("Kitchen Light", "Bathroom Light")
    )
    assert meaning.calls == (call("home.turn_on", name="Bedroom Light"),)
    again = understand(
        "the blue one", asked=asked, earlier=asked, offered=("Kitchen Light", "Bathroom Light")
    )
    assert again.question and not again.calls


def test_no_after_all() -> None:
    plan = call("timers.start", minutes=10, command="玄関の鍵を開ける")
    assert [one.tool for one in understand("いや、やっぱりいい", earlier=(plan,)).calls] == ["timers.cancel"]
    assert [one.tool for one in understand("いややっぱりいい", earlier=(plan,)).calls] == ["timers.cancel"]
