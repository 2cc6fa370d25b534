"""A clause in a writing in which nothing personal can be found is told, a cited word is not."""

import pytest

from kippu.guard.personal import is_unread


@pytest.mark.parametrize(
    "text",
    [
        "اسمي محمد العلي وأعيش في القاهرة",
        "שלום, איך אפשר להכין פיצה בבית?",
        "मेरा नाम राहुल शर्मा है",
        "ช่วยบอกวิธีทำข้าวผัดหน่อย",
        "მე მქვია გიორგი",
        "Please translate this letter: שלום דנה, אני גרה ברחוב הרצל 5",
    ],
)
def test_a_clause(text: str) -> None:
    assert is_unread(text)


@pytest.mark.parametrize(
    "text",
    [
        "", "What does שלום mean?", "Is it مرحبا or سلام that one says?", "Write สวัสดี on a card",
        "Меня зовут Иван Петров, я живу в Москве", "안녕하세요, 밥을 어떻게 지어요?",
        "你好，请告诉我怎么做米饭",
        "明日の天気を教えてください", "Γεια σου, πώς μαγειρεύεται το ρύζι;", "Où habite Zoé, ça va?",
    ],
)  # fmt: skip
def test_no_clause(text: str) -> None:
    assert not is_unread(text)
