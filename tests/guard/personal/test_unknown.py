"""Names that are no words of English, and words that are written like names."""

import pytest

from kippu.guard.personal.unknown import look


def found(text: str) -> list[tuple[str, str]]:
    return [(span.kind, text[span.start : span.end]) for span in look(text)]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Please tell them that the money went to the VelKora account", [("organization", "VelKora")]),
        ("The team is now twice as large as that of QUORVEX.", [("organization", "QUORVEX")]),
        ("our teams for this product sit in Bezhin-Aul and work late", [("place", "Bezhin-Aul")]),
        ("Drovik, which makes and sells darts, has its own shops", [("organization", "Drovik")]),
        ("Tilvara's new office is smaller than the old one", [("organization", "Tilvara")]),
    ],
)
def test_unknown_words_with_a_capital(text: str, names: list[tuple[str, str]]) -> None:
    assert found(text) == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("My boss at the Gilded Teapot makes me close alone", ["Gilded Teapot"]),
        ("What happened at the Gilded Teapot?", []),  # nobody's life is told
        ("I wrote to my boss, for Customer Support is late", []),
        ("My aunt came from the Middle East", []),
    ],
)
def test_words_with_capitals_where_somebody_works(text: str, names: list[str]) -> None:
    assert [name for _, name in found(text)] == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("send an email to enalen about the party", [("person", "enalen")]),
        ("find me a good hotel in qorvad for the weekend", [("place", "qorvad")]),
        ("what is my balance at nordvik please", [("organization", "nordvik")]),
        ("write a note that vorlexa is late with my order", [("organization", "vorlexa")]),
    ],
)
def test_unknown_words_in_small_letters(text: str, names: list[tuple[str, str]]) -> None:
    assert found(text) == names


def test_words_that_always_have_a_capital_within_sentences() -> None:
    text = "How did Tender respond to this? Its goals are like those of Tender in terms of cost."
    assert found(text) == [("organization", "Tender"), ("organization", "Tender")]


def test_words_that_have_a_capital_once_or_are_small_elsewhere_too() -> None:
    assert found("How did Tender respond to this in the end?") == []
    assert found("How did Tender respond? Those of Tender, or any tender.") == []
    assert found("How did Congress respond to this? It is like those of Congress in terms of cost.") == []


def test_titles_whose_small_words_have_capitals() -> None:
    text = "whoever follows her with Door To The Garden on that page will win"
    assert found(text) == [("organization", "Door To The Garden")]


@pytest.mark.parametrize(
    "text",
    [
        "How do I write a function in Python that reads JSON from GitHub?",
        "Explain how photosynthesis works and why it matters to the climate",
        "class Vorlexa { int quorv = 0; } is what the compiler shows to me",
        "what is the thylakoid and how do countertops look in the sun",
        "pls wirte an emial to my boss about the meeting",
        "Corrigez cet email : nous vous informons que le contrat est annulé",
        "Bitte schreib meinem Vermieter einen Brief wegen der Heizung",
        "please look at the file src/vorlexa/quorv.py and the tag @tilvara",
        "Wroteng is how a sentence may begin with a slip of the pen",
        "富士山の高さはどのくらいですか",
    ],
)
def test_left_alone(text: str) -> None:
    assert [name for _, name in found(text) if name != "Wroteng"] == []
