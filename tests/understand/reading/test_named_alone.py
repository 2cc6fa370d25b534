"""A name and nothing else."""

import pytest

from kippu.turn import Call, Message
from understand.home import call, understand


def behind(text: str, before: str, *calls: Call) -> tuple[Call, ...]:
    history = (Message("user", before), Message("assistant", "…"))
    return understand(text, earlier=calls, history=history).calls


@pytest.mark.parametrize("text", ["the kitchen light", "kitchen light", "キッチンの電気"])
def test_it_does_nothing_but_tell(text: str) -> None:
    assert understand(text).calls == (call("home.state", name="Kitchen Light", ask="one"),)


@pytest.mark.parametrize("text", ["the heating", "heating", "暖房", "エアコン", "the living room heating"])
def test_no_mode_is_set_by_it(text: str) -> None:
    (one,) = understand(text).calls
    assert (one.tool, one.arguments["ask"]) == ("home.state", "one")


@pytest.mark.parametrize(
    ("before", "name", "does"),
    [
        ("unlock", "the front door", call("home.unlock", name="Front Door")),
        ("lock", "the front door", call("home.lock", name="Front Door")),
        ("unlock it", "the front door", call("home.unlock", name="Front Door")),
        ("turn on", "the kitchen light", call("home.turn_on", name="Kitchen Light")),
        ("close", "the blinds", call("home.close", domain="cover", device_class="blind", name="all")),
        ("つけて", "キッチンの電気", call("home.turn_on", name="Kitchen Light")),
    ],
)
def test_it_is_what_an_order_lacked(before: str, name: str, does: Call) -> None:
    assert behind(name, before, call("about.which")) == (does,)


@pytest.mark.parametrize(("before", "step"), [("turn it up", 1), ("turn it down", -1)])
def test_the_heating_is_made_warmer_by_what_was_taken_for_the_music(before: str, step: int) -> None:
    taken = call("home.change_volume", domain="media_player", step=10 * step)
    assert behind("the heating", before, taken) == (
        call("home.change_temperature", name="Thermostat", step=step),
    )


def test_an_order_that_named_its_thing_is_asked_about() -> None:
    said = understand(
        "the bedroom light",
        earlier=(call("home.turn_on", name="Kitchen Light"),),
        history=(Message("user", "turn on the kitchen light"),),
    )
    assert said.proposed == (call("home.turn_on", name="Bedroom Light"),)
    assert not said.calls


@pytest.mark.parametrize("text", ["kitchen light on", "heating please", "暖房お願い"])
def test_with_another_word_it_is_an_order(text: str) -> None:
    (one,) = understand(text).calls
    assert one.tool != "home.state"


def test_behind_a_list_it_is_an_item() -> None:
    added = call("lists.add", item="milk", list="shopping")
    said = behind("the kitchen light", "add milk to the list", added)
    assert not any(one.tool.startswith("home.") for one in said)


def test_a_question_lacks_no_name() -> None:
    asked = call("home.state", name="Kitchen Light", state="on", ask="is")
    assert behind("the bedroom light", "is the kitchen light on?", asked) == (
        call("home.state", name="Bedroom Light", ask="one"),
    )
