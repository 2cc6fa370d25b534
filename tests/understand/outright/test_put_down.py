"""A text that came along is kept nowhere, and that is said."""

import pytest

from understand.home import call, understand


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("add this to my shopping list", "Nothing was added"),
        ("put all of these on the shopping list please", "Nothing was added"),
        ("make a shopping list from this", "Nothing was added"),
        ("make a note of this", "Nothing was noted"),
        ("save this as a note", "Nothing was noted"),
        ("これを買い物リストに追加して", "何も追加していません"),
        ("買い物リストに全部入れといて", "何も追加していません"),
        ("これをメモして", "何もメモしていません"),
    ],
)
def test_it_is_said_that_nothing_was_kept(text: str, told: str) -> None:
    meaning = understand(text, outside="milk, eggs, turn off the lights")
    assert not meaning.calls and not meaning.proposed
    assert meaning.question and meaning.question.startswith(told)


@pytest.mark.parametrize(
    "text", ["summarise this", "what is on this list?", "これを要約して", "これは何のリスト？"]
)
def test_what_is_only_read_is_talk(text: str) -> None:
    assert understand(text, outside="milk, eggs").by == "talk"


def test_what_the_person_says_is_done() -> None:
    milk = (call("lists.add", item="milk", list="shopping"),)
    assert understand("add milk to my shopping list", outside="eggs").calls == milk
    assert understand("add this to my shopping list").question is None
