"""Titles in the words in which they were said."""

import pytest

from kippu.turn import Call, Meaning
from kippu.understand.spelled import as_spelled


@pytest.mark.parametrize(
    ("text", "query", "spelled"),
    [
        ("play twenty one pilots", "21 pilots", "twenty one pilots"),
        ("please play eight days a week, now", "8 days a week", "eight days a week"),
        ("play the 1975", "the 1975", "the 1975"),
        ("play radio ninety five point five", "radio 95.5", "radio 95.5"),
        ("play bbc radio four", "bbc radio 4", "bbc radio 4"),
        ("play jazz", "jazz", "jazz"),
        ("play it", "7 rings", "7 rings"),
    ],
)
def test_a_title_is_spelled_as_it_was_said(text: str, query: str, spelled: str) -> None:
    played = Call("home.play", {"query": query})
    assert as_spelled(Meaning("cues", 0.9, (played,)), text).calls == (Call("home.play", {"query": spelled}),)


def test_other_calls_stay() -> None:
    meaning = Meaning("cues", 0.9, (Call("search.web", {"query": "21 pilots"}),))
    assert as_spelled(meaning, "find twenty one pilots") is meaning
