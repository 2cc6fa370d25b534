"""Which turns of a conversation a model can read."""

from dataclasses import replace

import pytest

from kippu.run.readable import language_of, readable
from kippu.turn import Message

ENGLISH = (Message("user", "My boat is red."), Message("assistant", "Nice."))
JAPANESE = (Message("user", "電気をつけて", done=True), Message("assistant", "電気をつけました。", done=True))
MIXED = (Message("user", "こんにちは"), Message("assistant", "I speak English."))


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Hello there", "en"), ("月について教えて", "ja"), ("what does 猫 mean in English?", "en"),
        ("Kippuって何？", "ja"), ("ﾃﾚﾋﾞ", "ja"), ("42", "en"), ("", "en"), ("LEDを12個ください", "ja"),
    ],
)  # fmt: skip
def test_language(text: str, language: str) -> None:
    assert language_of(text) == language


def test_turns_in_another_language_are_left_out_whole() -> None:
    history = (*JAPANESE, *ENGLISH, *MIXED)
    assert readable(history, ("en",)) == list(ENGLISH)
    assert readable(history, ("ja",)) == list(JAPANESE)
    assert readable(history, ("zh", "ja", "en")) == list(history)


def test_of_a_command_in_another_language_it_stays_what_was_done() -> None:
    asked, came = JAPANESE
    history = (replace(asked, plainly="home turn on: Lamp"), replace(came, plainly="Done."), *ENGLISH)
    assert [line.text for line in readable(history, ("en",))] == [
        "home turn on: Lamp", "Done.", "My boat is red.", "Nice.",
    ]  # fmt: skip
    assert [line.text for line in readable(history, ("ja",))] == ["電気をつけて", "電気をつけました。"]


def test_of_a_model_whose_languages_nobody_knows_nothing_is_left_out() -> None:
    assert readable((*JAPANESE, *ENGLISH), ()) == [*JAPANESE, *ENGLISH]


def test_a_question_without_an_answer_and_an_instruction() -> None:
    rule = Message("system", "短く答えて")
    assert readable((rule, JAPANESE[0], *ENGLISH), ("en",)) == [rule, *ENGLISH]
    assert readable((), ("en",)) == []
