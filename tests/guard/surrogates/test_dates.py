"""A date of birth moves within its year, is written as it was, and is known again however it is written."""

import random
import re
from datetime import date

import pytest

from guard.surrogates.made import Made
from kippu.guard.surrogates import dates

WRITTEN = [
    "1990-05-03", "1990/5/3", "05/03/1990", "3.5.1990", "23/05/1990", "5/3/90", "May 3, 1990",
    "May 3rd, 1990", "3 May 1990",
    "3rd of May 1990", "3 Sept 1990", "Sep. 3, 1990", "MAY 3, 1990", "1990年5月3日", "平成2年5月3日",
    "昭和60年10月13日", "S60.5.3", "May 3",
    "5月3日",
    "3-May-1990", "03-MAY-90", "1990-05-03T10:20:00Z", "19900503", "03051990", "3/5", "5/23", "3rd May '90",
    "May third, nineteen ninety", "the twenty-third of may",
    "3 mai 1990", "3. März 1990", "3 de mayo de 1990",
    "五月三日", "平成元年一月八日", "昭和五十八年十二月二十三日", "一九九〇年五月三日",
    "１９９０年５月３日", "西暦1990年の5月3日",
]  # fmt: skip


@pytest.mark.parametrize("text", WRITTEN)
@pytest.mark.parametrize("seed", range(10))
def test_another_day_of_the_same_year_in_the_same_form(text: str, seed: int) -> None:
    moved = dates.moved(text, random.Random(seed))  # noqa: S311  # repeatable tests
    assert moved is not None
    one, other = dates.read(text), dates.read(moved)
    assert one and other
    assert one.date.year == other.date.year
    assert one.date.month != other.date.month
    assert one.date.day != other.date.day
    assert shape(moved) == shape(text)


def shape(text: str) -> str:
    """How it is written, whatever the day."""
    plain = re.sub(r"\d+(st|nd|rd|th)?", "0", text)
    plain = re.sub("[一二三四五六七八九十]+", "一", plain)
    plain = re.sub("twenty[- ](?=[fstne])", "", plain)
    return re.sub(r"[^\W\d_ぁ-鿿]{3,}", "M", plain)


@pytest.mark.parametrize(
    ("text", "kept"),
    [("3 mayıs 1990", " mayıs 1990"), ("31/31/90", "/"), ("五月三五日", "月"), ("平成2年5月40日", "平成2年")],
)
def test_what_cannot_be_read_gets_other_figures(text: str, kept: str) -> None:
    moved = dates.moved(text, random.Random(1))  # noqa: S311  # repeatable tests
    assert moved not in (None, text)
    assert kept in moved


@pytest.mark.parametrize("text", ["1990", "May 1990", "昭和60年", "1990年5月", "Monday"])
def test_what_names_no_more_than_a_month_stays(text: str) -> None:
    assert dates.moved(text, random.Random(1)) is None  # noqa: S311  # repeatable tests


@pytest.mark.parametrize("text", ["1990", "1990年", "yesterday", "13/13/1990", "2021-02-30", "Foo 3, 1990"])
def test_what_names_no_day_is_none(text: str) -> None:
    assert dates.read(text) is None


def test_it_comes_back_in_any_form() -> None:
    made = Made(seed=1)
    given = dates.read(made.of("birth_date", "1990-05-03"))
    assert given
    for other, real in dates.written(given.date, date(1990, 5, 3)):
        if re.search(r"\d.*\d.*\d", other):
            assert made.back(f"born {other}, so") == f"born {real}, so" or "/" in other
    assert made.back(f"born {given.date:%B} {given.date.day}, {given.date.year}") == "born May 3, 1990"
    assert made.back(f"{given.date:%B} {given.date.day}") == "May 3"
    assert made.back(f"{given.date.year}年{given.date.month}月{given.date.day}日") == "1990年5月3日"
