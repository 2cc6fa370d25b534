"""What was asked about may lack a part, such as the day of an hour: no sequel to it ends in a fault."""

import pytest

from kippu.turn import Call, Meaning
from understand.home import call, understand

HALF = [
    call("calendar.add", at="15:00:00"),
    call("calendar.add", text="tea", on="2026-11-27"),
    call("alarms.set", at="07:00:00"),
    call("alarms.set"),
    call("reminders.add", text="tea", at="15:00:00"),
    call("reminders.add", text="tea"),
    call("timers.start"),
    call("timers.repeat", at="07:00:00", command="turn on the light"),
]
SEQUELS = [
    "move it to monday", "at 3 pm", "make it 4", "no, 5", "half an hour later", "push it back 10 minutes",
    "cancel it", "tomorrow", "every day", "and at 6", "when is that", "the first one",
    "remind me an hour before", "in the morning", "don't wake me on monday", "make it an hour longer",
    "instead of 3 make it 4",
    "4時にして", "やっぱり5時", "30分遅くして", "明日にして", "毎日", "6時にも", "1時間前に教えて", "いつ",
    "やっぱりやめた", "3時じゃなくて4時", "もう10分",
]  # fmt: skip


@pytest.mark.parametrize("text", SEQUELS)
@pytest.mark.parametrize("half", HALF, ids=lambda half: f"{half.tool} {sorted(half.arguments)}")
def test_it_has_some_meaning(half: Call, text: str) -> None:
    for where in ({"asked": (half,)}, {"earlier": (half,)}, {"asked": (half, half), "offered": ("a", "b")}):
        assert isinstance(understand(text, **where), Meaning)
