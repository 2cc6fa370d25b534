"""What is to wait for something to happen is asked about; words of politeness are no conditions."""

import pytest

from kippu.turn import Call
from understand.home import call, understand

LIGHT = call("home.turn_on", name="Kitchen Light")
OFF = call("home.turn_off", name="Kitchen Light")


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("when I leave, turn off the kitchen light", OFF),
        ("if it gets dark turn on the kitchen light", LIGHT),
        ("turn on the kitchen light when I get home", LIGHT),
        ("turn off the kitchen light as soon as nobody is home", OFF),
        ("turn off the kitchen light when the timer rings", OFF),
        ("暗くなったらキッチンの電気をつけて", LIGHT),
        ("家を出るときにキッチンの電気を消して", OFF),
        ("タイマーが鳴ったらキッチンの電気を消して", OFF),
    ],
)
def test_it_is_asked_whether_to_do_it_now(text: str, wanted: Call) -> None:
    meaning = understand(text)
    assert (meaning.calls, meaning.proposed) == ((), (wanted,))
    assert meaning.question
    assert meaning.question.startswith(("I can't wait for something to happen", "何かが起きるのを待つこと"))


@pytest.mark.parametrize(
    "text", ["when the pasta is done remind me to drain it", "remind me when I get home to feed the cat"]
)
def test_a_reminder_waits_for_a_time_alone(text: str) -> None:
    meaning = understand(text)
    assert not meaning.calls and not meaning.proposed
    assert (meaning.question or "").startswith("I can't wait for something to happen")


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("if you can, turn on the kitchen light", LIGHT),
        ("turn on the kitchen light if it's not too much trouble", LIGHT),
        ("turn the kitchen light off when you get a chance", OFF),
        ("turn on the kitchen light if it's off", LIGHT),
        ("よかったらキッチンの電気をつけて", LIGHT),
        ("もしよければキッチンの電気を消して", OFF),
    ],
)
def test_politeness_changes_nothing(text: str, wanted: Call) -> None:
    assert understand(text).calls == (wanted,)


@pytest.mark.parametrize(
    ("text", "tool"),
    [
        ("remind me to call mom when I get home", "reminders.add"),
        ("7時になったらキッチンの電気をつけて", "timers.start"),
        ("10分たったらキッチンの電気を消して", "timers.start"),
    ],
)
def test_times_and_reminders_are_no_such_conditions(text: str, tool: str) -> None:
    assert [one.tool for one in understand(text).calls] == [tool]


def test_a_question_with_when_proposes_nothing() -> None:
    assert understand("when did I turn off the kitchen light?").proposed == ()


@pytest.mark.parametrize(
    "text",
    ["洗濯終わったら教えて", "誰か来たら知らせて", "お湯が沸いたら言って", "電話がかかったら教えて"],
)
def test_nobody_is_told_once_something_happened(text: str) -> None:
    meaning = understand(text)
    assert not meaning.calls and (meaning.question or "").startswith("何かが起きるのを待つこと")


@pytest.mark.parametrize(
    "text",
    [
        "わかったら教えて",
        "何かあったら言って",
        "よかったら教えて",
        "おすすめの本があったら教えて",
        "英語が間違っていたら教えて",
        "発音が違ってたら教えて",
        "日本語が変だったら教えて",
        "答えが分かったら教えて",
        "その単語の意味を知ってたら教えて",
        "値段が安かったら教えて",
    ],
)
def test_what_is_said_in_talk_waits_for_nothing(text: str) -> None:
    assert understand(text).by == "talk"


@pytest.mark.parametrize(
    "text",
    [
        "if it gets dark turn on the lamp",
        "turn on the lamp unless it's already bright",
        "暗くなったらランプをつけて",
    ],
)
def test_which_is_meant_is_not_asked_of_what_would_have_to_wait(text: str) -> None:
    meaning = understand(text)
    assert not meaning.calls and not meaning.proposed
    assert (meaning.question or "").startswith(("I can't wait", "何かが起きるのを待つこと"))
