"""What "it all" and 「全部」 are for, behind what was spoken of."""

import pytest

from kippu.turn import Call, Meaning, Message
from understand.home import call, understand


def behind(text: str, *before: Call) -> Meaning:
    return understand(text, earlier=before)


def asked(**more: object) -> Call:
    return call("home.state", **{"state": "on", "ask": "any", **more})


@pytest.mark.parametrize("text", ["turn it all off", "turn them all off", "switch all of it off please"])
def test_all_is_all_of_the_floor_that_was_asked_about(text: str) -> None:
    assert behind(text, asked(floor="Upstairs")).calls == (
        call("home.turn_off", name="all", floor="Upstairs"),
    )


@pytest.mark.parametrize(
    "text", ["turn them all off", "turn all of them off", "全部消して", "じゃあ全部消して"]
)
def test_all_is_all_of_the_kind_in_the_room(text: str) -> None:
    before = asked(area="Living Room", domain="light")
    assert behind(text, before).calls == (call("home.turn_off", area="Living Room", domain="light"),)


@pytest.mark.parametrize("text", ["全部消して", "それ消して", "じゃあそれ消して", "turn them off"])
@pytest.mark.parametrize("ask", ["which", "how_many"])
def test_the_lights_that_are_on_go_off(text: str, ask: str) -> None:
    said = behind(text, asked(domain="light", ask=ask))
    assert said.calls == (call("home.turn_off", name="all", domain="light"),)


def test_what_is_off_is_not_what_them_turns_off() -> None:
    said = behind("turn them off", asked(domain="light", state="off", ask="which"))
    assert call("home.turn_off", name="all", domain="light") not in said.calls


def test_behind_one_light_it_is_those_of_its_room() -> None:
    before = asked(name="Living Room Light", ask="is")
    assert behind("全部消して", before).calls == (call("home.turn_off", area="Living Room", domain="light"),)


def said_after(text: str, before: str, *calls: Call) -> tuple[Call, ...]:
    history = (Message("user", before), Message("assistant", "…"))
    return understand(text, history=history, earlier=calls).calls


@pytest.mark.parametrize(
    ("before", "text", "target"),
    [
        ("what's in the study", "turn it all off", {"name": "all", "area": "Study"}),
        ("書斎に何がある？", "全部消して", {"name": "all", "area": "Study"}),
        (
            "what lights do I have in the living room",
            "turn them off",
            {"area": "Living Room", "domain": "light"},
        ),
    ],
)
def test_what_there_is_in_a_room_is_what_all_means(before: str, text: str, target: dict[str, str]) -> None:
    assert said_after(text, before) == (call("home.turn_off", **target),)
    long_before = call("home.turn_on", name="Kitchen Light")
    assert said_after(text, before, long_before) == (call("home.turn_off", **target),)


def test_a_room_that_was_only_talked_of_is_not_what_all_means() -> None:
    assert said_after("全部消して", "寝室の壁紙を替えたよ") == (call("home.turn_off", name="all"),)


def test_what_was_turned_on_goes_off() -> None:
    before = call("home.turn_on", area="Bedroom", domain="light")
    assert behind("turn it all off", before).calls == (call("home.turn_off", area="Bedroom", domain="light"),)


def test_all_blinds_of_the_floor_are_closed() -> None:
    before = call(
        "home.state", floor="Upstairs", domain="cover", device_class="blind", state="open", ask="any"
    )
    assert behind("close them all", before).calls == (
        call("home.close", floor="Upstairs", domain="cover", device_class="blind"),
    )


@pytest.mark.parametrize("text", ["turn everything off", "turn it all off", "全部消して"])
def test_all_is_the_whole_home_behind_nothing(text: str) -> None:
    assert understand(text).calls == (call("home.turn_off", name="all"),)


def test_nobody_is_let_in_by_it() -> None:
    said = behind("全部開けて", call("home.state", domain="lock", state="locked", ask="any"))
    assert not any(one.tool == "home.unlock" or one.arguments.get("domain") == "lock" for one in said.calls)


@pytest.mark.parametrize("before", ["what's in the study", "tell me about the study"])
@pytest.mark.parametrize("state", ["on", "off"])
def test_there_is_the_room_that_was_told_of(before: str, state: str) -> None:
    far = call("home.turn_on", area="Kitchen", domain="light")
    assert said_after(f"turn everything {state} there", before, far) == (
        call(f"home.turn_{state}", name="all", area="Study"),
    )


def test_there_is_a_floor_too() -> None:
    (one,) = behind("turn everything off there", asked(floor="Upstairs", ask="which")).calls
    assert one == call("home.turn_off", name="all", floor="Upstairs")
