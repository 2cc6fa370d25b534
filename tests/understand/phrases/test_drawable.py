"""What one draws, and what "draw", "paint" and かく mean otherwise."""

import pytest

from kippu.turn import Language
from kippu.understand.phrases.drawable import to_draw


@pytest.mark.parametrize(
    ("words", "what", "style"),
    [
        ("a cat with sunglasses", "a cat with sunglasses", ""),
        ("a cat in the style of twemoji", "a cat", "twemoji"),
        ("a cat in noto style", "a cat", "noto"),
        ("a cat in the fluent emoji style", "a cat", "fluent emoji"),
        ("a dog in a hat", "a dog in a hat", ""),
        ("a house in the living room", "a house in the living room", ""),
        ("an up-to-date phone", "an up-to-date phone", ""),
        ("a cat and a dog", "a cat and a dog", ""),
        ("サングラスをかけた猫", "サングラスをかけた猫", ""),
        ("twemoji風の猫", "猫", "twemoji"),
        ("台風", "台風", ""),
        ("窓から外を見ている猫", "窓から外を見ている猫", ""),
        ("手を洗っている犬", "手を洗っている犬", ""),
    ],
)
def test_what_and_in_which_style(words: str, what: str, style: str) -> None:
    language: Language = "en" if words.isascii() else "ja"
    assert to_draw(words, f"draw {words}" if language == "en" else f"{words}を描いて", language) == (
        what,
        style,
    )


@pytest.mark.parametrize(
    "words",
    [
        "the curtains",
        "the kitchen curtains",
        "all the blinds",
        "up a list",
        "a conclusion",
        "your own conclusions",
        "a line under it",
        "attention to it",
        "a bath",
        "a card",
        "a number between 1 and 10",
        "a name",
        "blood",
        "straws",
        "it",
        "me",
        "a map of france",
        "a diagram of the plan",
        "a cat and turn on the light",
        "a dog and then play music",
        "my wife",
        "how it works",
        "near",
        "a blank",
        "the line",
        "a comparison",
        "a note with a smiley",
    ],
)
def test_what_nobody_draws(words: str) -> None:
    assert to_draw(words, f"draw {words}", "en") is None


@pytest.mark.parametrize("words", ["the wall", "my nails", "our old fence", "the kitchen", "the house"])
def test_what_one_paints_with_a_brush(words: str) -> None:
    assert to_draw(words, f"paint {words}", "en") is None
    assert to_draw(words, f"draw {words}", "en") is not None


@pytest.mark.parametrize(
    ("words", "text"),
    [
        ("詩", "詩をかいて"),
        ("お礼の手紙", "お礼の手紙をかいて"),
        ("汗", "汗をかいて"),
        ("線", "線を描いて"),
        ("地図", "地図を描いて"),
        ("それ", "それを描いて"),
        ("玄関", "玄関の画像を見せて"),
        ("私", "私の絵を見せて"),
        ("電気を消して猫", "電気を消して猫を描いて"),
        ("寝室のブラインドを閉めて猫", "寝室のブラインドを閉めて猫を描いて"),
    ],
)
def test_what_is_written_or_shown_or_done(words: str, text: str) -> None:
    assert to_draw(words, text, "ja") is None


def test_a_letter_can_be_drawn() -> None:
    assert to_draw("手紙", "手紙の絵をかいて", "ja") == ("手紙", "")


def test_a_long_text_is_nothing_to_draw() -> None:
    assert to_draw("a cat " * 60, "draw a cat", "en") is None
