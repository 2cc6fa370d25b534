"""What goes on behind a conversion, the time and a day is asked of them, and of no list or city."""

import pytest

from kippu.turn import Call, Meaning, Turn
from kippu.understand.weighing import strays
from understand.home import call, turn, understand

CUPS = call("math.convert", value=1, from_unit="litre", to_unit="cups")
SPOONS = call("math.convert", value=3, from_unit="tablespoons", to_unit="ml")
SOON = call("clock.time", hours=3)
FREE = call("calendar.show", day="2026-11-25", part="afternoon")


@pytest.mark.parametrize(
    ("last", "text", "meant"),
    [
        (CUPS, "what about pints", call("math.convert", value=1, from_unit="litre", to_unit="pints")),
        (CUPS, "how about ml", call("math.convert", value=1, from_unit="litre", to_unit="ml")),
        (CUPS, "and in 2", call("math.convert", value="2", from_unit="litre", to_unit="cups")),
        (SPOONS, "and teaspoons",
         call("math.convert", value=3, from_unit="tablespoons", to_unit="teaspoons")),
        (SOON, "and in 90 minutes", call("clock.time", minutes=90)),
        (SOON, "and in paris", call("clock.time", place="paris")),
        (FREE, "and in the morning", call("calendar.show", day="2026-11-25", part="morning")),
        (FREE, "what about at night", call("calendar.show", day="2026-11-25", part="night")),
    ],
)  # fmt: skip
def test_it_goes_on(last: Call, text: str, meant: Call) -> None:
    assert understand(text, earlier=(last,)).calls[0].tool == meant.tool
    given = understand(text, earlier=(last,)).calls[0].arguments
    assert {key: str(value) for key, value in given.items()} == {
        key: str(value) for key, value in meant.arguments.items()
    }


@pytest.mark.parametrize("text", ["and in 2", "and in 90 minutes", "and in the morning"])
def test_no_city_is_made_of_it(text: str) -> None:
    assert "place" not in str(understand(text).calls)


@pytest.mark.parametrize(
    ("said", "tool"),
    [
        (turn("what about pints", earlier=(CUPS,)), "lists.add"),
        (turn("and milk", earlier=(CUPS,)), "lists.add"),
        (turn("卵も", earlier=(CUPS,)), "lists.add"),
        (turn("and to japanese", talked=True), "settings.language"),
    ],
)
def test_what_nobody_spoke_of_is_not_done(said: Turn, tool: str) -> None:
    assert strays(Meaning("layer", 0.9, (call(tool),)), said)


@pytest.mark.parametrize(
    "said",
    [
        turn("and milk", earlier=(call("lists.add", item="eggs", list="shopping"),)),
        turn("and add milk", earlier=(CUPS,)),
        turn("what about pints"),
    ],
)
def test_what_was_spoken_of_is(said: Turn) -> None:
    assert not strays(Meaning("layer", 0.9, (call("lists.add", item="milk"),)), said)


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("what time is it in London and Paris", ["London", "Paris"]),
        ("ロンドンとパリは今何時", ["ロンドン", "パリ"]),
        ("what time is it in Trinidad and Tobago", ["Trinidad and Tobago"]),
    ],
)
def test_two_cities(text: str, places: list[str]) -> None:
    assert [one.arguments["place"] for one in understand(text).calls] == places
