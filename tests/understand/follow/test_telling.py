"""What "go on" means after talk."""

import pytest

from kippu.turn import Message
from kippu.understand.follow import goes_on_telling
from understand.home import call, turn, understand

STORY = (Message("user", "tell me a story"), Message("assistant", "There once was a fox."))
LIT, PAUSED = call("home.turn_on", name="Kitchen Light"), call("home.media", command="pause")
ON = (
    "go on",
    "please continue",
    "ok, carry on",
    "keep going",
    "go on with it",
    "続けて",
    "続きを話して",
    "もっと続けてください",
)


@pytest.mark.parametrize("said", ON)
def test_the_story_goes_on_and_no_music(said: str) -> None:
    meaning = understand(said, history=STORY, talked=True)
    assert (meaning.by, meaning.calls) == ("talk", ())
    assert not understand(said, history=STORY, earlier=(LIT,), talked=True).calls


@pytest.mark.parametrize(
    "said",
    [
        "louder",
        "next",
        "play some jazz",
        "resume the music",
        "go on with the vacuum",
        "音楽を続けて",
        "曲の続きをかけて",
    ],
)
def test_a_command_stays_one(said: str) -> None:
    assert not goes_on_telling(turn(said, history=STORY, talked=True))


def test_what_was_paused_before_may_be_meant() -> None:
    found = understand("go on", history=STORY, earlier=(PAUSED,), talked=True)
    assert [call.tool for call in found.calls] == ["home.media"]


def test_after_a_command_it_is_more_of_that() -> None:
    found = understand("go on", earlier=(call("home.change_brightness", name="Kitchen Light", step=20),))
    assert [call.tool for call in found.calls] == ["home.change_brightness"]
    assert [call.tool for call in understand("continue").calls] == ["home.media"]
