"""Deeds that a model claims, and what only sounds like one."""

import pytest

from kippu.guard.claims import claims, harmless, may_claim

CLAIMED = (
    "Here is “a dog with a hat” drawn by me.",
    "added margarines to the shopping list.",
    "I have turned on the kitchen light for you.",
    "I've set a reminder for tomorrow at 9.",
    "Done! The lights are off.",
    "I've just added milk to your shopping list.",
    "I will remind you tomorrow.",
    "I'll turn off the heating now.",
    "I'm sending the email now.",
    "The kitchen light has been turned off.",
    "The lights are now off.",
    "Your alarm is set for 7 AM.",
    "Your appointment has been scheduled.",
    "I booked a table for two.",
    "Turning on the lights for you.",
    "I’ve locked the front door.",
)
HARMLESS = (
    "Here is how to draw a cat.",
    "Here are some ideas.",
    "Added sugar makes a drink sweet.",
    "The moon has been there for billions of years.",
    "I would turn on a lamp if I were you.",
    "You can turn on the light with a switch.",
    "Light travels faster than sound.",
    "I have a lot of ideas for dinner.",
    "The music of Bach is played all over the world.",
    "To set an alarm, say when.",
    "Done with care, it tastes good.",
    "I think the weather will be fine.",
    "Let me explain how doors work.",
)
CLAIMED_JA = (
    "キッチンの電気をつけました。",
    "リマインダーを設定しました。",
    "メールを送信しておきました。",
    "エアコンを消します。",
)
HARMLESS_JA = ("月は地球の周りを回っています。", "電気は便利です。", "本を読みました。")


@pytest.mark.parametrize("sentence", CLAIMED)
def test_a_claimed_deed(sentence: str) -> None:
    assert claims(sentence, "en")


@pytest.mark.parametrize("sentence", HARMLESS)
def test_no_deed(sentence: str) -> None:
    assert not claims(sentence, "en")


@pytest.mark.parametrize("sentence", CLAIMED_JA)
def test_a_claimed_deed_in_japanese(sentence: str) -> None:
    assert claims(sentence, "ja")


@pytest.mark.parametrize("sentence", HARMLESS_JA)
def test_no_deed_in_japanese(sentence: str) -> None:
    assert not claims(sentence, "ja")


@pytest.mark.parametrize("sentence", [*CLAIMED, *CLAIMED_JA])
def test_what_is_shown_of_a_claim_tells_of_no_deed(sentence: str) -> None:
    language = "ja" if sentence in CLAIMED_JA else "en"
    shown = max(sentence[: harmless(sentence[:end], language)] for end in range(1, len(sentence)))
    assert shown in {"", "You"}, "of pieces shorter than a word"


@pytest.mark.parametrize("sentence", [*HARMLESS, *HARMLESS_JA])
def test_what_can_become_no_claim_is_shown_while_it_is_said(sentence: str) -> None:
    if sentence.startswith(("Added", "Done", "電気")):
        return  # may be one to their end
    language = "ja" if sentence in HARMLESS_JA else "en"
    held = [end - harmless(sentence[:end], language) for end in range(1, len(sentence) + 1)]
    assert max(held) <= 14 and held[-1] <= 7  # letters


def test_who_asks_for_writing_gets_what_it_says() -> None:
    assert may_claim("Write a story about a boy who turns on a lamp")
    assert may_claim("短い物語を書いて")
    assert not may_claim("turn on the lights please")
