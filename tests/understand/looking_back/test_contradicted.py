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


@pytest.mark.parametrize(
    ("before", "text"),
    [
        (call("home.turn_off", domain="light"), "まだ開いてるよ"),
        (call("home.turn_on", name="Thermostat"), "まだ閉まってない"),
        (call("home.close", name="Bedroom Blinds"), "まだ鍵がかかってない"),
        (call("home.turn_on", name="Bedroom Light"), "it's still locked"),
    ],
)
def test_what_can_not_be_so_is_not_looked_at_for_it(before: Call, text: str) -> None:
    looked = [one for one in understand(text, earlier=(before,)).calls if one.tool == "home.state"]
    assert not [one for one in looked if one.arguments["state"] in {"open", "closed", "locked", "unlocked"}]


def test_a_lock_is_looked_at_where_it_is_named() -> None:
    lit = call("home.turn_on", name="Bedroom Light")
    (look,) = understand("鍵がかかってないよ", earlier=(lit,)).calls
    assert look == call("home.state", domain="lock", state="locked", ask="all")


CURTAINS = call("home.close", domain="cover", device_class="curtain")
DESK = call("home.turn_off", name="Desk Lamp")


@pytest.mark.parametrize(
    ("before", "text", "tools"),
    [
        (CURTAINS, "the blinds are still open", ["home.state"]),
        (DESK, "the lights are still on", ["home.state"]),
        (call("home.turn_on", name="Desk Lamp"), "the kitchen light is not on", ["home.state"]),
        (DESK, "not off!", []),
        (DOOR, "not locked!", []),
        (LIGHTS, "it's still open", ["home.state"]),
    ],
)
def test_nothing_else_is_done(before: Call, text: str, tools: list[str]) -> None:
    told = [one.tool for one in understand(text, earlier=(before,)).calls]
    assert told == tools or (not tools and told == ["about.unfinished"])


def test_another_thing_that_is_still_so_is_done_too() -> None:
    assert understand("the kitchen light is still on", earlier=(DESK,)).calls == (LAMP,)
    lamp = call("home.turn_off", name="Floor Lamp")
    assert understand("the lamp is still on", earlier=(lamp,)).calls == (lamp,)


def test_beside_another_order_the_one_of_its_kind_is_meant() -> None:
    assert understand("the lights are still on", earlier=(LIGHTS, DOOR)).calls == (LIGHTS,)


@pytest.mark.parametrize("text", ["they're still off", "it's still open"])
def test_of_many_it_is_told_whether_all_are(text: str) -> None:
    (told,) = understand(text, earlier=(LIGHTS,)).calls
    assert {"state": "off", "ask": "all"}.items() <= told.arguments.items()
