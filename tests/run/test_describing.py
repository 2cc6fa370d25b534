"""The person sees the whole call, in words, and no letter that isn't what it looks like."""

import pytest

from kippu.run.describing import describe
from kippu.turn import Call, Language


@pytest.mark.parametrize(
    ("call", "language", "told"),
    [
        (
            Call("home.turn_on", {"name": "Desk Lamp"}),
            "en",
            'turn on the Desk Lamp — home.turn_on(name="Desk Lamp")',
        ),
        (
            Call("home.unlock", {"name": "玄関の鍵"}),
            "ja",
            '玄関の鍵を解錠する — home.unlock(name="玄関の鍵")',
        ),
        (
            Call("mail.send", {"to": ["a@example.com"], "body": "x\ny"}),
            "en",
            'mail.send(to=["a@example.com"], body="x\\ny")',
        ),
    ],
)
def test_in_words_and_exactly(call: Call, language: Language, told: str) -> None:
    assert describe(call, language) == told


def test_nothing_is_left_out() -> None:
    told = describe(Call("timers.start", {"minutes": 1, "command": "unlock the front door"}), "en")
    assert told.startswith("start a timer for 1 minute")
    assert "unlock the front door" in told


def test_letters_that_look_like_others_are_told() -> None:
    told = describe(Call("mail.send", {"to": "\u0430lice@example.com"}), "en")
    assert "(has Cyrillic letters)" in told
    assert "キリル文字" in describe(Call("mail.send", {"to": "\u0430lice@example.com"}), "ja")
    assert "has" not in describe(Call("mail.send", {"to": "José 田中"}), "en")


def test_letters_that_cannot_be_seen_are_shown() -> None:
    told = describe(Call("notes.add", {"text": "a\u200bb\u202ec\x1b[2J"}), "en")
    assert told.isprintable()
    assert "\\u200b" in told
    assert "\\u202e" in told
