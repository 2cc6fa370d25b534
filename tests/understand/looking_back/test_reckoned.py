"""Sums that go on, and shares of which one number is another."""

import pytest

from understand.home import call, understand


def sum_after(before: str, text: str) -> str | None:
    calls = understand(text, earlier=(call("math.calculate", expression=before),)).calls
    return (
        str(calls[0].arguments["expression"]) if [one.tool for one in calls] == ["math.calculate"] else None
    )


@pytest.mark.parametrize(
    ("before", "text", "after"),
    [
        ("84の15%", "半分にすると？", "(84の15%) / 2"),
        ("3800円の2割引", "それ3人で割ると？", "(3800円の2割引) / 3"),
        ("3800円の2割引", "3人で分けると", "(3800円の2割引) / 3"),
        ("84の15%", "倍だと？", "(84の15%) * 2"),
        ("84の15%", "消費税足すと？", "(84の15%) + 10%"),
        ("84の15%", "消費税10%込みだと？", "(84の15%) + 10%"),
        ("3000円", "消費税8%込みだと", "(3000円) + 8%"),
        ("3000円+500円", "税込みだと？", "(3000円+500円) + 10%"),
        ("3300円", "税抜きだと？", "(3300円) / 1.1"),
        ("(3000円) + 10%", "8%だと？", "(3000円) + 8%"),
        ("1000円の8%", "10%なら", "1000円の10%"),
        ("1000円の8%", "20%引きなら", "1000円の20%引き"),
        ("1000円の8%", "2割引きだと？", "1000円の2割引き"),
        ("1000円の20%引き", "30%だと？", "1000円の30%引き"),
        ("1000円の20%引き", "2000円なら？", "2000円の20%引き"),
        ("1000円の20%引き", "さらに10%引きだと？", "(1000円の20%引き) - 10%"),
        ("3000円+500円", "20%引きなら？", "(3000円+500円) - 20%"),
        ("3000円+500円", "2割引きだと？", "(3000円+500円) - 20%"),
        ("12×12", "÷6", "(12×12) / 6"),
        ("12×12", "×3", "(12×12) * 3"),
        ("12×12", "+5は？", "(12×12) + 5"),
        ("15% of 84", "and of 90", "15% of 90"),
        ("15% of 84", "and 20%?", "20% of 84"),
        ("15% of 84", "what about 20 percent?", "20% of 84"),
        ("15% of 84", "minus 20 percent", "(15% of 84) - 20%"),
        ("12 + 30", "add 10%", "(12 + 30) + 10%"),
        ("20% off 50", "and 30%?", "30% off 50"),
        ("12 + 30", "with a 20% tip", "(12 + 30) + 20%"),
        ("12 + 30", "20% off", "(12 + 30) - 20%"),
        ("12 + 30", "halve it", "(12 + 30) / 2"),
        ("12 + 30", "/ 6", "(12 + 30) / 6"),
    ],
)  # fmt: skip
def test_it_goes_on(before: str, text: str, after: str) -> None:
    assert sum_after(before, text) == after


@pytest.mark.parametrize(
    ("before", "text"),
    [("5+7", "90だと？"), ("15% of 84", "90"), ("84の15%", "半分開けて"), ("12 + 30", "plus tax")],
)
def test_what_is_not_sure_is_left_alone(before: str, text: str) -> None:
    assert sum_after(before, text) is None


@pytest.mark.parametrize(
    "text", ["200mlで5杯", "1個200gで6個だと何g", "時速60キロで2時間走ると何キロ？", "what is 5 times 200 ml",
             "how far do i get in 2 hours at 60 km/h"]
)  # fmt: skip
def test_so_many_times_an_amount(text: str) -> None:
    assert [one.tool for one in understand(text).calls] == ["math.calculate"]


@pytest.mark.parametrize("text", ["牛乳200mlを2本", "2 bottles of 200 ml milk"])
def test_what_is_no_sum(text: str) -> None:
    assert "math.calculate" not in [one.tool for one in understand(text).calls]


@pytest.mark.parametrize(
    "text",
    [
        "how much is that in percent of 300",
        "what is that as a percentage of 300",
        "what percent of 300 is that",
    ],
)
def test_a_share_may_be_asked_for_in_any_order(text: str) -> None:
    (made,) = understand(text, earlier=(call("math.calculate", expression="250 / 4"),)).calls
    assert made.arguments == {"expression": "(250 / 4) / 300 * 100"}


@pytest.mark.parametrize(
    ("text", "way"),
    [
        ("round it up", "ceil"),
        ("and rounded down", "floor"),
        ("round that to the nearest whole number", "round"),
        ("切り上げて", "ceil"),
        ("それを切り捨てると？", "floor"),
        ("四捨五入して", "round"),
    ],
)
def test_a_sum_is_rounded(text: str, way: str) -> None:
    (made,) = understand(text, earlier=(call("math.calculate", expression="250 / 4"),)).calls
    assert made == call("math.calculate", expression=f"{way}(250 / 4)")


def test_a_sum_is_rounded_to_tens() -> None:
    (made,) = understand("round it to tens", earlier=(call("math.calculate", expression="17 * 23"),)).calls
    assert made == call("math.calculate", expression="(17 * 23) rounded to the nearest ten")


@pytest.mark.parametrize("text", ["round the corner", "round up the kids", "仕事切り上げた"])
def test_nothing_else_is(text: str) -> None:
    meant = understand(text, earlier=(call("math.calculate", expression="250 / 4"),)).calls
    assert not any(one.tool == "math.calculate" for one in meant)
