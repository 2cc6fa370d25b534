"""Japanese in kana alone, and what stays as it is."""

import pytest

from kippu.understand.text import sentence
from kippu.understand.text.kana import as_hiragana, usual


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("きっちんのでんきつけて", "きっちんの電気つけて"),
        ("デンキヲケシテ", "電気を消して"),
        ("シンシツノショウメイヲツケテクダサイ", "寝室の照明をつけてください"),
        ("おふろのでんきけして", "お風呂の電気消して"),
        ("にかいのでんきつけて", "2階の電気つけて"),
        ("ぜんぶけして", "全部消して"),
        ("あしたのくじにおこして", "あしたの9時におこして"),
        ("でんきをひゃくぱーせんとにして", "電気を100パーセントにして"),
        ("さんじにびょういん", "3時にびょういん"),
        ("くじにびょうきのねこ", "9時にびょうきのねこ"),
        ("さんじゅうびょうしたらけして", "30秒したら消して"),
    ],
)
def test_kana_alone_is_written_as_usual(text: str, written: str) -> None:
    assert usual(text) == written


@pytest.mark.parametrize(
    "text",
    [
        "キッチンの電気をつけて",
        "テレビつけて",
        "エアコン",
        "ありがとう",
        "あしたしょくじにいく",
        "あしたじゅうどうにいく",
        "もくじにする",
        "おみくじにかく",
        "ひゃくにじゅうびょうのたいまー",
        "いまなんじ",
        "でんきの話",
        "",
        "TV",
    ],
)
def test_what_stays(text: str) -> None:
    assert usual(text) == text


def test_half_width_kana_are_the_same_sentence() -> None:
    assert (
        sentence("ｷｯﾁﾝﾉﾃﾞﾝｷｦﾂｹﾃ", "ja")
        == sentence("キッチンノデンキヲツケテ", "ja")
        == "きっちんの電気をつけて"
    )


def test_hiragana_has_the_same_length() -> None:
    for text in ("ヴァイオリンー", "フロアスタンド", "Wi-Fi ルーター", "漢字"):
        assert len(as_hiragana(text)) == len(text)
    assert as_hiragana("フロアスタンド") == "ふろあすたんど"


@pytest.mark.parametrize(
    ("said", "written"),
    [
        ("ろくじにおこして", "6時におこして"),
        ("しちじはんにでんきけして", "7時半に電気消して"),
        ("たいまーじゅうごふん", "たいまー15分"),
        ("えあこんにじゅうごど", "えあこん25度"),
        ("もういちどいって", "もういちどいって"),
        ("にじのえ", "にじのえ"),
        ("すごくじかんがかかる", "すごくじかんがかかる"),
    ],
)
def test_numbers_are_figures_before_what_they_count(said: str, written: str) -> None:
    assert usual(said) == written
