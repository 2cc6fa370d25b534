"""What is said not to have happened is done once more, or looked at."""

import pytest

from kippu.turn import Call

from ..home import call, understand

LIGHTS = call("home.turn_off", domain="light", name="all")
LAMP = call("home.turn_off", name="Kitchen Light")
DOOR = call("home.lock", name="Front Door")
UNLOCKED = call("home.unlock", name="Front Door")
BLINDS = call("home.close", domain="cover", device_class="blind", name="all")


@pytest.mark.parametrize(
    ("before", "text", "again"),
    [
        (LIGHTS, "they are still on", LIGHTS),
        (LIGHTS, "no, they're not off", LIGHTS),
        (LIGHTS, "some of them are still on", LIGHTS),
        (LIGHTS, "still on", LIGHTS),
        (LIGHTS, "the lights are still on", LIGHTS),
        (LIGHTS, "the kitchen light is still on", LAMP),
        (LAMP, "it isn't off yet", LAMP),
        (LIGHTS, "one is still on", LIGHTS),
        (LIGHTS, "they didn't turn off", LIGHTS),
        (LIGHTS, "the kitchen light won't turn off", LAMP),
        (BLINDS, "they haven't closed", BLINDS),
        (BLINDS, "they're still open", BLINDS),
        (DOOR, "it's still unlocked", DOOR),
        (LIGHTS, "まだついてる", LIGHTS),
        (LAMP, "消えてないよ", LAMP),
    ],
)
def test_it_is_done_once_more(before: Call, text: str, again: Call) -> None:
    assert understand(text, earlier=(before,)).calls == (again,)


@pytest.mark.parametrize(
    ("before", "text", "state"),
    [
        (LIGHTS, "they are still on?", {"domain": "light", "state": "on"}),
        (LIGHTS, "まだついてる？", {"domain": "light", "state": "on"}),
        (LAMP, "it's still off", {"name": "Kitchen Light", "state": "off"}),
        (LAMP, "the bathroom fan is still on", {"name": "Bathroom Fan", "state": "on"}),
        (UNLOCKED, "it's still locked", {"name": "Front Door", "state": "locked"}),
        (UNLOCKED, "開いてないよ", {"name": "Front Door", "state": "locked"}),
    ],
)
def test_else_it_is_looked_at(before: Call, text: str, state: dict[str, str]) -> None:
    (told,) = understand(text, earlier=(before,)).calls
    assert told.tool == "home.state" and state.items() <= told.arguments.items()


def test_of_several_it_is_what_can_be_so() -> None:
    assert understand("it's still on", earlier=(LAMP, DOOR)).calls == (LAMP,)
