"""A row of things to buy, typed without commas."""

import pytest

from kippu.skills.lists.naming import items


@pytest.mark.parametrize(
    ("said", "each"),
    [
        ("milk eggs and bread", ["milk", "eggs", "bread"]),
        ("tomatoes onions garlic and olive oil", ["tomatoes", "onions", "garlic", "olive oil"]),
        ("bread butter orange juice eggs", ["bread", "butter", "orange juice", "eggs"]),
        ("Milk eggs", ["Milk", "eggs"]),
        ("chicken soup noodles", ["chicken soup", "noodles"]),
    ],
)
def test_each_is_an_item(said: str, each: list[str]) -> None:
    assert items(said) == each


@pytest.mark.parametrize(
    "said",
    [
        "orange juice", "chocolate milk", "milk chocolate", "peanut butter", "lemon cookies", "egg noodles",
        "wash the car", "rice cakes", "green apples", "call mum", "chips salsa",
    ],
)  # fmt: skip
def test_one_thing_stays_one(said: str) -> None:
    assert items(said) == [said]
