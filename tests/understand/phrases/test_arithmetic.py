"""What is a calculation and what is not; the library behind says whether each is right."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kippu.turn import Language
from kippu.understand.phrases.arithmetic import is_calculation
from kippu.understand.text import sentence
from understand.home import call, understand


def heard(text: str) -> bool:
    language: Language = "en" if text.isascii() else "ja"
    return is_calculation(sentence(text, language), language)


CALCULATIONS = """
15% of 84;fifteen percent of eighty-four;half of 90;2 + 2;2+2*3;(2+2)*3;3*(2+2);seven times eight
100 divided by 8;10 minus 3;5 plus 7;3 squared;2 to the power of 10;the square root of 144;1,000,000 / 4;6 x 7
2 ^ 8;10 mod 3;12足す30;十二たす三十;100割る8;7掛ける8;7×8;100÷8;10引く3;3の2乗;ルート144;84の15%;90の半分
sqrt of 2 to 4 decimal places;the square root of 2 with four decimals
10 divided by 3 rounded to two decimal places
pi to 5 decimals;round 3.14159 to 2 decimals;2の平方根を小数点以下四桁まで;10割る3を小数第2位まで計算して
""".strip()


@pytest.mark.parametrize("text", CALCULATIONS.replace("\n", ";").split(";"))
def test_a_calculation(text: str) -> None:
    assert heard(text)
    (calculation,) = understand(text).calls
    assert calculation.tool == "math.calculate"


@pytest.mark.parametrize(
    "text",
    [
        "the moon", "7", "pi day", "half of my life", "plus", "2 and a half men", "import os", "x * y", "",
        "__import__('os')", "1; 2", "月", "半分", "3匹の子豚", "足す", "a third of the people",
        "10 percent off shoes", "the moon to 4 decimal places", "to 4 decimals", "円周率を小数点以下4桁まで",
    ],
)  # fmt: skip
def test_no_calculation(text: str) -> None:
    assert not heard(text)
    assert call("math.calculate", expression=text) not in understand(text).calls


@given(st.text(max_size=60), st.sampled_from(["en", "ja"]))
def test_no_sign_of_a_program_is_a_calculation(text: str, language: Language) -> None:
    assert not (is_calculation(text, language) and set(text) & set("_[]{}'\"\\;:@"))


@pytest.mark.parametrize(
    "row", ["1" * 5000, "1." * 2000, "1,1" * 1000, "2+" * 2000, "(" * 3000, "of the " * 800]
)
def test_a_long_row_is_read_at_once(row: str) -> None:
    assert not is_calculation(f"{row} minutes", "en")
    assert not is_calculation(f"{row}の分針", "ja")


@pytest.mark.parametrize(
    "words", ["+1 202 555 0143", "090-1234-5678", "2026-11-24", "24/11/2026", "4111 1111 1111 1111"]
)
def test_a_row_of_figures_is_no_sum(words: str) -> None:
    assert not is_calculation(words, "en") and not is_calculation(words, "ja")


@pytest.mark.parametrize("words", ["1 1/2 + 2", "10 - 3 - 2", "12-5"])
def test_sums_with_the_same_signs_are(words: str) -> None:
    assert is_calculation(words, "en")
