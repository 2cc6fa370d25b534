"""A summary without a model says what stands in the text, and only where one is asked for."""

from dataclasses import replace

import pytest

from kippu.run.sentences import sentences
from kippu.run.summary import has_nothing, is_short, wanted, without_a_model
from kippu.turn import Message
from run.letter import LETTER
from understand.home import turn


@pytest.mark.parametrize(
    "text", ["summarise", "Please summarize this.", "要約して", "この文章を要約してください"]
)
def test_a_summary_of_nothing_is_none(text: str) -> None:
    assert has_nothing(turn(text))
    assert not has_nothing(turn(text, outside=LETTER))
    assert not has_nothing(replace(turn(text), history=(Message("user", "I went to the sea."),)))
    assert not has_nothing(turn(f"{text}: I went to the sea and saw a ship."))


@pytest.mark.parametrize(
    ("text", "short"),
    [
        ("text", True), ("The cat sat on the mat and then it left us all.", True), ("雨が降った。", True),
        ("The meeting moved to Thursday at three. Bring the budget figures with you.", True),
        (LETTER, False), ("- milk\n- bread and butter\n" * 30, False), ("長い文章" * 80, False),
    ],
)  # fmt: skip
def test_what_is_short_already(text: str, short: bool) -> None:
    assert is_short(text) is short
    assert wanted(turn("summarise", outside=text))


@pytest.mark.parametrize(
    ("text", "is_one"),
    [
        ("summarise", True), ("Summarize this letter, please", True), ("give me the main points", True),
        ("要約して", True), ("translate into French", False), ("who wrote this?", False),
    ],
)  # fmt: skip
def test_only_a_summary_is_one(text: str, is_one: bool) -> None:
    assert bool(wanted(turn(text, outside=LETTER))) is is_one
    assert not wanted(turn(text))


@pytest.mark.parametrize(
    "wish", ["summarise this: {0}", "{0}\nGive me the gist", "次の文章を要約して：{0}", "要約して。{0}"]
)
def test_the_text_may_stand_in_the_sentence(wish: str) -> None:
    assert wanted(turn(wish.format(LETTER))) == LETTER.strip()


@pytest.mark.parametrize(
    "text",
    [
        f"Translate this: {LETTER}", "summarise: it", f"Summarise in French: {LETTER}",
        "Explain in short: why is the sky blue, and why is it red in the evening?",
        "Here's the gist: I quit my job today and I don't know what to do next.",
        "次の文章を英語に訳して：\n今日は雨です。\n以上、今日のまとめ",
        "要約しないで、全部読んで：今日は雨です。明日は晴れです。",
        "買い物リスト：牛乳、卵\nまとめて買うもの",
    ],
)  # fmt: skip
def test_other_wishes_are_none(text: str) -> None:
    assert not wanted(turn(text))


@pytest.mark.parametrize("text", ["要約しないで読み上げて", "summarise this in french", "英語で要約して"])
def test_what_its_own_sentences_are_not_is_left_to_a_model(text: str) -> None:
    assert not wanted(turn(text, outside=LETTER))


def test_a_model_that_can_writes_it_itself() -> None:
    asked = turn("summarise", outside=LETTER)
    assert without_a_model(asked, "palm") is None
    said = without_a_model(asked, "pocket")
    assert said and said.text.startswith("From Monday 3 June the lift") and "without a model" in said.note


def test_japanese_is_summarised_too() -> None:
    notice = (
        "お住まいの皆様へ\n来週の月曜日、六月三日から二週間、エレベーターの交換工事を行います。"
        "工事の時間は平日の午前八時から午後五時までです。その間、荷物は一階の管理人室でお預かりします。"
        "費用は修繕積立金から出しますので、管理費は変わりません。"
        "階段の利用が難しい方は、金曜日までに管理室へご連絡ください。\n管理組合\n"
    )
    said = without_a_model(turn("要約して", outside=notice), "pocket")
    assert said and said.text == (
        "来週の月曜日、六月三日から二週間、エレベーターの交換工事を行います。"
        "工事の時間は平日の午前八時から午後五時までです。"
        "階段の利用が難しい方は、金曜日までに管理室へご連絡ください。"
    )


@pytest.mark.parametrize(
    ("wish", "most"),
    [
        ("in one sentence, summarise this", 1),
        ("summarise this in two short sentences", 2),
        ("sum this up as 3 bullet points", 3),
        ("一文で要約して", 1),
        ("3行で要約して", 3),
    ],
)
def test_as_many_sentences_as_are_asked_for(wish: str, most: int) -> None:
    told = without_a_model(turn(wish, outside=LETTER), "pocket")
    assert told and len(sentences(told.text)) == most
