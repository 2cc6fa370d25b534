"""What is said of items and of the whole list right behind it."""

import pytest

from kippu.turn import Call
from understand.home import call, understand

PACKING = call("lists.create", list="旅行の持ち物")
CAMPING = call("lists.create", list="camping")
SHOWN = call("lists.show", list="shopping")
CHEESE, CHEESE_EN = (
    call("lists.add", item="チーズ", list="shopping"),
    call("lists.add", item="cheese", list="shopping"),
)
TOFU, MILK = (
    call("lists.show", item="豆腐", list="shopping"),
    call("lists.show", item="milk", list="shopping"),
)


@pytest.mark.parametrize(
    ("before", "text", "then"),
    [
        (PACKING, "靴下と充電器入れて", call("lists.add", item="靴下と充電器", list="旅行の持ち物")),
        (PACKING, "お茶とお菓子を入れといて", call("lists.add", item="お茶とお菓子", list="旅行の持ち物")),
        (PACKING, "歯ブラシも", call("lists.add", item="歯ブラシ", list="旅行の持ち物")),
        (PACKING, "さつまいもも入れて", call("lists.add", item="さつまいも", list="旅行の持ち物")),
        (CAMPING, "add passport and charger", call("lists.add", item="passport and charger", list="camping")),
        (CAMPING, "put a lamp on it", call("lists.add", item="lamp", list="camping")),
        (TOFU, "じゃあ入れて", call("lists.add", item="豆腐", list="shopping")),
        (TOFU, "それも追加して", call("lists.add", item="豆腐", list="shopping")),
        (MILK, "then add it", call("lists.add", item="milk", list="shopping")),
        (MILK, "put it on there", call("lists.add", item="milk", list="shopping")),
        (SHOWN, "全部買った", call("lists.check", item="全部", list="shopping")),
        (SHOWN, "パンも買った", call("lists.check", item="パン", list="shopping")),
        (SHOWN, "I bought everything", call("lists.check", item="everything", list="shopping")),
        (SHOWN, "全部で何個？", SHOWN),
        (SHOWN, "あとは？", SHOWN),
        (SHOWN, "残りは何？", SHOWN),
        (SHOWN, "and the rest?", SHOWN),
        (SHOWN, "anything else?", SHOWN),
        (SHOWN, "how many is that in total", call("lists.show", list="shopping", count=True)),
    ],
)  # fmt: skip
def test_it_is_for_that_list(before: Call, text: str, then: Call) -> None:
    assert understand(text, earlier=(before,)).calls == (then,)


@pytest.mark.parametrize(
    ("before", "text", "amount"),
    [
        (CHEESE, "2個にして", "2個"),
        (CHEESE, "やっぱり三個", "3個"),
        (CHEESE, "5キロに変更", "5キロ"),
        (CHEESE, "チーズは2パックでいい", "2パック"),
        (CHEESE_EN, "make it two", "2"),
        (CHEESE_EN, "no, make that 3 packs", "3 packs"),
        (CHEESE_EN, "make it a dozen", "a dozen"),
        (CHEESE_EN, "I need 2 of them", "2"),
        (CHEESE_EN, "two instead", "2"),
    ],
)
def test_so_much_of_it_is_wanted(before: Call, text: str, amount: str) -> None:
    assert understand(text, earlier=(before,)).calls == (
        call("lists.add", **before.arguments, amount=amount),
    )


def test_so_much_is_of_what_is_asked_about() -> None:
    rice = call("lists.add", item="お米10キロ", list="shopping")
    assert understand("5キロに変更", asked=(rice,)).calls == (
        call("lists.add", item="お米10キロ", amount="5キロ", list="shopping"),
    )


def test_so_much_by_itself_is_asked_about() -> None:
    meaning = understand("じゃがいもは三個でいい")
    assert meaning.question and not meaning.calls
    assert meaning.proposed == (call("lists.add", item="じゃがいも", amount="3個", list="shopping"),)


@pytest.mark.parametrize(
    ("before", "text"),
    [
        (PACKING, "電源入れて"),
        (PACKING, "エアコン入れて"),
        (PACKING, "カレンダーに会議入れて"),
        (PACKING, "明日の7時に会議入れて"),
        (PACKING, "電気も"),
        (PACKING, "気合い入れて"),
        (SHOWN, "入れて"),
        (CHEESE, "あと5分"),
        (CHEESE, "5分にして"),
        (CHEESE, "全部で2個"),
        (CHEESE, "他に何ができる？"),
        (CHEESE, "音量を30にして"),
        (CHEESE_EN, "make it brighter"),
        (CHEESE_EN, "set the volume to 20"),
        (CHEESE_EN, "change the meeting to 3"),
        (PACKING, "この写真も入れて"),
        (CHEESE_EN, "make it 20 degrees"),
        (CHEESE_EN, "what else can you do"),
        (call("lists.check", item="卵", list="shopping"), "2個"),
    ],
)
def test_other_things_are_not(before: Call, text: str) -> None:
    assert not [one for one in understand(text, earlier=(before,)).calls if one.tool.startswith("lists.")]


@pytest.mark.parametrize("text", ["席は2つでいい", "電気は2つでいい", "会議は3人で大丈夫"])
def test_what_is_on_no_list_is_not_asked_about(text: str) -> None:
    assert not understand(text).proposed


def test_behind_what_was_not_there_the_rest_is_told() -> None:
    gone = call("lists.check", item="パン", list="shopping")
    assert understand("残りは？", earlier=(gone,), asked=(gone,)).calls == (SHOWN,)
    assert understand("what's left", earlier=(gone,), asked=(gone,)).calls == (SHOWN,)


LISTED = tuple(call("lists.remove", item=one, list="shopping") for one in ("milk", "eggs"))


@pytest.mark.parametrize(
    ("text", "which"),
    [("一番上消して", 0), ("1番下を消して", -1), ("remove the top one", 0), ("delete the bottom one", -1)],
)
def test_where_an_item_stands(text: str, which: int) -> None:
    assert understand(text, earlier=(SHOWN,), listed=LISTED).calls == (LISTED[which],)
