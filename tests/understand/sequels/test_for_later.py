"""A command for later that names nothing says by itself what it is for, once it is planned."""

import pytest

from kippu.turn import Call, Message
from understand.home import call
from understand.sequels.heard import behind

JAZZ, JAZU = call("home.play", query="jazz"), call("home.play", query="ジャズ")


@pytest.mark.parametrize(
    ("before", "text", "command"),
    [
        (JAZZ, "turn it off in 10 minutes", "pause the music"),
        (JAZZ, "stop it in 10 minutes", "pause the music"),
        (
            call("home.turn_on", name="Kitchen Light"),
            "turn it off in 10 minutes",
            "turn off the Kitchen Light",
        ),
        (JAZU, "10分後に止めて", "音楽を一時停止する"),
    ],
)
def test_it_is_what_was_spoken_of(before: Call, text: str, command: str) -> None:
    (planned,) = behind(text, before).calls
    assert (planned.tool, planned.arguments["command"]) == ("timers.start", command)


def test_warmth_there_is_what_warms_it() -> None:
    (warmer,) = behind("set it to 21 there", call("home.temperature", area="Bedroom")).calls
    assert warmer == call("home.set_temperature", domain="climate", temperature=21)


@pytest.mark.parametrize(("text", "tool"), [("leave the kitchen light on", "home.turn_on")])
def test_what_is_to_stay_on_is_on(text: str, tool: str) -> None:
    before = call("home.turn_off", name="all")
    assert behind(text, before, changed=((),)).calls == (call(tool, name="Kitchen Light"),)


@pytest.mark.parametrize("text", ["both please", "both", "両方", "両方お願い"])
def test_both_is_the_one_that_was_taken_back_too(text: str) -> None:
    back, done = call("home.turn_off", name="Kitchen Light"), call("home.turn_on", name="Bedroom Light")
    said = (Message("user", "no, the bedroom one" if text.isascii() else "違う、寝室の"),)
    made = behind(text, back, done, history=said).calls
    assert [(one.tool, one.arguments["name"]) for one in made] == [
        ("home.turn_on", "Kitchen Light"), ("home.turn_on", "Bedroom Light"),
    ]  # fmt: skip


@pytest.mark.parametrize("text", ["another one", "one more", "もう一つ"])
def test_another_joke(text: str) -> None:
    assert behind(text, call("about.joke")).calls == (call("about.joke"),)


@pytest.mark.parametrize("text", ["save it", "保存して"])
def test_a_picture_is_kept(text: str) -> None:
    assert behind(text, call("pictures.draw", what="a fish")).calls == (call("about.kept"),)


@pytest.mark.parametrize(
    "text", ["turn off everything there", "turn off the lights there", "is the light on there"]
)
def test_there_is_the_room_for_all_but_warmth(text: str) -> None:
    (made,) = behind(text, call("home.temperature", area="Bedroom")).calls
    assert made.arguments["area"] == "Bedroom"
