"""Sums that are told in words."""

import pytest

from kippu.understand.free.sums_en import spoken_sum
from kippu.understand.text import sentence


@pytest.mark.parametrize(
    ("said", "expression"),
    [
        ("please add 456 and 781 for me", "456 + 781"),
        ("what's the total of 3, 4 and 8", "3 + 4 + 8"),
        ("take five away from nine", "9 - 5"),
        ("how much remains after subtracting four from eight", "8 - 4"),
        ("how many times does 8 go into 2000", "2000 / 8"),
        ("how many eights in 96", "96 / 8"),
        ("six sevens are what", "6 * 7"),
        ("take five and divide it by three", "5 / 3"),
        ("what is three quarters of one sixth", "(3/4) * (1/6)"),
        ("a quarter of a million", "(1/4) * 1000000"),
        ("what's 3 to the 6th power", "3 ** 6"),
        ("the square of 4", "4 squared"),
        ("square root of 1 million", "sqrt(1000000)"),
        ("remainder when 521 is divided by 3", "521 mod 3"),
        ("what's the average of 12, 15 and 18", "(12 + 15 + 18) / 3"),
        ("ten percentages of hundred", "10% of 100"),
        ("add vat of 20 percent to 150", "150 + 20%"),
        ("what's a dozen times a dozen", "12 * 12"),
        ("how many square feet is a 13 by 74 room", "13 * 74"),
        ("if i have fifty dollars and spend twenty four how much do i have left", "50 - 24"),
        ("if i win 200000 how do i split it 7 ways", "200000 / 7"),
        ("what's 3 plus 4 times 2", "3 plus 4 times 2"),
    ],
)
def test_a_sum_in_words(said: str, expression: str) -> None:
    assert spoken_sum(sentence(said, "en").casefold()) == expression


@pytest.mark.parametrize(
    "said",
    [
        "what is the antilog of 365",
        "what is the sine of 30",
        "help me with a math problem",
        "what's the average of my grades",
        "what's the mean of 3",
    ],
)
def test_what_is_no_sum_is_left(said: str) -> None:
    assert spoken_sum(sentence(said, "en").casefold()) == ""


def test_no_number_is_left_out() -> None:
    assert "+" not in spoken_sum("add 2 and 3 then multiply by 4")
