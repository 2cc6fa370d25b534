"""Japanese as it is said and typed."""

import pytest

from kippu.understand.text.colloquial import as_written, with_names

from ..home import HOME, call, understand


@pytest.mark.parametrize(
    ("said", "written"),
    [
        ("消しちゃって", "消して"),
        ("電気つけといて", "電気つけて"),
        ("消してほしいんだけど", "消して"),
        ("開けてもらっていい", "開けて"),
        ("どんくらい開いてる", "どのくらい開いてる"),
        ("買うもの何だっけ", "買うものは何"),
        ("30%くらいにして", "30%にして"),
        ("会議キャンセルで", "会議キャンセルして"),
        ("電気をつけて", "電気をつけて"),
    ],
)
def test_endings_of_speech(said: str, written: str) -> None:
    assert as_written(said) == written


def test_the_homes_own_spelling() -> None:
    assert with_names("キチンの電気", ["キッチン"]) == "キッチンの電気"
    assert with_names("スピカーの音", ["スピーカー"]) == "スピーカーの音"
    assert with_names("チキンを買う", ["キッチン"]) == "チキンを買う"
    assert with_names("キチン", ["キッチン", "キーチン"]) == "キチン"  # it could be either


@pytest.mark.parametrize(
    ("text", "calls"),
    [
        ("キチンの電気つけて", [call("home.turn_on", name="Kitchen Light")]),
        ("玄関の鍵開いてるから閉めて", [call("home.lock", name="Front Door")]),
        ("卵とパン買わなきゃ", [call("lists.add", item="卵とパン", list="shopping")]),
        ("牛乳いらない", [call("lists.remove", item="牛乳", list="shopping")]),
        ("買い物リスト空にしちゃって", [call("lists.clear", list="shopping")]),
        ("買い物リストに卵あったっけ", [call("lists.show", list="shopping", item="卵")]),
        ("明日の会議キャンセルで", [call("calendar.remove", text="会議", day="2026-11-25")]),
        ("カップ麺、3分計って", [call("timers.start", name="カップ麺", minutes=3)]),
        ("タイマーあとどんくらい", [call("timers.status")]),
        ("花子の電話番号わかる？", [call("contacts.find", name="花子", what="phone")]),
        ("太郎にいま向かってるって伝えて", [call("phone.message", to="太郎", text="いま向かってる")]),
        ("何か消し忘れてない？", [call("home.state", state="on", ask="any")]),
        ("掃除機もう戻して", [call("home.dock", name="Robot Vacuum")]),
        ("やっぱいいわ", [call("help.never_mind")]),
    ],
)
def test_colloquial_sentences(text: str, calls: list[object]) -> None:
    assert list(understand(text).calls) == calls


@pytest.mark.parametrize("text", ["何もいらない", "時間が足りない", "心配いらないよ", "牛乳って体にいいの"])
def test_talk_is_no_item(text: str) -> None:
    assert not [one for one in understand(text, HOME).calls if one.tool.startswith("lists.")]
