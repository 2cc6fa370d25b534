"""Days by their place in a week or a month, on Tuesday 24 November 2026."""

import pytest

from kippu.understand.text import language_of, sentence
from kippu.understand.when.finding import FIND
from understand.home import NOW


def days(text: str) -> list[str]:
    language = language_of(text)
    return [str(one.day) for one in FIND[language](sentence(text, language), NOW) if one.day]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("先週の金曜", "2026-11-20"), ("先々週の土曜日", "2026-11-14"), ("今週の月曜", "2026-11-23"),
        ("再来週の水曜", "2026-12-09"), ("この前の日曜", "2026-11-22"), ("こないだの火曜", "2026-11-17"),
        ("先月の10日", "2026-10-10"), ("今月の10日", "2026-11-10"), ("再来月の3日", "2027-01-03"),
        ("去年の12月25日", "2025-12-25"), ("来年の1月5日", "2027-01-05"), ("おととしの5月3日", "2024-05-03"),
        ("来月の第二水曜日", "2026-12-09"), ("来月の第3金曜日", "2026-12-18"), ("第三月曜日", "2026-12-21"),
        ("第4火曜", "2026-11-24"), ("12月の第2土曜", "2026-12-12"), ("11月の第一月曜", "2027-11-01"),
        ("来年の3月の第1月曜", "2027-03-01"), ("来月の最後の金曜", "2026-12-25"),
        ("来月2番目の火曜", "2026-12-08"),
        ("11月の第一月曜は何日だった", "2026-11-02"), ("3日は何曜日だった", "2026-11-03"),
        ("the second wednesday of next month", "2026-12-09"),
        ("on the third friday of december", "2026-12-18"),
        ("the third monday", "2026-12-21"), ("the last friday in december", "2026-12-25"),
        ("the first friday of march 2027", "2027-03-05"), ("the first monday of may next year", "2027-05-03"),
        ("the 10th of last month", "2026-10-10"), ("the 3rd of next month", "2026-12-03"),
        ("december 25th last year", "2025-12-25"), ("friday last week", "2026-11-20"),
        ("what day was the 3rd", "2026-11-03"), ("when was the first monday of march", "2026-03-02"),
    ],
)  # fmt: skip
def test_the_day(text: str, day: str) -> None:
    assert days(text) == [day]


@pytest.mark.parametrize("text", ["来月の31日", "第2・第4水曜", "第2週の水曜", "2月の第5月曜", "来月の32日"])
def test_no_one_day(text: str) -> None:
    assert days(text) == (["2026-12-31"] if text == "来月の31日" else [])


@pytest.mark.parametrize("text", ["delete the second monday alarm", "every second monday", "毎月第2月曜"])
def test_what_counts_something_else(text: str) -> None:
    assert days(text) == ["2026-11-30"]
