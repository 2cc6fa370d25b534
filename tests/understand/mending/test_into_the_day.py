"""What is put down for a day that was just spoken of."""

import pytest

from kippu.turn import Call
from understand.home import call, understand

EVENING = call("calendar.show", day="2026-11-27", part="evening")
TOMORROW = call("calendar.show", day="2026-11-25")
GYM = call("calendar.add", text="gym", at="2026-11-25T06:00:00")


@pytest.mark.parametrize(
    ("before", "text", "then"),
    [
        (EVENING, "put cinema at 8", call("calendar.add", text="cinema", at="2026-11-27T20:00:00")),
        (EVENING, "ok put cinema on at 8pm", call("calendar.add", text="cinema", at="2026-11-27T20:00:00")),
        (TOMORROW, "pencil in gym at 7", call("calendar.add", text="gym", at="2026-11-25T07:00:00")),
        (
            GYM,
            "and a call with Raj at 10:30",
            call("calendar.add", text="call with Raj", at="2026-11-25T10:30:00"),
        ),
        (GYM, "what's first", call("calendar.show", day="2026-11-25", first=True)),
        (TOMORROW, "which one comes first", call("calendar.show", day="2026-11-25", first=True)),
    ],
)
def test_it_is_for_that_day(before: Call, text: str, then: Call) -> None:
    assert understand(text, earlier=(before,)).calls == (then,)


@pytest.mark.parametrize(
    "text",
    [
        "put the light on at 8",
        "put milk on the list at 8",
        "turn off the lights at 8",
        "put it at 8",
        "and remind me at 5",
        "put the kettle on at 8",
    ],
)
def test_other_things_are_no_events(text: str) -> None:
    calls = understand(text, earlier=(TOMORROW,)).calls
    assert not any(one.tool == "calendar.add" for one in calls)


def test_another_day_stays() -> None:
    (added,) = understand("and add lunch on friday at 1", earlier=(GYM,)).calls
    assert added.arguments["at"] == "2026-11-27T13:00:00"
