"""A sequel that nobody understood is no talk: a small model would say what it can't know."""

import pytest

from kippu.turn import Call
from understand.home import call, understand

UNFINISHED = (Call("about.unfinished"),)
LIGHT = call("home.turn_on", name="Bedroom Light")
TIMER = call("timers.start", minutes=5)
ALARM = call("alarms.set", at="2026-11-25T07:15:00")
SUM = call("math.calculate", expression="12 times 12")
PLAN = call("timers.repeat", command="open the blinds", at="2026-11-25T07:00:00", repeat="daily")
MUTED = call("home.mute", domain="media_player")
HUMID = call("home.temperature", area="Kitchen")


@pytest.mark.parametrize(
    ("earlier", "text"),
    [
        (SUM, "square root of that"),
        (SUM, "cubed?"),
        (SUM, "and a sixth of it"),
        (MUTED, "is it muted"),
        (LIGHT, "is it expensive"),
        (LIGHT, "since when"),
        (ALARM, "what about the day after"),
        (LIGHT, "which one ends first"),
        (PLAN, "swap them"),
        (SUM, "逆だと？"),
        (TIMER, "何個？"),
        (ALARM, "それだと何分？"),
    ],
)
def test_it_is_said_that_it_was_not_understood(earlier: Call, text: str) -> None:
    assert understand(text, earlier=(earlier,)).calls == UNFINISHED


@pytest.mark.parametrize(
    "text",
    [
        "tell me a joke", "what is love", "and what is a black hole", "how long is the nile",
        "how many people live in japan", "when was mozart born", "what's the capital of france",
        "just kidding", "not bad", "me too", "another joke please", "is it true that cats see in the dark",
        "and why is that", "what should i do about it", "write it as a poem",
        "富士山の高さは？", "徳川家康は？", "面白い話をして", "元気？",
    ],
)  # fmt: skip
def test_talk_stays_talk(text: str) -> None:
    assert understand(text, earlier=(LIGHT,)).calls != UNFINISHED


@pytest.mark.parametrize("text", ["square root of that", "is it muted", "それだと何分？"])
def test_behind_talk_it_may_be_of_that(text: str) -> None:
    assert understand(text).by == "talk"
    assert understand(text, earlier=(LIGHT,), talked=True).by == "talk"


def test_behind_a_question_it_is_no_talk_either() -> None:
    asked = (call("home.turn_on", name="Floor Lamp"), call("home.turn_on", name="Desk Lamp"))
    assert understand("the other one but green", asked=asked, offered=("floor", "desk")).by != "talk"
