import pytest

from kippu.run.tongues import asked_in


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("translate good morning to Japanese", "Japanese"),
        ("how do you say thank you in French?", "French"),
        ("what's the word for cat in latin", "Latin"),
        ("Can you answer in Spanish, please?", "Spanish"),
        ("what is the dog sleeps in german please", "German"),
    ],
)
def test_a_language_is_asked_for(text: str, language: str) -> None:
    asked = asked_in(text)
    assert asked is not None and asked[0] == language


@pytest.mark.parametrize(
    "text",
    [
        "who speaks French in Canada", "tell me about Japanese food", "what is German for",
        "I moved to French Polynesia", "say hello", "is he in german class", "日本語に訳して",
        "write to the Spanish embassy", "what's the best way to polish?", "tell me how to polish",
        "translate this to Japanese and then tell me a story",
    ],
)  # fmt: skip
def test_none_is_asked_for(text: str) -> None:
    assert asked_in(text) is None


@pytest.mark.parametrize("text", ["in Japanese", "now in french please"])
def test_a_language_alone(text: str) -> None:
    assert asked_in(text) is not None
