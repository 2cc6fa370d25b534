import pytest

from kippu.turn import Call
from kippu.understand.templates.into_a_note import into_a_note


@pytest.mark.parametrize(
    ("item", "text", "to"),
    [
        ("in the shed to my note about the bike lock", "in the shed", "the bike lock"),
        ("eggs to the memo on groceries", "eggs", "groceries"),
    ],
)
def test_an_item_that_names_a_note_is_written_behind_it(item: str, text: str, to: str) -> None:
    call = into_a_note(Call("lists.add", {"item": item, "list": "shopping"}), f"add {item}")
    assert call == Call("notes.add", {"text": text, "to": to})


@pytest.mark.parametrize(
    "call",
    [
        Call("lists.add", {"item": "milk", "list": "shopping"}),
        Call("lists.add", {"item": "a note to ann about the party", "list": "shopping"}),
        Call("lists.remove", {"item": "eggs to my note about groceries", "list": "shopping"}),
    ],
)
def test_others_stay(call: Call) -> None:
    assert into_a_note(call, "add it") == call


def test_where_a_list_is_named_the_item_is_one() -> None:
    call = Call("lists.add", {"item": "a reply to the note about rent", "list": "shopping"})
    assert into_a_note(call, "add a reply to the note about rent to my shopping list") == call
