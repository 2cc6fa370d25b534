"""Japanese of the regions, and what is said around a command."""

import pytest

from kippu.understand.dialect import standard, without_asides

from .home import call, understand


@pytest.mark.parametrize(
    ("said", "written"),
    [
        ("電気つけてけろ", "電気つけて"),
        ("鍵かけでけれ", "鍵かけて"),
        ("電気つけちゃらん", "電気つけて"),
        ("暖房つけてえな", "暖房つけて"),
        ("鍵閉めたやろか", "鍵閉めたか"),
        ("窓開いとる", "窓開いてる"),
        ("買い物に入れとって", "買い物に入れて"),
        ("キャベツば買う", "キャベツを買う"),
        ("この曲飛ばして", "この曲飛ばして"),
        ("メモとって", "メモとって"),
        ("ジャズが聴きたい", "ジャズが聴きたい"),
        ("かけてー", "かけて"),
        ("寝室じゃなくてリビングの電気つけて", "リビングの電気つけて"),
    ],
)
def test_endings_of_the_regions(said: str, written: str) -> None:
    assert standard(said) == written


@pytest.mark.parametrize(
    ("text", "clauses"),
    [
        ("え、まって暗くない?電気つけて", ["電気つけて"]),
        ("戸締まりをお願いします、もう出ますので", ["戸締まりをお願いします"]),
        ("この曲飽きた、飛ばして", ["飛ばして"]),
        ("10時になったら、電気を消して", []),
        ("電気を消して、いや、つけて", []),
        ("明日の会議、資料を持っていくってメモして", []),
        ("電気を消して、カーテンを閉めて", []),
    ],
)
def test_the_clause_that_asks(text: str, clauses: list[str]) -> None:
    assert list(without_asides(text)) == clauses


def test_a_reason_is_no_cue_for_another_thing() -> None:
    assert understand("カーテン開けて、まぶしいけど").calls[0].tool == "home.open"
    assert understand("え、まって暗くない？電気つけて").calls == (call("home.turn_on", domain="light"),)
