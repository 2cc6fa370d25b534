"""What is said around a command, in English."""

import pytest

from kippu.turn import Call
from kippu.understand.mending.asides_en import without_asides_en

from ..home import NOW, call, understand


@pytest.mark.parametrize(
    ("text", "clauses"),
    [
        ("say that again, I wasn't listening", ["say that again"]),
        ("how many days till march 3rd, that's my filing deadline", ["how many days till march 3rd"]),
        ("ok, flip a coin, we can't decide", ["flip a coin"]),
        ("I'm off to bed, set an alarm for seven", ["set an alarm for seven"]),
        ("delete all my alarms, i don't need them", ["delete all my alarms"]),
        ("dim the lights, the guests are here", ["dim the lights"]),
        ("turn off the lights", []),
    ],
)
def test_the_clause_that_asks(text: str, clauses: list[str]) -> None:
    assert list(without_asides_en(text, NOW)) == clauses


@pytest.mark.parametrize(
    "text",
    [
        "turn off the lights, but leave the lamp",
        "turn on the heater, don't turn on the lamp",
        "turn on the lamp, the one in the bedroom",
        "I was at the office, she said turn off the lights",
        "lock the door, if nobody is home",
        "close the blinds, it's for a song",
        "wake me at 7, it's at 8 tomorrow",
        "it was dark, i turned on the lights",
        "add milk, eggs and butter",
    ],
)
def test_where_the_others_say_more(text: str) -> None:
    assert not list(without_asides_en(text, NOW))


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        (
            "bit chilly in here, bump the heating up a couple of degrees",
            call("home.change_temperature", name="Thermostat", step=2),
        ),
        ("so can you pop the kitchen light on", call("home.turn_on", name="Kitchen Light")),
        ("set the kitchen light to like 20", call("home.set_light", name="Kitchen Light", brightness=20)),
        (
            "and remind me to call mum on friday at 5 pm",
            call("reminders.add", text="call mum", at="2026-11-27T17:00:00"),
        ),
        ("stop the music, i can't hear you", call("home.media", command="pause", name="Speaker")),
        ("add milk to the list, we don't have any", call("lists.add", item="milk", list="shopping")),
    ],
)
def test_reasons_are_cues_for_nothing(text: str, meant: Call) -> None:
    assert understand(text).calls == (meant,)


def test_what_lets_somebody_in_is_said_by_itself() -> None:
    assert not understand("unlock the front door, i'm outside").calls


def test_a_question_that_is_open_changes_nothing() -> None:
    open_one = (call("timers.cancel", name="eggs"), call("timers.cancel", name="pasta"))
    meaning = understand("stop the music, i can't hear you", asked=open_one, offered=("eggs", "pasta"))
    assert meaning.calls == (call("home.media", command="pause", name="Speaker"),)
