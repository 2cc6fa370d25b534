"""Another timer or alarm with its name, and another thing to be reminded of with its time."""

import pytest

from kippu.turn import Call
from understand.home import call, understand

EGGS = call("timers.start", name="eggs", minutes=5)
SEVEN = call("alarms.set", at="2026-11-25T07:15:00")
BINS = call("reminders.add", text="bins", at="2026-12-01T19:00:00", repeat="tue")
DENTIST = call("calendar.add", text="dentist", at="2026-11-25T10:00:00")


@pytest.mark.parametrize(
    ("text", "last", "then"),
    [
        ("set another for 3 minutes called tea", EGGS, call("timers.start", name="tea", minutes=3)),
        ("and one for the sauce, 20 minutes", EGGS, call("timers.start", name="sauce", minutes=20)),
        (
            "and another one for Lena at 7:30",
            SEVEN,
            call("alarms.set", name="Lena", at="2026-11-25T07:30:00"),
        ),
        ("and a second one at half past", SEVEN, call("alarms.set", at="2026-11-25T07:30:00")),
        ("7時半にもう一つお願い", SEVEN, call("alarms.set", at="2026-11-25T07:30:00")),
        ("もう一つ7時半に", SEVEN, call("alarms.set", at="2026-11-25T07:30:00")),
        ("which will go off first?", EGGS, call("timers.status", first=True)),
    ],
)
def test_it_is_one_beside_the_other(text: str, last: Call, then: Call) -> None:
    assert understand(text, earlier=(last,)).calls == (then,)


def test_without_a_name_it_is_more_for_the_same() -> None:
    assert understand("another 10 minutes", earlier=(EGGS,)).calls == (
        call("timers.add", minutes=10, name="eggs"),
    )


@pytest.mark.parametrize(
    "text", ["and one for the sauce, 20 minutes", "set another for 3 minutes called tea"]
)
def test_behind_anything_else_it_is_none(text: str) -> None:
    lamp = call("home.turn_on", name="Floor Lamp")
    assert all(one.tool != "timers.start" for one in understand(text, earlier=(lamp,)).calls)


@pytest.mark.parametrize(
    ("text", "last", "then"),
    [
        (
            "and the recycling on Wednesday at 8",
            BINS,
            call("reminders.add", text="recycling", at="2026-11-25T08:00:00", repeat="wed"),
        ),
        (
            "資源ごみは木曜の朝8時",
            BINS,
            call("reminders.add", text="資源ごみ", at="2026-11-26T08:00:00", repeat="thu"),
        ),
        (
            "and the haircut on Friday at 3pm",
            DENTIST,
            call("calendar.add", text="haircut", at="2026-11-27T15:00:00"),
        ),
    ],
)
def test_another_thing_at_its_own_time(text: str, last: Call, then: Call) -> None:
    assert understand(text, earlier=(last,)).calls == (then,)


@pytest.mark.parametrize(
    "text", ["and the lights at 8", "and the alarm at 8", "明日の天気は8時", "それは8時", "何は木曜の8時？"]
)
def test_no_other_thing_to_be_reminded_of(text: str) -> None:
    assert all(one.tool != "reminders.add" for one in understand(text, earlier=(BINS,)).calls)


@pytest.mark.parametrize(
    ("text", "set_"),
    [
        ("and an egg timer for 4", {"name": "egg", "minutes": 4}),
        ("and an egg timer for 4 minutes", {"name": "egg", "minutes": 4}),
        ("a rice timer for 1 hour too", {"name": "rice", "hours": 1}),
        ("another one for 8", {"minutes": 8}),
    ],
)
def test_a_timer_besides_is_as_long_in_the_same_unit(text: str, set_: dict[str, object]) -> None:
    pasta = call("timers.start", name="pasta", minutes=9)
    (made,) = understand(text, earlier=(pasta,)).calls
    assert made == call("timers.start", **set_)
