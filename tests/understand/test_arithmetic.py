"""What is told to be a calculation, the skill that calculates can compute; the rest is no calculation."""

import math
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kippu.skills.calculate.arithmetic import compute
from kippu.skills.calculate.expression import arithmetic
from kippu.understand.arithmetic import is_calculation
from kippu.understand.text import sentence


def value(text: str) -> float | None:
    language = "en" if text.isascii() else "ja"
    words = sentence(text, language)  # type: ignore[arg-type]  # one of both
    if not is_calculation(words, language):  # type: ignore[arg-type]  # one of both
        return None
    return float(compute(arithmetic(words)))


@pytest.mark.parametrize(
    ("text", "result"),
    [
        ("15% of 84", 12.6),
        ("fifteen percent of eighty-four", 12.6),
        ("half of 90", 45),
        ("2 + 2", 4),
        ("2+2*3", 8),
        ("(2+2)*3", 12),
        ("seven times eight", 56),
        ("100 divided by 8", 12.5),
        ("10 minus 3", 7),
        ("5 plus 7", 12),
        ("3 squared", 9),
        ("2 to the power of 10", 1024),
        ("the square root of 144", 12),
        ("1,000,000 / 4", 250_000),
        ("6 x 7", 42),
        ("200 + 10%", 220),
        ("200 - 25%", 150),
        ("2 ^ 8", 256),
        ("10 mod 3", 1),
        ("2 * pi", 2 * math.pi),
        ("12足す30", 42),
        ("十二たす三十", 42),
        ("100割る8", 12.5),
        ("7掛ける8", 56),
        ("7×8", 56),
        ("100÷8", 12.5),
        ("10引く3", 7),
        ("3の2乗", 9),
        ("ルート144", 12),
        ("84の15%", 12.6),
        ("90の半分", 45),
        ("1000の3割", 300),
    ],
)
def test_right(text: str, result: float) -> None:
    assert value(text) == pytest.approx(result)


@pytest.mark.parametrize(
    "text",
    [
        "the moon", "7", "pi day", "half of my life", "plus", "two and a half men", "import os", "x * y", "",
        "__import__('os')", "1; 2", "月", "半分", "3匹の子豚", "足す",
    ],
)  # fmt: skip
def test_no_formula(text: str) -> None:
    assert value(text) is None


@given(st.integers(0, 10**6), st.sampled_from("+-*"), st.integers(0, 10**6))
def test_every_pair_of_numbers(a: int, sign: str, b: int) -> None:
    word = {"+": "plus", "-": "minus", "*": "times"}[sign]
    right = {"+": a + b, "-": a - b, "*": a * b}[sign]
    assert value(f"{a} {word} {b}") == value(f"{a}{sign}{b}") == right
    kanji = {"+": "足す", "-": "引く", "*": "掛ける"}[sign]
    assert value(f"{a}{kanji}{b}") == right


@given(st.text(max_size=40))
def test_any_text_is_told_or_not(text: str) -> None:
    if is_calculation(text, "en"):
        assert re.search(r"\d", text)
