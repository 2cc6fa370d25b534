"""What is left open behind a deed in the home is no talk: a small model would make up what is so."""

import pytest

from kippu.turn import Call
from understand.home import call, understand

LIGHT = call("home.turn_on", name="Bedroom Light")


@pytest.mark.parametrize(
    "text",
    [
        "the left one", "only that one", "the one by the window", "what about the others",
        "whose light is that", "does it use much power", "how long will it stay on", "and?", "a bit more",
        "窓際のやつ", "ほかのも",
    ],
)  # fmt: skip
def test_it_is_said_that_it_was_not_understood(text: str) -> None:
    assert understand(text, earlier=(LIGHT,)).calls == (Call("about.unsure"),)


@pytest.mark.parametrize(
    "text",
    ["tell me a riddle", "why is the sky blue", "tell me a story about it", "i love it",
     "what do you think of it?", "translate that into french", "おもしろい話をして", "how far is it to osaka",
     "when did they land on the moon", "what should i do about it", "who is this by", "それいいね",
     "もう1時だよ", "みんな元気？", "これ誰の曲？"],
)  # fmt: skip
def test_talk_stays_talk(text: str) -> None:
    assert understand(text, earlier=(LIGHT,)).by == "talk"


@pytest.mark.parametrize("text", ["the left one", "does it use much power", "and?"])
def test_without_a_deed_before_it_is_talk(text: str) -> None:
    assert understand(text).by == "talk"
    assert understand(text, earlier=(LIGHT,), talked=True).by == "talk"
    assert understand(text, earlier=(call("lists.add", item="milk", list="shopping"),)).calls in (
        (), (Call("about.unfinished"),)
    )  # fmt: skip
