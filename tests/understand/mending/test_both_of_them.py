"""How many are meant, said behind the things."""

import pytest

from kippu.understand.mending.both_of_them import both_of_them
from understand.home import call, understand

BEDROOM, BATHROOM = call("home.turn_on", name="Bedroom Light"), call("home.turn_on", name="Bathroom Light")
CLOSED = call("home.close", domain="cover", device_class="blind", name="all")


@pytest.mark.parametrize(
    ("text", "calls"),
    [
        ("close the blinds, all of them", (CLOSED,)),
        ("turn on the bedroom light and the bathroom light, both of them", (BEDROOM, BATHROOM)),
        ("寝室の電気とお風呂の電気を2つともつけて", (BEDROOM, BATHROOM)),
    ],
)
def test_nothing_is_done_twice(text: str, calls: tuple[object, ...]) -> None:
    assert understand(text).calls == calls


def test_both_is_said_before_what_is_meant() -> None:
    assert both_of_them("open the blinds, both of them", "en") == "open both blinds"


@pytest.mark.parametrize(
    "text",
    [
        "cancel all of them",
        "no, all of them",
        "turn on both lights",
        "remind me to feed the cats, both of them",
        "buy gifts for the kids both of them",
    ],
)
def test_a_sentence_without_them_is_left(text: str) -> None:
    assert both_of_them(text, "en") == text
    assert both_of_them("電気を2つともつけて", "ja") == "電気を2つともつけて"
