"""Behind a vacuum's work, "stop" stops it where it is; "go home" sends it to its dock."""

import pytest

from kippu.turn import Call
from understand.home import call, understand

KITCHEN = call("home.clean", area="Kitchen")
ROBOT = call("home.start", name="Robot Vacuum", domain="vacuum")
PAUSED = call("home.pause", name="Robot Vacuum")
WHERE = call("home.state", name="Robot Vacuum", ask="where")
ASKED = call("home.state", name="Robot Vacuum", state="cleaning", ask="is")


@pytest.mark.parametrize(
    ("earlier", "text", "done"),
    [
        (KITCHEN, "stop it", call("home.stop", domain="vacuum")),
        (KITCHEN, "stop", call("home.stop", domain="vacuum")),
        (ROBOT, "stop cleaning", call("home.stop", name="Robot Vacuum")),
        (ASKED, "stop it", call("home.stop", name="Robot Vacuum")),
        (ROBOT, "止めて", call("home.stop", name="Robot Vacuum")),
        (KITCHEN, "やめて", call("home.stop", domain="vacuum")),
        (ROBOT, "pause it", call("home.pause", name="Robot Vacuum")),
        (KITCHEN, "pause", call("home.pause", domain="vacuum")),
        (PAUSED, "resume", call("home.start", name="Robot Vacuum")),
        (PAUSED, "continue cleaning", call("home.start", name="Robot Vacuum")),
        (ROBOT, "一時停止", call("home.pause", name="Robot Vacuum")),
        (PAUSED, "再開", call("home.start", name="Robot Vacuum")),
        (PAUSED, "続けて", call("home.start", name="Robot Vacuum")),
        (ROBOT, "もう帰っていいよ", call("home.dock", name="Robot Vacuum", domain="vacuum")),
        (WHERE, "send it back", call("home.dock", name="Robot Vacuum")),
        (ROBOT, "send it home", call("home.dock", name="Robot Vacuum", domain="vacuum")),
    ],
)
def test_it_is_the_robot(earlier: Call, text: str, done: Call) -> None:
    assert understand(text, earlier=(earlier,)).calls == (done,)


def test_a_machine_that_stands_is_no_robot() -> None:
    started = call("home.start", name="Dishwasher", domain="switch")
    assert call("home.stop", domain="vacuum") not in understand("stop it", earlier=(started,)).calls


def test_music_is_music() -> None:
    playing = call("home.media", domain="media_player", command="play")
    assert understand("pause", earlier=(playing,)).calls[0].tool == "home.media"
    assert understand("pause the music", earlier=(KITCHEN,)).calls[0].tool == "home.media"


@pytest.mark.parametrize("text", ["is it back yet?", "has it got home", "もう戻った？", "ちゃんと帰ったかな"])
def test_whether_it_is_back(text: str) -> None:
    sent = call("home.dock", name="Robot Vacuum")
    asked = call("home.state", name="Robot Vacuum", state="docked", ask="is")
    assert understand(text, earlier=(sent,)).calls == (asked,)


@pytest.mark.parametrize("text", ["is it back yet?", "もう戻った？"])
def test_of_nothing_else_that_is_asked(text: str) -> None:
    lit = call("home.turn_on", name="Kitchen Light")
    assert not any(one.arguments.get("state") == "docked" for one in understand(text, earlier=(lit,)).calls)
