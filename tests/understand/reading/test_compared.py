"""Whether it is warmer or colder than so many degrees is a question, and sets nothing."""

from typing import Any

import pytest

from understand.home import call, understand

BEDROOM = {"area": "Bedroom"}


@pytest.mark.parametrize(
    ("text", "where", "compare", "than"),
    [
        ("is it warmer than 22 degrees in the bedroom", BEDROOM, "above", 22),
        ("is the bedroom above 25", BEDROOM, "above", 25),
        ("is the temperature in the bedroom below 18.5°", BEDROOM, "below", 18.5),
        ("is it over thirty degrees", {}, "above", 30),
        ("is it at least 20 degrees in the bedroom?", BEDROOM, "at_least", 20),
        ("寝室は25度以上？", BEDROOM, "at_least", 25),
        ("寝室の温度は25度を超えてる？", BEDROOM, "above", 25),
        ("寝室は18度より寒いですか", BEDROOM, "below", 18),
        ("今25度以下？", {}, "at_most", 25),
    ],
)
def test_it_is_asked_of_the_home(text: str, where: dict[str, Any], compare: str, than: float) -> None:
    wanted = call("home.temperature", **where, compare=compare, than=float(than))
    assert understand(text).calls == (wanted,)


@pytest.mark.parametrize("text", ["is 7 more than 5", "is my brother at least 20", "大人は20歳以上？"])
def test_other_numbers_are_compared_by_nobody(text: str) -> None:
    assert all(one.tool != "home.temperature" for one in understand(text).calls)
