"""What is said around a command, in Japanese."""

import pytest

from kippu.understand.mending.asides import without_asides

from ..home import NOW, call, understand


@pytest.mark.parametrize(
    ("text", "clauses"),
    [
        ("え、まって暗くない?電気つけて", ["電気つけて"]),
        ("戸締まりをお願いします、もう出ますので", ["戸締まりをお願いします"]),
        ("この曲飽きた、飛ばして", ["飛ばして"]),
        ("24かける17っていくつ?宿題なんだけど", ["24かける17っていくつ"]),
    ],
)
def test_the_clause_that_asks(text: str, clauses: list[str]) -> None:
    assert list(without_asides(text, NOW)) == clauses


@pytest.mark.parametrize(
    "text",
    [
        "10時になったら、電気を消して",
        "電気を消して、いや、つけて",
        "明日の会議、資料を持っていくってメモして",
        "電気を消して、カーテンを閉めて",
        "明日、電気を消して",
        "今夜、掃除機をかけて",
        "毎晩、電気を消して",
        "明日 電気を消して",
        "昨日、玄関の鍵を開けて",
        "玄関の鍵を開けて、と言われた",
        "鍵を開けて、という夢を見た",
        "母が来た、鍵を開けて、入った",
        "電気消して、しなくていい",
        "電気消して、ほしくない",
        "電気消して、じゃない",
        "電気つけて、とは言ってない",
        "電気消して、嘘",
        "電気消して、ちょっと待って",
        "電気消して、と弟に言われた",
        "電気消して!って弟に言われた",
        "電気を消して、って頼んだ",
        "予定全部消して、怒られた",
        "買い物リストを空にして、なんてね",
        "母に電話して、泣いた",
        "もし寒い、エアコンつけて",
        "毎日、掃除機を動かして",
        "友達が来た、窓開けて、寒かった",
        "音楽を止めて、寝た",
        "弟が電気消して、怖かった",
    ],
)
def test_a_time_a_quote_a_doubt_and_a_story_are_no_asides(text: str) -> None:
    assert list(without_asides(text, NOW)) == []


@pytest.mark.parametrize(
    "text",
    [
        "玄関の鍵を開けて、と言われた",
        "鍵を開けて、という夢を見た",
        "電気消して、と弟に言われた",
        "予定全部消して、怒られた",
        "買い物リストを空にして、なんてね",
        "母に電話して、泣いた",
        "音楽を止めて、寝た",
    ],
)
def test_a_story_does_nothing(text: str) -> None:
    done = [one.tool for one in understand(text).calls if not one.tool.startswith("about.")]
    assert not set(done) - {"help.never_mind"}


def test_a_time_stays_with_its_command() -> None:
    assert understand("明日、電気を消して").calls[0].tool == "timers.start"
    assert understand("毎晩、電気を消して").calls[0].tool == "timers.repeat"


def test_a_reason_is_no_cue_for_another_thing() -> None:
    assert understand("カーテン開けて、まぶしいけど").calls[0].tool == "home.open"
    assert understand("え、まって暗くない？電気つけて").calls == (call("home.turn_on", domain="light"),)
