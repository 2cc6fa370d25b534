"""More that goes on: bought too, a share of a result, the day told of, what is on the list, another level."""

import pytest

from kippu.turn import Call
from understand.home import call, understand

BOUGHT, BOUGHT_JA = (
    call("lists.check", item="milk", list="shopping"),
    call("lists.check", item="牛乳", list="shopping"),
)
DAY = call("clock.date", day="2027-02-14")
LIST_JA = call("lists.add", item="電池", list="shopping")
NEW_JA = call("lists.create", list="旅行")


@pytest.mark.parametrize(
    ("text", "last", "then"),
    [
        ("and the eggs", BOUGHT, call("lists.check", item="eggs", list="shopping")),
        ("卵も", BOUGHT_JA, call("lists.check", item="卵", list="shopping")),
        ("add eggs", BOUGHT, call("lists.add", item="eggs", list="shopping")),
        ("卵も入れて", BOUGHT_JA, call("lists.add", item="卵", list="shopping")),
        (
            "what percent of 500 is that",
            call("math.calculate", expression="97 * 2"),
            call("math.calculate", expression="(97 * 2) / 500 * 100"),
        ),
        (
            "500の何パーセント？",
            call("math.calculate", expression="97 * 2"),
            call("math.calculate", expression="(97 * 2) / 500 * 100"),
        ),
        (
            "put dinner with Jo on that day at 8",
            DAY,
            call("calendar.add", text="dinner with Jo", at="2027-02-14T20:00:00"),
        ),
        ("牛乳は入ってる？", LIST_JA, call("lists.show", item="牛乳", list="shopping")),
        (
            "靴下と日焼け止めとパスポート入れて",
            NEW_JA,
            call("lists.add", item="靴下、日焼け止め、パスポート", list="旅行"),
        ),
        (
            "no wait, 21",
            call("home.set_temperature", domain="climate", temperature=22),
            call("home.set_temperature", domain="climate", temperature=21),
        ),
    ],
)
def test_it_goes_on(text: str, last: Call, then: Call) -> None:
    assert understand(text, earlier=(last,)).calls == (then,)


@pytest.mark.parametrize("text", ["電気はついてる？", "予定は入ってる？", "何が入ってる？", "牛乳は入ってる"])
def test_nothing_else_is_looked_for_on_the_list(text: str) -> None:
    assert all("item" not in one.arguments for one in understand(text, earlier=(LIST_JA,)).calls)


def test_without_a_day_told_of_that_day_is_none() -> None:
    lamp = call("home.turn_on", name="Floor Lamp")
    calls = understand("put dinner with Jo on that day at 8", earlier=(lamp,)).calls
    assert all(not str(one.arguments.get("at", "")).startswith("2027") for one in calls)


def test_a_sum_of_its_own_is_one() -> None:
    before = call("math.calculate", expression="97 * 2")
    (done,) = understand("what percent of 500 is 50", earlier=(before,)).calls
    assert "97" not in str(done.arguments["expression"])
