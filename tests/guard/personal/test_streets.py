"""Addresses without a word for a street: a house by its number alone, and what else is at a number."""

import pytest

from kippu.guard.personal.streets import look


def found(text: str) -> list[str]:
    return [text[span.start : span.end] for span in look(text)]


@pytest.mark.parametrize(
    ("text", "house"),
    [
        ("Tracking says it was left with Doreen at number 40 but my name isn't Doreen.", "40"),
        ("My own van is blocked. Write a nice note from number 31.", "31"),
        ("our neighbours at no. 7 have a dog", "7"),
        ("I live opposite no. 12a.", "12a"),
        ("we moved to 7 The Paddocks, and I love it", "7 The Paddocks"),
    ],
)
def test_found(text: str, house: str) -> None:
    assert found(text) == [house]


@pytest.mark.parametrize(
    "text",
    [
        "My brother finished at number 4.",
        "At number 12, the song is my favourite.",
        "I was told to wait in my seat at number 9.",
        "Count back from number 10, my friend.",
        "my team is at number 2 in the table",
        "Which element is at number 6?",
        "Take the list from number 3 and sort it.",
    ],
)
def test_no_house(text: str) -> None:
    assert found(text) == []
