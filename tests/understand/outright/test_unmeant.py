"""Sentences that hold an order and are none."""

import pytest

from kippu.understand.outright.unmeant import dropped, thanks

from ..home import call, understand


@pytest.mark.parametrize(
    "text",
    [
        "暖房を上げないほうがいい",
        "玄関の鍵を開けない方がいいと思う",
        "電気消してなんて頼んでない",
        "ブラインド閉めてくれたんだね、えらい",
        "換気扇がうるさい",
        "はいはい、暖房30度にしてお金燃やせばいいんでしょ",
    ],
)
def test_dropped(text: str) -> None:
    assert dropped(text, "ja")
    assert not understand(text).calls


@pytest.mark.parametrize("text", ["電気を消して", "薬を飲まないほうがいいとメモして", "テレビがうるさい"])
def test_not_dropped(text: str) -> None:
    assert not dropped(text, "ja")
    assert understand(text).calls


def test_thanks_for_a_deed_is_no_order() -> None:
    assert thanks("玄関の鍵を開けてくれてありがとう", "ja")
    assert not thanks("電気を消してくれる？", "ja")
    assert [call.tool for call in understand("玄関の鍵を開けてくれてありがとう").calls] == ["about.thanks"]


@pytest.mark.parametrize(
    "text",
    [
        "unlock the front door... nah",
        "lock the door. hmm, no, hang on",
        "add beer to the list, no, I still have some",
        "play some music, ah no, the baby is asleep",
        "turn on the lights, just kidding",
        "玄関の鍵を開けて、なんてね",
        "お母さんに電話、あ、もう遅いからいいや",
    ],
)
def test_taken_back(text: str) -> None:
    assert [call.tool for call in understand(text).calls] == ["help.never_mind"]


@pytest.mark.parametrize(
    ("text", "tool"),
    [
        ("are you able to unlock doors", "home.unlock"),
        ("can you unlock doors", "home.unlock"),
        ("are you able to open the blinds", "home.open"),
        ("電気を消そうかな", "home.turn_off"),
        ("電気つける？", "home.turn_on"),
        ("鍵開ける？", "home.unlock"),
        ("エアコン消してもいい？", "home.turn_off"),
        ("エアコンつけたほうがいいかな", "home.turn_on"),
        ("ブラインド閉めようか", "home.close"),
    ],
)
def test_asked_first(text: str, tool: str) -> None:
    meaning = understand(text)
    assert not meaning.calls
    assert meaning.question
    assert [call.tool for call in meaning.proposed] == [tool]


def test_a_polite_order_is_done_at_once() -> None:
    assert understand("電気を消してもらってもいいですか？").calls[0].tool == "home.turn_off"
    assert understand("電気を消してくれる？").calls[0].tool == "home.turn_off"
    assert understand("電気もう消していいよ").calls[0].tool == "home.turn_off"


def test_a_musing_about_later_plans_nothing() -> None:
    meaning = understand("明日玄関の鍵を開けようかな")
    assert (meaning.by, meaning.calls, meaning.proposed) == ("talk", (), ())


def test_what_has_a_time_is_done_then() -> None:
    (call,) = understand("turn off the lights at 10").calls
    assert (call.tool, call.arguments["command"]) == ("timers.start", "turn off the lights")


@pytest.mark.parametrize(
    "text", ["lock the door at 10 and unlock it at 6", "at 7 turn on the lights and close the blinds"]
)
def test_several_orders_for_later_are_not_done_now(text: str) -> None:
    assert [call.tool for call in understand(text).calls] == ["timers.start"] * 2


@pytest.mark.parametrize(
    "text",
    ["stop", "okay okay stop", "Quiet!", "got it", "止めて", "もういい", "はい、わかった", "うるさい！"],
)
def test_who_says_stop_means_what_rings(text: str) -> None:
    assert understand(text, rings=True).calls == (call("alarms.cancel"),)
    assert understand(text).calls != (call("alarms.cancel"),)


@pytest.mark.parametrize("text", ["stop the blinds", "turn off the kitchen light", "電気を止めて"])
def test_other_orders_are_no_word_to_what_rings(text: str) -> None:
    assert understand(text, rings=True) == understand(text)


def test_a_deed_in_the_home_may_be_meant_by_the_same_words() -> None:
    light = call("home.turn_on", name="Kitchen Light")
    assert understand("turn it off", rings=True, earlier=(light,)).calls == (
        call("home.turn_off", name="Kitchen Light"),
    )
    assert understand("stop", rings=True, asked=(light,)).calls != (call("alarms.cancel"),)


@pytest.mark.parametrize(
    ("text", "question"),
    [
        ("lunch with Kim tomorrow", "Shall I put “lunch with Kim” on your calendar on 25 November?"),
        ("lunch with Kim at noon?", "Shall I put “lunch with Kim” on your calendar at 12:00 PM?"),
    ],
)
def test_an_event_that_is_only_named_is_asked_about(text: str, question: str) -> None:
    assert understand(text).question == question
    for said in ("lunch with Kim at noon", "can you schedule lunch with Kim at noon?"):
        assert [call.tool for call in understand(said).calls] == ["calendar.add"]
