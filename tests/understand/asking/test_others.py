"""A reply that sets what was offered against the rest, and one that asks why it is asked."""

import pytest

from kippu.turn import Message
from understand.home import call, understand

TWO = (call("timers.cancel", id="1"), call("timers.cancel", id="2"))
LENGTHS = ("5分のタイマー（残り3分）", "10分のタイマー（残り9分）")
EVENTS = ("歯医者（明日午前9時）", "会議（明日午後3時）")
QUESTION = (Message("user", "止めて"), Message("assistant", "どれですか？"))


@pytest.mark.parametrize(
    ("text", "offered", "at"),
    [
        ("短い方", LENGTHS, 0), ("長いほうを止めて", LENGTHS, 1), ("早い方", EVENTS, 0),
        ("後の方", EVENTS, 1),
        ("一番長いやつ", LENGTHS, 1),
    ],
)  # fmt: skip
def test_the_shorter_or_the_later_one(text: str, offered: tuple[str, ...], at: int) -> None:
    assert understand(text, asked=TWO, offered=offered).calls == (TWO[at],)


def test_in_english_too() -> None:
    offered = ("the 5 minute timer", "the 10 minute timer")
    assert understand("the shorter one", asked=TWO, offered=offered).calls == (TWO[0],)


def test_of_two_that_are_as_long_none_is_shorter() -> None:
    meaning = understand("短い方", asked=TWO, offered=("5分のタイマー", "5分のタイマー（卵）"))
    assert not meaning.calls
    assert meaning.proposed == TWO


@pytest.mark.parametrize("text", ["もう一つの方", "そっちじゃなくてもう一個のほう", "別のやつ"])
def test_the_other_one_is_nobody_yet(text: str) -> None:
    meaning = understand(text, asked=TWO, offered=LENGTHS)
    assert meaning.question
    assert (meaning.calls, meaning.proposed, meaning.choices) == ((), TWO, LENGTHS)


@pytest.mark.parametrize("text", ["もう一つの方も", "残りも", "あと、もう片方も消して"])
def test_behind_a_choice_the_rest_too(text: str) -> None:
    assert understand(text, earlier=(TWO[0],), choices=TWO).calls == (TWO[1],)


def test_no_second_door_is_unlocked() -> None:
    doors = (call("home.unlock", name="Front Door"), call("home.unlock", name="Back Door"))
    assert understand("もう一つの方も", earlier=(doors[0],), choices=doors).calls != (doors[1],)


@pytest.mark.parametrize("text", ["なんで？", "え、どうして？", "なぜ聞くの？"])
def test_why_is_answered_and_the_question_stays(text: str) -> None:
    meaning = understand(text, asked=TWO, offered=LENGTHS, history=QUESTION)
    assert meaning.question
    assert meaning.question.endswith("どれですか？")
    assert (meaning.proposed, meaning.choices) == (TWO, LENGTHS)


@pytest.mark.parametrize("text", ["なんで空は青いの？", "なんでそうしたの？", "なんで？"])
def test_another_why_is_no_reply(text: str) -> None:
    asked = TWO if "空" in text else ()
    meaning = understand(text, asked=asked, offered=LENGTHS if asked else (), history=QUESTION)
    assert not (meaning.question or "").endswith("どれですか？")
