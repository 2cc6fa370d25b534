"""Until when an event goes, and how much longer it takes."""

import pytest

from kippu.turn import Call
from understand.home import call, understand

MEETING = call("calendar.add", text="meeting", at="2026-11-25T10:00:00")


@pytest.mark.parametrize(
    ("text", "given"),
    [
        ("until 12", {"at": "12:00:00", "either_half": True}),
        ("make it last until 1 pm", {"at": "13:00:00"}),
        ("it goes until noon", {"at": "12:00:00"}),
        ("12時まで", {"at": "12:00:00", "either_half": True}),
        ("やっぱり13時までにして", {"at": "13:00:00"}),
        ("make it an hour longer", {"hours": 1}),
        ("extend it by 30 minutes", {"minutes": 30}),
        ("make it 15 minutes shorter", {"minutes": 15, "earlier": True}),
        ("30分延ばして", {"minutes": 30}),
        ("30分短くして", {"minutes": 30, "earlier": True}),
    ],
)
def test_its_end_alone_is_moved(text: str, given: dict[str, object]) -> None:
    moved = Call("calendar.move", {"text": "meeting", "end": True, **given})
    assert understand(text, earlier=(MEETING,)).calls == (moved,)


def test_what_rings_has_no_end() -> None:
    alarm = call("alarms.set", at="2026-11-25T07:00:00")
    later = call("alarms.set", at="2026-11-25T07:30:00")
    assert understand("30分延ばして", earlier=(alarm,)).calls[1:] == (later,)
    timer = call("timers.start", minutes=5)
    assert understand("3分延ばして", earlier=(timer,)).calls == (
        call("timers.add", minutes=3, start_minutes=5),
    )
    for text in ("until 8", "8時まで？", "make it an hour longer"):
        assert not any("end" in one.arguments for one in understand(text, earlier=(alarm,)).calls)


@pytest.mark.parametrize(
    "text", ["12時まで？", "駅まで", "until tomorrow then", "call it a day until i say so"]
)
def test_other_words_end_nothing(text: str) -> None:
    assert not any("end" in one.arguments for one in understand(text, earlier=(MEETING,)).calls)
