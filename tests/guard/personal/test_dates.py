"""Dates, dates of birth, ages."""

import pytest

from kippu.guard.personal.dates import look


def found(text: str) -> list[tuple[str, str]]:
    return [(span.kind, text[span.start : span.end]) for span in look(text)]


@pytest.mark.parametrize(
    ("text", "want"),
    [
        ("at 1992-02-08 20:15:24", ("date", "1992-02-08 20:15:24")),
        ("born on May 3, 1985 in Rome", ("birth_date", "May 3, 1985")),
        ("DOB: 26-jul-1930", ("birth_date", "26-jul-1930")),
        ("until the 3rd of May", ("date", "the 3rd of May")),
        ("生年月日は昭和60年5月3日", ("birth_date", "昭和60年5月3日")),
        ("平成二十五年七月七日に生まれました", ("birth_date", "平成二十五年七月七日")),
        ("誕生日はS45.11.3です", ("birth_date", "S45.11.3")),
        ("私は平成三年の大晦日生まれ", ("birth_date", "平成三年の大晦日")),
        ("誕生日は7月の二十一日です", ("birth_date", "7月の二十一日")),
        ("1990-05-03 is my birthday", ("birth_date", "1990-05-03")),
        ("May 3, 1990 is when my son was born", ("birth_date", "May 3, 1990")),
        ("I was born may third nineteen ninety", ("birth_date", "may third nineteen ninety")),
        ("dob: 3/5", ("birth_date", "3/5")),
        ("date of birth 03051990", ("birth_date", "03051990")),
        ("Ich bin am 3.5.1990 geboren", ("birth_date", "3.5.1990")),
        ("geboren am 3. Mai 1990", ("birth_date", "3. Mai 1990")),
        ("1990年5月3日が私の誕生日", ("birth_date", "1990年5月3日")),
        ("6/4は妻の誕生日", ("birth_date", "6/4")),
        ("息子はH2.5.3生です", ("birth_date", "H2.5.3")),
        ("生年月日は西暦1990年の5月3日", ("birth_date", "西暦1990年の5月3日")),
        ("今日は5月3日、生放送がある", ("date", "5月3日")),
        ("On 15 April 1452 Leonardo was born", ("date", "15 April")),
        ("11月10日に変えたい", ("date", "11月10日")),
        ("a 34-year-old man", ("age", "34")),
        ("I just turned 61", ("age", "61")),
        ("妻は三十五歳", ("age", "三十五")),
        ("78歳です", ("age", "78")),
    ],
)
def test_found(text: str, want: tuple[str, str]) -> None:
    assert want in found(text)


@pytest.mark.parametrize(
    "text", ["turn 20% down", "in 30 minutes", "version 1.2", "三分のタイマー", "turn it up to 7"]
)
def test_left_alone(text: str) -> None:
    assert found(text) == []
