"""Japanese behind rows that were told or put down."""

import pytest

from kippu.turn import Call
from understand.home import call, understand

SHOPPING = call("lists.remove", item="卵", list="shopping")
ALARMS = call("alarms.list")
WOKEN = call("alarms.set", at="2026-11-25T05:00:00")
FLOUR = call("math.convert", value=2, from_unit="カップ", to_unit="グラム", stuff="薄力粉")
TODO = call("lists.add", item="大家さんに電話", list="to do")


@pytest.mark.parametrize(
    ("text", "last", "meant"),
    [
        ("今何が入ってる？", SHOPPING, call("lists.show", list="shopping")),
        ("念のため10分後にももう一個", WOKEN, call("alarms.set", at="2026-11-25T05:10:00")),
        (
            "砂糖だったら？",
            FLOUR,
            call("math.convert", stuff="砂糖", value=2, from_unit="カップ", to_unit="グラム"),
        ),
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
