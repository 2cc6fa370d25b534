"""Japanese of the regions."""

import pytest

from kippu.understand.text.dialect import denied, ended, standard

from ..home import HOME, call, understand


@pytest.mark.parametrize(
    ("said", "written"),
    [
        ("電気つけてけろ", "電気つけて"),
        ("鍵かけでけれ", "鍵かけて"),
        ("電気つけちゃり", "電気つけて"),
        ("暖房つけてえな", "暖房つけて"),
        ("暖房つけてくれん", "暖房つけて"),
        ("鍵閉めたやろか", "鍵閉めたか"),
        ("窓開いとる", "窓開いてる"),
        ("買い物に入れとって", "買い物に入れて"),
        ("キャベツば買う", "キャベツを買う"),
        ("かけてー", "かけて"),
        ("電気つけよったかいな", "電気つけたっけ"),
        ("電気つけとったかいね", "電気つけたっけ"),
        ("電気つけとくれ", "電気つけて"),
        ("さいころ振ったってちょう", "さいころ振って"),
        ("音楽止めたってや", "音楽止めて"),
        ("寝室じゃなくてリビングの電気つけて", "リビングの電気つけて"),
    ],
)
def test_endings_and_words_of_the_regions(said: str, written: str) -> None:
    assert standard(said) == written


@pytest.mark.parametrize(
    "text",
    [
        "この曲飛ばして",
        "メモとって",
        "ジャズが聴きたい",
        "予定が見たい",
        "もう寝たい",
        "料理しながら、歌う",
        "せっけん、買う",
        "電話にでられない",
        "家でらくにする",
        "がんばり時",
        "あたたかいね",
        "おかね",
        "手をやけどした",
        "ええ",
        "私にとって大事",
        "リビングだけじゃなくて寝室の電気もつけて",
        "弟が電気を消してくれん",
        "もう鍵は開けちゃらん",
        "弟が電気を消したって",
    ],
)
def test_words_that_only_look_like_it(text: str) -> None:
    assert standard(text) == text


@pytest.mark.parametrize(
    ("said", "written"),
    [
        ("電気消さんといて", "電気消さないで"),
        ("エアコンつけんとって", "エアコンつけないで"),
        ("鍵かけんでええわ", "鍵かけなくていいわ"),
        ("本を取っといて", "本を取っといて"),
        ("薬を飲んどいて", "薬を飲んどいて"),
    ],
)
def test_what_is_denied(said: str, written: str) -> None:
    assert denied(said) == written


def test_all_but_the_ending_stays_as_it_was_said() -> None:
    assert (
        ended("母におおきにって言うて、いらん言うとったけん")
        == "母におおきにって言うて、いらん言うとったから"
    )


@pytest.mark.parametrize(
    "text",
    [
        "エアコンつけんといて",
        "玄関の鍵開けんとって",
        "玄関の鍵かけんでええわ",
        "音楽止めんとって",
        "もう鍵は開けちゃらん",
        "窓開いとらんかいな、どっか",
    ],
)
def test_what_is_denied_is_not_done(text: str) -> None:
    said = understand(text, HOME)
    assert not [one for one in (*said.calls, *said.proposed) if not one.tool.startswith("about.")]


def test_a_region_does_not_let_anybody_in() -> None:
    assert understand("電気つけてけろ").calls == (call("home.turn_on", domain="light"),)
    assert not understand("玄関の鍵開けてけろ").calls


def test_a_region_asks_whether_it_was_done() -> None:
    (one,) = understand("キッチンの電気つけよったかいな？").calls
    assert (one.tool, one.arguments["name"]) == ("home.state", "Kitchen Light")


def test_a_room_behind_a_region_s_order_is_part_of_it() -> None:
    assert understand("電気つけとくれ、台所の").calls == (
        call("home.turn_on", area="Kitchen", domain="light"),
    )
