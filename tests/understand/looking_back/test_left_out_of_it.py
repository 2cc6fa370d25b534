"""What a person leaves out of what was just done."""

import pytest

from kippu.turn import Call, Deed
from understand.home import call, understand

ALL_ON = call("home.turn_on", name="all", domain="light")
ALL_OFF = call("home.turn_off", name="all", domain="light")


@pytest.mark.parametrize(
    "text",
    [
        "wait, not the bedroom", "not the bedroom", "but not the bedroom", "except the bedroom",
        "leave out the bedroom", "no, not in the bedroom", "never mind the bedroom", "寝室はいい", "寝室以外",
        "あ、寝室はつけないで", "寝室だけつけないで", "寝室はいらない",
    ],
)  # fmt: skip
def test_that_alone_goes_off_again(text: str) -> None:
    assert understand(text, earlier=(ALL_ON,)).calls == (call("home.turn_off", name="Bedroom Light"),)


@pytest.mark.parametrize(
    "text", ["not the bedroom", "leave the bedroom on", "寝室は消さないで", "寝室はそのままで"]
)
def test_that_alone_comes_on_again(text: str) -> None:
    assert understand(text, earlier=(ALL_OFF,)).calls == (call("home.turn_on", name="Bedroom Light"),)


def test_what_was_off_before_stays_so() -> None:
    changed = (("light.kitchen",),)
    said = understand("not the bedroom", earlier=(ALL_OFF,), changed=changed, undo=((),))
    assert said.calls == (call("about.left"),)


def test_the_way_back_is_the_one_that_was_kept() -> None:
    ways = (
        (
            call("home.set_light", name="light.bedroom", brightness=30),
            call("home.turn_off", name="light.kitchen"),
        ),
    )
    changed = (("light.bedroom", "light.kitchen"),)
    said = understand("not the bedroom", earlier=(ALL_OFF,), changed=changed, undo=ways)
    assert said.calls == (call("home.set_light", name="Bedroom Light", area="Bedroom", brightness=30),)


def test_of_two_one_is_left_out() -> None:
    two = (call("home.turn_on", name="Kitchen Light"), call("home.turn_on", name="Bedroom Light"))
    assert understand("not the bedroom", earlier=two).calls == (call("home.turn_off", name="Bedroom Light"),)


@pytest.mark.parametrize("text", ["not bad", "without milk", "寝室はいいですか"])
def test_other_words_take_nothing_back(text: str) -> None:
    said = understand(text, earlier=(ALL_ON,))
    assert not any(one.tool.startswith("home.turn") for one in said.calls)


def test_the_only_one_is_not_left_out_of_itself() -> None:
    one = call("home.turn_on", name="Bedroom Light")
    assert not understand("not the bedroom", earlier=(one,)).calls or all(
        call.tool.startswith("about.") for call in understand("not the bedroom", earlier=(one,)).calls
    )


def _behind(text: str, before: str) -> tuple[Call, ...]:
    calls = understand(before).calls
    deed = Deed("before", before, calls, tuple(() for _ in calls))
    return understand(text, earlier=calls, deed=deed).calls


@pytest.mark.parametrize(
    ("before", "text"),
    [
        ("turn on all lights except the bathroom", "and now that one too"),
        ("turn on all lights except the bathroom", "now the other one as well"),
        ("お風呂以外の電気つけて", "それもつけて"),
        ("お風呂以外の電気つけて", "残りも"),
    ],
)
def test_what_was_spared_is_done_too(before: str, text: str) -> None:
    assert _behind(text, before) == (call("home.turn_on", name="Bathroom Light"),)


@pytest.mark.parametrize(
    ("text", "off"), [("except the light", "Living Room Light"), ("except the lamp", "Floor Lamp")]
)
def test_of_a_light_and_a_lamp_the_one_called_so_is_left_out(text: str, off: str) -> None:
    both = call("home.turn_on", area="Living Room", domain="light")
    assert understand(text, earlier=(both,)).calls == (call("home.turn_off", name=off),)
