"""Questions for clocks and days elsewhere, as the templates take them."""

import pytest

from kippu.understand.free import clocks_en, clocks_ja
from kippu.understand.when.english import find
from kippu.understand.when.japanese import find as find_ja

from ..home import NOW


@pytest.mark.parametrize(
    ("said", "places", "asked"),
    [
        (
            "given it is 4:35 pm in london what time is it in melbourne",
            ["london", "melbourne"],
            "when it's 4:35 pm in london what time is it in melbourne",
        ),
        (
            "12 pm eastern time in pacific time",
            ["eastern", "pacific"],
            "when it's 12 pm in eastern what time is it in pacific",
        ),
        ("convert 9 am cst to est", ["est"], "when it's 9 am in cst what time is it in est"),
        (
            "it is 9 here what time is it in ghana",
            ["ghana"],
            "when it's 9 o'clock here what time is it in ghana",
        ),
        (
            "it's 10 in the morning here what is it in berlin",
            ["berlin"],
            "when it's 10 am here what time is it in berlin",
        ),
        ("it's 3 am in tokyo what is that here", ["tokyo"], "when it's 3 am in tokyo what time is it here"),
        ("what time is it in tokyo", ["tokyo"], ""),
        ("at 3 pm and at 4 pm in tokyo", ["tokyo"], ""),
        ("at 3 pm in tokyo, paris and rome", ["tokyo", "paris", "rome"], ""),
        ("at 3 pm", [], ""),
    ],
)
def test_a_time_of_another_place(said: str, places: list[str], asked: str) -> None:
    clock = [(one.start, one.end) for one in find(said, NOW) if one.clock]
    assert clocks_en.there(said, clock, places) == asked


@pytest.mark.parametrize(
    ("said", "asked"),
    [
        ("東京が朝8時ならシドニーは何時", "東京が朝8時のとき、シドニーは何時"),
        ("ロサンゼルスの午後3時は日本時間で何時", "ロサンゼルスが午後3時のとき、日本は何時"),
        ("こっちが夜9時のときロンドンは何時", "こちらが夜9時のとき、ロンドンは何時"),
        ("会議が9時なら昼ご飯は何時", ""),
        ("東京は今何時", ""),
    ],
)
def test_a_time_of_another_place_in_japanese(said: str, asked: str) -> None:
    clock = [(one.start, one.end) for one in find_ja(said, NOW) if one.clock]
    assert clocks_ja.there(said, clock) == asked


@pytest.mark.parametrize(
    ("said", "asked"),
    [
        ("in 6 days, what will it be", "what day is it in 6 days"),
        ("after another 8 days, what day will it be", "what day is it in 8 days"),
        ("i need to know the date 3 weeks from now", "what day is it in 3 weeks"),
        ("what day will it be a fortnight from now", "what day is it in 2 weeks"),
        ("what was the day 10 days ago", "what day was it 10 days ago"),
        ("what date is 3 days after christmas", ""),
        ("in 3 days after easter what is it", ""),
        ("in 2 days or in 3 days", ""),
        ("how many days are in a year", ""),
    ],
)
def test_so_many_days_off(said: str, asked: str) -> None:
    assert clocks_en.days_off(said) == asked


@pytest.mark.parametrize(
    ("said", "asked"),
    [
        ("what is the date easter falls on", "what date is easter"),
        ("easter sunday, when is that next year", "what date is easter sunday next year"),
        ("christmas in 2030, what day is it", "what date is christmas in 2030"),
        ("when is the christmas party", ""),
        ("is it christmas or easter", ""),
    ],
)
def test_a_holiday(said: str, asked: str) -> None:
    assert clocks_en.holiday(said) == asked


def test_a_zone_by_its_name() -> None:
    assert clocks_en.zone_said("what time is it eastern") == "eastern"
    assert not clocks_en.zone_said("turn on the central heating")
    assert not clocks_en.zone_said("eastern or pacific time")
