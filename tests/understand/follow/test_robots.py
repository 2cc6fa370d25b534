"""Behind a vacuum's work, "stop" stops it where it is; "go home" sends it to its dock."""

import pytest

from kippu.turn import Call
from understand.home import call, understand

KITCHEN = call("home.clean", area="Kitchen")
ROBOT = call("home.start", name="Robot Vacuum", domain="vacuum")
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
        (ROBOT, "send it home", call("home.dock", name="Robot Vacuum", domain="vacuum")),
    ],
)
def test_it_is_the_robot(earlier: Call, text: str, done: Call) -> None:
    assert understand(text, earlier=(earlier,)).calls == (done,)


def test_a_machine_that_stands_is_no_robot() -> None:
    started = call("home.start", name="Dishwasher", domain="switch")
    assert call("home.stop", domain="vacuum") not in understand("stop it", earlier=(started,)).calls
