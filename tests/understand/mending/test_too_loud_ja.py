"""What is too loud is ended itself, and no music instead."""

import pytest

from kippu.turn import Call
from understand.home import call, understand


@pytest.mark.parametrize(
    ("text", "done"),
    [
        ("掃除機うるさいから止めて", call("home.stop", name="Robot Vacuum")),
        ("掃除機がうるさいので止めてください", call("home.stop", name="Robot Vacuum")),
        ("換気扇うるさいから消して", call("home.turn_off", name="Bathroom Fan")),
        ("音楽うるさいから止めて", call("home.media", command="stop", domain="media_player")),
    ],
)
def test_the_loud_thing_stops(text: str, done: Call) -> None:
    assert understand(text).calls == (done,)


def test_nothing_named_is_the_music() -> None:
    assert [one.tool for one in understand("うるさいから止めて").calls] == ["home.change_volume"]


def test_what_is_not_at_home_stays_loud() -> None:
    assert understand("隣の家うるさいから止めて").calls == ()
