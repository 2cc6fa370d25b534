"""Punctuation that a template does not see comes back in the person's own words."""

import pytest

from kippu.understand.text.own_words import as_said


@pytest.mark.parametrize(
    ("value", "text", "said"),
    [
        ("milk eggs and bread", "add milk, eggs and bread to my list", "milk, eggs and bread"),
        ("apples bananas and juice", "Add Apples, bananas, and juice", "Apples, bananas, and juice"),
        ("milk", "add milk, please", "milk"),
        ("call mom it's late", "remind me to call mom: it's late", "call mom: it's late"),
        ("りんご バナナ", "りんご、 バナナを追加", "りんご、 バナナ"),
        ("not there", "add milk", "not there"),
        ("(a b", "say (a, b now", "(a, b"),
    ],
)
def test_as_said(value: str, text: str, said: str) -> None:
    assert as_said(value, text) == said
