"""Languages that the assistant doesn't speak, and what only looks like one."""

import pytest

from kippu.understand.text.tongue import chinese, foreign

FOREIGN = (
    "Как дела?",
    "مرحبا كيف حالك",
    "안녕하세요",
    "Καλημέρα",
    "שלום",
    "สวัสดี",
    "नमस्ते",
    "bonjour",
    "Bonjour, comment ça va ?",
    "allume la lumière dans la cuisine",
    "¿Cómo estás?",
    "enciende la luz por favor",
    "wie geht es dir",
    "schalte das licht aus",
    "ciao come stai",
    "como vai você",
    "quel temps fait-il aujourd'hui",
)
OURS = (
    "turn on the light",
    "what does merci mean?",
    "play La Vie en Rose",
    "die hard is a film",
    "キッチンの電気をつけて",
    "天気は？",
    "電気",
    "how do you say 'gracias'",
    "café near me",
    "set the AC to 21°C",
    "es",
    "was it on?",
    "play salsa",
    "3 + 4",
    "OK",
    "naïve question",
)


@pytest.mark.parametrize("text", FOREIGN)
def test_another_language(text: str) -> None:
    assert foreign(text)


@pytest.mark.parametrize("text", OURS)
def test_english_and_japanese(text: str) -> None:
    assert not foreign(text)
    assert not chinese(text)


@pytest.mark.parametrize("text", ["今天天气怎么样", "你好吗", "请打开厨房的灯", "這是什麼"])
def test_chinese(text: str) -> None:
    assert chinese(text)
