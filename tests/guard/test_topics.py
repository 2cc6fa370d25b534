"""What a text is about, as far as a person would want it kept at home."""

import pytest

from kippu.guard.topics import topics


@pytest.mark.parametrize(
    ("text", "topic"),
    [
        ("What is the maximum dose of ibuprofen with a kidney transplant?", "health"),
        ("I've been feeling depressed since my diagnosis", "health"),
        ("I found a lump in my breast", "health"),
        ("My A1C is 8.2", "health"),
        ("I want to die", "health"),
        ("最近眠れないし、めまいもする", "health"),
        ("処方された薬の副作用を教えて", "health"),
        ("should I refinance my mortgage?", "money"),
        ("年収を上げるには", "money"),
        ("write an email to my boss that I resign", "work"),
        ("転職の面接で何を聞かれる?", "work"),
        ("my husband and I are getting divorced", "family"),
        ("母の誕生日に何をあげよう", "family"),
        ("can I eat this during Ramadan?", "faith"),
        ("how do I register to vote", "politics"),
        ("選挙で誰に投票すべき", "politics"),
        ("how do I tell my parents that I am gay", "intimacy"),
        ("can my landlord evict me, do I need a lawyer", "law"),
        ("弁護士に相談したい", "law"),
    ],
)
def test_a_topic_is_told(text: str, topic: str) -> None:
    assert topic in topics(text)


@pytest.mark.parametrize(
    "text",
    [
        "turn on the kitchen light",
        "write a Python function that sorts a list of tuples",
        "tell me about the moon",
        "translate 'good morning' to French",
        "キッチンの電気を消して",
        "フーリエ変換を説明して",
        "what is the capital of Australia",
        "a poem about autumn leaves",
        "",
    ],
)
def test_everyday_talk_has_none(text: str) -> None:
    assert topics(text) == ()
