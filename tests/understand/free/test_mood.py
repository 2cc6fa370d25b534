"""Whether a sentence asks for the deed that it speaks of."""

import pytest

from kippu.turn import Language
from kippu.understand.free.mood import denies, tells, wonders


@pytest.mark.parametrize(
    "text",
    [
        "don't turn the heating off yet", "please do not touch the thermostat", "no need to remind me",
        "mind you never ever start the vacuum at night", "not to open the blinds, love",
    ],
)  # fmt: skip
def test_english_that_denies(text: str) -> None:
    assert denies(text, "en")


@pytest.mark.parametrize(
    "text",
    [
        "why don't you turn on the lights", "i don't think i locked it, do the front",
        "don't you find it dark", "i can't see, put a light on", "could you stop the music",
    ],
)  # fmt: skip
def test_english_that_denies_no_deed(text: str) -> None:
    assert not denies(text, "en")


@pytest.mark.parametrize(
    "text",
    [
        "turn it on if it's dark", "when i get home turn on the heating", "she said turn off the lights",
        "my neighbour left the lights on all night", "leave the porch light on", "maybe a bit warmer",
        "i should have set an alarm yesterday", "turn the lights off once the film ends",
        "the kids left the lights on, kill them", "i turned the fan on by mistake",
    ],
)  # fmt: skip
def test_english_that_may_be_told_or_meant_for_another_time(text: str) -> None:
    assert tells(text, "en")


@pytest.mark.parametrize(
    "text",
    [
        "if you could turn it down", "could you turn it down if that's ok", "it's freezing in here",
        "text mom that i'll be late", "i'm off to bed so kill the lights", "any chance of some light",
    ],
)  # fmt: skip
def test_english_that_asks(text: str) -> None:
    assert not tells(text, "en")


@pytest.mark.parametrize(
    "text",
    [
        "アラーム消さないで", "リマインドしなくていいよ、電気は消さんでええ", "電気を消してほしくない",
        "音楽を止めて欲しくないんだけど", "ブラインドは閉めてほしくなかった",
        "電気は消してもらいたくないです",
    ],
)  # fmt: skip
def test_japanese_that_denies(text: str) -> None:
    assert denies(text, "ja")


@pytest.mark.parametrize("text", ["電気を消してほしい", "ブラインドを閉めてほしいな"])
def test_japanese_that_asks(text: str) -> None:
    assert not denies(text, "ja")


@pytest.mark.parametrize("text", ["電気消したわ", "暗くなったらつけて", "妹がテレビつけっぱなし"])
def test_japanese_that_tells(text: str) -> None:
    assert tells(text, "ja")


@pytest.mark.parametrize("text", ["月について教えて", "月のことをもっと教えて", "ブラックホールとは説明して"])
def test_japanese_that_asks_about_the_world(text: str) -> None:
    assert wonders(text, "ja")


@pytest.mark.parametrize("text", ["明日の予定について教えて", "リストのことを教えて", "月について"])
def test_japanese_that_asks_about_what_is_kept_here(text: str) -> None:
    assert not wonders(text, "ja")


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("translate to german: call me at five", "en"), ("please write a short poem about the lamp", "en"),
        ("how do you say turn off the light in spanish", "en"),
        ("次の文を英語に翻訳して。電気を消して", "ja"), ("お礼の手紙を書いて", "ja"),
    ],
)  # fmt: skip
def test_who_wants_a_text(text: str, language: Language) -> None:
    assert wonders(text, language)


@pytest.mark.parametrize(
    "text", ["write mom that i'm late", "draft a note: buy milk", "write a shopping list"]
)
def test_who_wants_something_sent_or_kept(text: str) -> None:
    assert not wonders(text, "en")
