"""Countries and their people that are somebody's own."""

import random

import pytest

from kippu.guard.surrogates import Book, Making
from kippu.guard.surrogates.lists import words

GIVEN = {name for nation in words("nation given") for name in nation.split("/")}


def made(*said: tuple[str, str], seed: int = 3) -> tuple[Book, list[str]]:
    book, making = Book(), Making(random.Random(seed))  # noqa: S311  # repeatable tests
    pairs = [making.pair(kind, text, "", book, own=True) for kind, text in said]
    return book, [pair.surrogate if pair else "" for pair in pairs]


@pytest.mark.parametrize(
    ("kind", "text"), [("group", "Kenyan"), ("place", "Kenya"), ("place", "South Korea"), ("place", "ケニア")]
)
def test_a_small_nation_stands_for_it(kind: str, text: str) -> None:
    book, (surrogate,) = made((kind, text))
    assert surrogate in GIVEN
    assert book.homeward.replaced(f"so {surrogate}.") == f"so {text}."


def test_country_and_people_go_together() -> None:
    book, (people, country) = made(("group", "Kenyan"), ("place", "Kenya"))
    assert any({people, country} < set(nation.split("/")) for nation in words("nation given"))
    assert book.homeward.replaced(f"{country} and its {people} tea") == "Kenya and its Kenyan tea"


def test_two_countries_stay_two() -> None:
    _, surrogates = made(("place", "Kenya"), ("place", "Peru"), ("group", "Danish"))
    assert len(set(surrogates)) == 3


@pytest.mark.parametrize(("text", "end"), [("Germans", "s"), ("フィリピン人", "人")])
def test_many_of_them(text: str, end: str) -> None:
    book, (surrogate,) = made(("group", text))
    assert surrogate.endswith(end) and surrogate != text
    assert book.homeward.replaced(surrogate) == text


def test_a_belief_stays() -> None:
    assert made(("group", "Catholic"))[1] == [""]


def test_an_employer_that_everybody_knows() -> None:
    book, (surrogate, japanese) = made(("organization", "Siemens"), ("organization", "トヨタ"))
    assert surrogate not in ("", "Siemens") and japanese not in ("", "トヨタ")
    assert book.homeward.replaced(f"{surrogate}と{japanese}") == "Siemensとトヨタ"


def test_more_countries_than_there_are_small_ones() -> None:
    names = [nation.split("/")[0] for nation in words("nation")[:40]]
    surrogates = made(*(("place", name) for name in names))[1]
    assert len(set(surrogates)) == len(names) and "" not in surrogates
