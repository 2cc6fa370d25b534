"""A question about a text is answered with the text's own sentence, by no model that would make it up."""

import pytest

from kippu.run.quoting import answering, from_the_text
from understand.home import turn

NOTICE = """Dear residents of building B,
The water will be turned off on Tuesday 8 December from 9 am to 3 pm because the main pipe is replaced.
Please store enough water for the day. Building A is not affected. If you have questions, call Ms. Keller at
the office, 555-1389. The work is paid from the reserve.
Kind regards, the management
"""
NOTICE_JA = (
    "B棟の皆様へ\n12月8日（火）午前9時から午後3時まで断水します。水道管の交換のためです。A棟は対象外です。"
    "ご不明な点は管理室の田中さん（555-1389）までご連絡ください。\n"
)


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("when is the water off?", "on Tuesday 8 December from 9 am"),
        ("what time does it start?", "on Tuesday 8 December from 9 am"),
        ("who do I call?", "Ms. Keller"),
        ("is building A affected?", "not affected"),
        ("who pays for it?", ""),
        ("why is the water turned off", "the main pipe is replaced"),
    ],
)
def test_the_sentence_that_answers(question: str, told: str) -> None:
    assert told in answering(question, NOTICE)


@pytest.mark.parametrize(
    ("question", "told"),
    [("いつ断水する？", "12月8日"), ("A棟は対象？", "対象外"), ("誰に聞けばいい？", "田中さん")],
)
def test_the_same_in_japanese(question: str, told: str) -> None:
    assert told in answering(question, NOTICE_JA)


def test_what_the_text_does_not_say_is_said_to_be_so() -> None:
    said = from_the_text(turn("does the roof leak?", outside=NOTICE), "pocket")
    assert said and "no sentence" in said.text and not said.note


@pytest.mark.parametrize(
    "text",
    ["translate this", "what do you think of it?", "summarise", "make it more polite", "is it well written?"],
)
def test_other_wishes_are_left_to_a_model(text: str) -> None:
    assert from_the_text(turn(text, outside=NOTICE), "pocket") is None


def test_a_model_that_can_read_answers_itself() -> None:
    assert from_the_text(turn("when is the water off?", outside=NOTICE), "palm") is None
    assert from_the_text(turn("when is the water off?"), "pocket") is None


@pytest.mark.parametrize("text", ["", "...", "🙂", "a ha"])
def test_a_text_without_sentences_answers_nothing(text: str) -> None:
    assert answering("when is it?", text) == ""
