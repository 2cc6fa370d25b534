"""Which ones, behind how many."""

import pytest

from kippu.turn import Call
from understand.home import call, understand

LIGHTS = call("home.state", domain="light", state="on", ask="how_many")


def behind(text: str, before: Call) -> tuple[Call, ...]:
    return understand(text, earlier=(before,)).calls


@pytest.mark.parametrize(
    "text",
    ["which ones", "which ones?", "which lights", "and which ones are they?", "where?", "どれ？",
     "どの電気？", "どこのですか"],
)  # fmt: skip
def test_it_asks_the_same_of_each(text: str) -> None:
    assert behind(text, LIGHTS) == (call("home.state", domain="light", state="on", ask="which"),)


def test_the_room_stays() -> None:
    asked = call("home.state", area="Kitchen", state="on", ask="any")
    assert behind("which ones", asked) == (call("home.state", area="Kitchen", state="on", ask="which"),)


@pytest.mark.parametrize("text", ["which windows", "which lists", "which ones should i buy", "どの曲？"])
def test_another_kind_is_not_meant(text: str) -> None:
    assert call("home.state", domain="light", state="on", ask="which") not in behind(text, LIGHTS)


def test_behind_one_thing_there_is_nothing_to_choose() -> None:
    asked = call("home.state", name="Kitchen Light", state="on", ask="is")
    assert not any(one.arguments.get("ask") == "which" for one in behind("which ones", asked))
