"""What is added at an hour, and is as well an item as an event."""

import pytest

from ..home import call, understand


@pytest.mark.parametrize(
    ("text", "what", "hour"),
    [
        ("add milk at 5", "milk", "17:00:00"),
        ("add water at 5", "water", "17:00:00"),
        ("please add toilet paper at 6 pm", "toilet paper", "18:00:00"),
        ("add eggs and bread at 10 am", "eggs and bread", "10:00:00"),
    ],
)
def test_it_is_asked_where_it_belongs(text: str, what: str, hour: str) -> None:
    meaning = understand(text)
    item = call("lists.add", item=what, list="shopping")
    assert not meaning.calls and meaning.proposed == (item, call("calendar.add", text=what, at=hour))
    for said, chosen in zip(("the list", "calendar"), meaning.proposed, strict=True):
        reply = understand(said, asked=meaning.proposed, offered=meaning.choices)
        assert reply.calls == (chosen,)


@pytest.mark.parametrize(
    "text",
    [
        "add dentist at 5",
        "add team meeting at 5",
        "add pick up the kids at 5",
        "add call mum at 5",
        "add coffee with anna at 5",
        "add pottery on friday at 6",
        "add laundry at 5",
        "add jogging at 5",
        "add guests at 5",
        "add anna at 5",
        "add buy milk at 5",
        "add milk at 5 to my calendar",
        "schedule pottery at 5",
    ],
)
def test_what_is_planned_is_an_event(text: str) -> None:
    assert [one.tool for one in understand(text).calls] == ["calendar.add"]


def test_behind_a_list_too() -> None:
    shown = (call("lists.show", list="shopping"),)
    assert len(understand("add milk at 7", earlier=shown).proposed) == 2
    assert [one.tool for one in understand("add dentist at 7", earlier=shown).calls] == ["calendar.add"]
    assert [one.tool for one in understand("add eggs", earlier=shown).calls] == ["lists.add"]
