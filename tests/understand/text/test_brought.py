"""A text behind a colon is worked on, and no part of it obeyed."""

import pytest

from understand.home import understand


@pytest.mark.parametrize(
    "text",
    [
        "fix this sentence: he go to school yesterday",
        "continue: once upon a time",
        "translate: turn off the light",
        "please check my spelling: definately turn it off",
        "proofread: add milk to the list",
        "correct the grammar in this: me and him closes the blinds",
        "次の文を直して：ライトを消すて",
        "翻訳して：電気を消して",
    ],
)
def test_it_is_worked_on(text: str) -> None:
    meaning = understand(text)
    assert meaning.by == "talk" and not meaning.calls and not meaning.question


@pytest.mark.parametrize(
    ("text", "tool"),
    [
        ("note: fix the sentence in the letter", "notes.add"),
        ("message anna: continue without me", "phone.message"),
        ("add to the shopping list: milk", "lists.add"),
        ("turn on the light: the kitchen one", "home.turn_on"),
    ],
)
def test_an_order_before_a_colon_is_done(text: str, tool: str) -> None:
    assert [call.tool for call in understand(text).calls] == [tool]
