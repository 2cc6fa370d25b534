"""A place is part of the address of whoever is named beside it and at home there."""

import pytest

from kippu.guard.personal import Finder

FINDER = Finder()


def kinds(text: str) -> dict[str, str]:
    return {piece.text: piece.kind for piece in FINDER.find(text)}


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Anna Kowalski lives in Chicago and is my cousin.", "Chicago"),
        ("My colleague Thandiwe Mkhize is from Berlin.", "Berlin"),
        ("Write to Piotr Zawadzki, who moved to Madrid with his son.", "Madrid"),
        ("同僚の佐藤健一さんは名古屋出身です。", "名古屋"),
    ],
)
def test_at_home(text: str, place: str) -> None:
    assert kinds(text)[place] == "address"


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Anna Kowalski and I visit Chicago in May.", "Chicago"),  # who goes there is not at home there
        ("I live in Berlin. Which papers do I need to marry?", "Berlin"),  # nobody is named
        (
            "Anna Kowalski lives in Chicago; what is the weather there?",
            "Chicago",
        ),  # what is there is asked for
        ("Anna Kowalski lives in Germany.", "Germany"),
    ],
)
def test_not_at_home_or_needed(text: str, place: str) -> None:
    assert kinds(text).get(place, "place") == "place"
