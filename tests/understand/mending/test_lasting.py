"""How long an event takes, said right behind it; a length that is no event's is what it says."""

import pytest

from understand.home import call, understand

EVENT = call("calendar.add", text="parents' evening", at="2026-11-27T19:00:00")
EVENT_JA = call("calendar.add", text="保護者会", at="2026-11-27T19:00:00")


@pytest.mark.parametrize(
    ("text", "end"),
    [
        ("for an hour and a half", "20:30"),
        ("it takes two hours", "21:00"),
        ("it should last about 45 minutes", "19:45"),
        ("2 hours long", "21:00"),
    ],
)
def test_it_goes_so_long(text: str, end: str) -> None:
    moved = call("calendar.move", text="parents' evening", at=f"2026-11-27T{end}:00", end=True)
    assert understand(text, earlier=(EVENT,)).calls == (moved,)


@pytest.mark.parametrize(
    ("text", "end"), [("1時間半ね", "20:30"), ("2時間くらい", "21:00"), ("45分の予定", "19:45")]
)
def test_it_goes_so_long_in_japanese(text: str, end: str) -> None:
    moved = call("calendar.move", text="保護者会", at=f"2026-11-27T{end}:00", end=True)
    assert understand(text, earlier=(EVENT_JA,)).calls == (moved,)


@pytest.mark.parametrize("text", ["set a timer for 10 minutes", "10 minute timer", "10分タイマー"])
def test_a_timer_is_one(text: str) -> None:
    assert understand(text, earlier=(EVENT,)).calls == (call("timers.start", minutes=10),)


@pytest.mark.parametrize("text", ["for two days", "how long does it take", "for anna"])
def test_no_length_of_an_event(text: str) -> None:
    assert all(one.tool != "calendar.move" for one in understand(text, earlier=(EVENT,)).calls)


def test_behind_a_whole_day_no_hours_are_taken() -> None:
    day = call("calendar.add", text="trip", at="2026-11-27")
    assert all(one.tool != "calendar.move" for one in understand("for two hours", earlier=(day,)).calls)


@pytest.mark.parametrize(
    ("text", "event", "moved"),
    [
        ("and remind me half an hour before", EVENT, "parents' evening"),
        ("30分前に教えて", EVENT_JA, "保護者会"),
    ],
)
def test_a_reminder_before_it_still_knows_when_it_begins(text: str, event: object, moved: str) -> None:
    end = call("calendar.move", text=moved, at="2026-11-27T20:30:00", end=True)
    (reminder,) = understand(text, earlier=(end,), before=((event,),)).calls
    assert reminder.tool == "reminders.add" and reminder.arguments["at"] == "2026-11-27T18:30:00"


@pytest.mark.parametrize(
    ("text", "note"),
    [
        ("remind me a week before", call("notes.add", text="Tom's birthday is on March 3rd")),
        ("remind me a week before", call("notes.find", words="Tom's birthday is on March 3rd")),
        ("1週間前に教えて", call("notes.find", words="健太の誕生日は3月3日")),
    ],
)
def test_a_reminder_before_the_day_of_a_note(text: str, note: object) -> None:
    (reminder,) = understand(text, earlier=(note,)).calls
    assert reminder.tool == "reminders.add" and reminder.arguments["at"] == "2027-02-24T09:00:00"


def test_a_note_without_a_day_has_none_before_it() -> None:
    note = call("notes.add", text="the key is under the pot")
    assert not understand("remind me a week before", earlier=(note,)).calls[1:]
    assert all(
        one.tool != "reminders.add" for one in understand("remind me a week before", earlier=(note,)).calls
    )
