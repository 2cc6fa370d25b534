"""A place is part of the address of whoever is named beside it and at home there."""

import pytest

from kippu.guard.personal import Finder

FINDER = Finder()


def kinds(text: str) -> dict[str, str]:
    return {piece.text: piece.kind for piece in FINDER.find(text)}


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Anna Kowalski lives in Chicago and is my cousin.", "Chicago"),
        ("My colleague Thandiwe Mkhize is from Berlin.", "Berlin"),
        ("Write to Piotr Zawadzki, who moved to Madrid with his son.", "Madrid"),
        ("同僚の佐藤健一さんは名古屋出身です。", "名古屋"),
        ("I live in Chicago. Write a complaint to my landlord about the mould.", "Chicago"),
        ("Please correct this email: Dear Anna, I will be in Berlin on Friday. Best, Tom", "Berlin"),
    ],
)
def test_at_home(text: str, place: str) -> None:
    assert kinds(text)[place] == "address"


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Anna Kowalski and I visit Chicago in May.", "Chicago"),  # who goes there is not at home there
        ("I live in Berlin. Which papers do I need to marry?", "Berlin"),  # nobody is named
        (
            "Anna Kowalski lives in Chicago; what is the weather there?",
            "Chicago",
        ),  # what is there is asked for
        ("Anna Kowalski lives in Germany.", "Germany"),
        ("Correct this email: Dear Anna, what is the weather in Berlin like? Best, Tom", "Berlin"),
        ("Write a story about Anna Kowalski, who flies to Chicago.", "Chicago"),
    ],
)
def test_not_at_home_or_needed(text: str, place: str) -> None:
    assert kinds(text).get(place, "place") == "place"


def own(text: str) -> list[str]:
    return [piece.text for piece in FINDER.find(text) if piece.own]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("I'm a Filipino nurse working for Siemens. Write a cover letter for me.", ["Filipino", "Siemens"]),
        ("Proofread my statement: I was born in Kenya.", ["Kenya"]),
        ("トヨタに勤めています。上司への退職のメールを書いて。", ["トヨタ"]),
    ],
)
def test_own_in_what_is_to_be_written(text: str, names: list[str]) -> None:
    assert own(text) == names


@pytest.mark.parametrize(
    "text",
    [
        "I'm a Filipino nurse working for Siemens. How do I sell my shares?",  # an answer hangs on it
        "I am Brazilian and live in Germany. Write a letter to the embassy about my visa.",
        "Write an appeal to Google, I want my account back.",  # nobody works there
        "Write a poem about a German baker.",  # nobody tells of themselves
        "I am Catholic and need a letter of reference.",  # no country
        "Translate this email into German: Dear Anna, thank you.",
    ],
)
def test_nobodys_own_or_needed(text: str) -> None:
    assert own(text) == []
