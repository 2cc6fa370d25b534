"""A bare "stop" ends what goes on and takes nothing back."""

import pytest

from kippu.turn import Call
from understand.home import call, understand

BLINDS = call("home.close", name="Bedroom Blinds")
JAZZ = call("home.play", query="jazz")
MUSIC = call("home.media", command="play", domain="media_player")
QUIETER = call("home.change_volume", name="Speaker", step=-10)
PAUSED = call("home.media", domain="media_player", command="pause")
WARMER = call("home.change_temperature", domain="climate", step=1)


@pytest.mark.parametrize(
    ("earlier", "text", "done"),
    [
        (BLINDS, "stop them", call("home.stop", name="Bedroom Blinds")),
        (BLINDS, "途中で止めて", call("home.stop", name="Bedroom Blinds")),
        (BLINDS, "あ、待って止めて", call("home.stop", name="Bedroom Blinds")),
        (JAZZ, "stop it", PAUSED),
        (MUSIC, "止めて", PAUSED),
        (QUIETER, "stop", call("home.media", name="Speaker", command="pause")),
        (
            call("home.state", name="Speaker", property="track", ask="one"),
            "stop it",
            call("home.media", name="Speaker", command="pause"),
        ),
        (WARMER, "stop", call("help.never_mind")),
        (WARMER, "それくらいでいい", call("help.never_mind")),
        (WARMER, "そのくらいでええわ", call("help.never_mind")),
        (
            call("home.set_position", name="Bedroom Blinds", position=50),
            "そのくらいでええわ",
            call("help.never_mind"),
        ),
        (call("home.set_volume", domain="media_player", volume=30), "それでいいや", call("help.never_mind")),
    ],
)
def test_what_goes_on_ends(earlier: Call, text: str, done: Call) -> None:
    assert understand(text, earlier=(earlier,)).calls == (done,)


def test_what_is_to_be_taken_back_still_is() -> None:
    assert understand("undo that", earlier=(BLINDS,)).calls[-1] == call("home.open", name="Bedroom Blinds")
    assert understand("cancel that", earlier=(BLINDS,)).calls[-1].tool == "home.open"
