"""Japanese behind rows that were told or put down."""

import pytest

from kippu.turn import Call
from understand.home import call, understand

SHOPPING = call("lists.remove", item="卵", list="shopping")
ALARMS = call("alarms.list")
TODO = call("lists.add", item="大家さんに電話", list="to do")


@pytest.mark.parametrize(
    ("text", "last", "meant"),
    [
        ("今何が入ってる？", SHOPPING, call("lists.show", list="shopping")),
        (
            "それ月曜の朝にリマインドして",
            TODO,
            call("reminders.add", text="大家さんに電話", at="2026-11-30T08:00:00"),
        ),
    ],
)
def test_it_stands_for_a_whole_sentence(text: str, last: Call, meant: Call) -> None:
    assert understand(text, earlier=(last,)).calls == (meant,)


def test_a_row_that_is_not_needed_is_that_of_what_was_told() -> None:
    gone = (call("alarms.cancel", id="1"), call("alarms.cancel", id="2"))
    meant = understand("二つ目はやっぱりいらないや", earlier=(ALARMS,), listed=gone).calls
    assert meant == (gone[1],)


def test_it_is_left_where_nothing_was_told() -> None:
    assert all(one.tool != "lists.show" for one in understand("今何が入ってる？").calls)
