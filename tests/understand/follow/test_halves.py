"""A share of what was just set."""

import pytest

from kippu.turn import Call
from understand.home import call, understand

LOUD = call("home.set_volume", domain="media_player", volume=40)
LOUDER = call("home.change_volume", domain="media_player", step=10)
LIGHT = call("home.set_light", name="Bedroom Light", brightness=60)
TIMER = call("timers.start", minutes=10)


@pytest.mark.parametrize(
    ("before", "text", "after"),
    [
        (LOUD, "half that", call("home.set_volume", domain="media_player", volume=20)),
        (LOUD, "no, half as loud", call("home.set_volume", domain="media_player", volume=20)),
        (LOUD, "double it", call("home.set_volume", domain="media_player", volume=80)),
        (LIGHT, "half as bright please", call("home.set_light", name="Bedroom Light", brightness=30)),
        (LIGHT, "cut it in half", call("home.set_light", name="Bedroom Light", brightness=30)),
        (LIGHT, "make it half", call("home.set_light", name="Bedroom Light", brightness=50)),
        (LOUDER, "half that", call("about.unfinished")),
        (call("home.turn_on", name="Bedroom Light"), "half of that", call("about.unfinished")),
        (TIMER, "half that", call("timers.start", minutes=5)),
        (TIMER, "double that", call("timers.start", minutes=20)),
    ],
)
def test_it_is_of_what_was_set(before: Call, text: str, after: Call) -> None:
    assert understand(text, earlier=(before,)).calls[-1] == after


def test_behind_a_step_it_is_of_where_it_stood_before() -> None:
    back = ((call("home.set_volume", name="media_player.speaker", volume=35),),)
    (found,) = understand("half that", earlier=(LOUDER,), undo=back).calls
    assert found == call("home.set_volume", domain="media_player", volume=22)
