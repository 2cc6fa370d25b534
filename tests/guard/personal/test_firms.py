"""Organizations by the word that ends their name or leads to it."""

import pytest

from kippu.guard.personal.firms import look


def found(text: str) -> list[str]:
    return [text[span.start : span.end] for span in look(text)]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("as a supplier of Larkspur Securities since May", ["Larkspur Securities"]),
        ("artist at HALVORD COMPANY from last year", ["HALVORD COMPANY"]),
        ("The Orla & Quill Foundation and Tovik GmbH", ["Orla & Quill Foundation", "Tovik GmbH"]),
        ("ideas for my company called brandlune, please", ["brandlune"]),
        ("a restaurant named Blue Door opened", ["Blue Door"]),
        ("my GP surgery (Larkhill Medical Practice) is shut", ["Larkhill Medical Practice"]),
        ("we met at The Copper Kettle Inn", ["Copper Kettle Inn"]),
        ("to the norwegian ministry of trade and industry now", ["norwegian ministry of trade and industry"]),
    ],
)
def test_found(text: str, names: list[str]) -> None:
    assert found(text) == names


@pytest.mark.parametrize(
    "text",
    [
        "Our Company grows",
        "my son likes the Youth Club and High School",
        "The Larkhill Practice is described in the report",  # of nobody's life
        "in the App Store",
        "my company is called that",
        "Medical University of it",
        "what does the ministry of education do",
    ],
)
def test_left_alone(text: str) -> None:
    assert found(text) == []


def test_a_long_row_of_hyphens_names_no_firm() -> None:
    assert list(look("Ab-" * 40_000)) == []
