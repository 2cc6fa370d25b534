from datetime import datetime

import pytest

from kippu.run.small_talk import is_small_talk
from kippu.turn import Turn


def turn(text: str, **more: str) -> Turn:
    return Turn(text, "en" if text.isascii() else "ja", datetime.now().astimezone(), "c", "t", **more)


@pytest.mark.parametrize(
    "text", ["film night", "i'm tired today", "the film was over at ten", "hm", "疲れたよ"]
)
def test_what_asks_for_nothing(text: str) -> None:
    assert is_small_talk(turn(text))


@pytest.mark.parametrize(
    "text",
    [
        "tell me a story", "who was ada lovelace", "a poem on rain, please write one", "go on", "is that so?",
        "an idea for dinner", "月について教えて", "俳句を書いて",
        "i need ideas for a birthday party", "word " * 30,
    ],
)  # fmt: skip
def test_what_asks_for_more(text: str) -> None:
    assert not is_small_talk(turn(text))


def test_a_text_that_came_along_is_none() -> None:
    assert not is_small_talk(turn("this one", outside="A long text."))
