"""Without any names, a sentence about a home is still known from talk."""

import pytest

from kippu.names import Names
from kippu.turn import Language
from kippu.understand.cues import Cues
from kippu.understand.outright import homeward


@pytest.mark.parametrize(
    ("language", "text", "homely"),
    [
        ("en", "turn on the kitchen light", True),
        ("en", "is the front door locked", True),
        ("en", "make the living room warmer", True),
        ("en", "what is the temperature in the bedroom", True),
        ("ja", "キッチンの電気をつけて", True),
        ("ja", "玄関の鍵は閉まってる？", True),
        ("ja", "リビングを暖かくして", True),
        ("en", "tell me about the light of the moon", False),
        ("en", "how do I fix a broken lock", False),
        ("en", "write a poem about turning on the light", False),
        ("en", "what is the capital of France", False),
        ("ja", "月の光について教えて", False),
        ("ja", "おはよう", False),
    ],
)
def test_is_about_a_home(language: Language, text: str, homely: bool) -> None:
    assert homeward.is_about_a_home(Cues(language).apart(text, Names())) is homely
