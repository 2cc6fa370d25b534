"""What is to be written or mended, and what is to be answered."""

import pytest

from kippu.guard.personal.telling import hinges, is_mended, is_written


@pytest.mark.parametrize(
    "text",
    [
        "Please correct this email: I will be late",
        "make this letter sound more formal",
        "Proofread: I was born in Kenya",
        "Dear Anna,\nI shall be in town for three days next week, as I told you.\nBest wishes,\nTom",
        "この文章を敬語に直してください",
    ],
)
def test_mended(text: str) -> None:
    assert is_mended(text)


@pytest.mark.parametrize(
    "text",
    [
        "Write a cover letter for me",
        "CV\nObadiah Crane\nHexham",
        "help me word a complaint about the noise",
        "上司への退職のメールを書いて",
    ],
)
def test_written(text: str) -> None:
    assert is_written(text) and not is_mended(text)


@pytest.mark.parametrize(
    "text",
    [
        "What is the capital of France?",
        "Write an itinerary for my trip to Kyoto",
        "Which papers do I need to marry in Berlin?",
        "Fix the bug in my function",
        "京都のおすすめを教えて",
    ],
)
def test_answered(text: str) -> None:
    assert not is_mended(text) and not is_written(text)


def test_what_hangs_on_a_country() -> None:
    assert hinges("Write to the embassy about my visa")
    assert not hinges("Write a letter to my landlord")
    assert not hinges(
        f"Write a cover letter. {'I like my work. ' * 60} I speak three languages. {'Yes. ' * 99}"
    )


def test_a_greeting_or_an_end_alone_makes_no_letter() -> None:
    body = "I shall be in town for three days next week, as I told you."
    assert not is_mended(f"Dear Anna,\n{body}")
    assert not is_mended(f"{body}\nBest wishes,\nTom")
    assert not is_mended("Dear Anna, so late\nBest wishes,\nTom")
    assert is_mended(f"拝啓 {body}敬具")
