"""Several items behind a list, an item with its も, another value of a note, and what is over already."""

import pytest

from understand.home import call, understand

PACKING = call("lists.create", list="packing")
SHOPPING = call("lists.add", item="牛乳", list="shopping")


@pytest.mark.parametrize(
    "text", ["add passport, chargers and sunscreen", "and add some passport, chargers and sunscreen too"]
)
def test_a_row_is_for_the_list_that_was_spoken_of(text: str) -> None:
    added = call("lists.add", item="passport, chargers and sunscreen", list="packing")
    assert understand(text, earlier=(PACKING,)).calls == (added,)


@pytest.mark.parametrize(
    "text",
    ["add milk, remind me at 5", "add milk, turn off the kitchen light", "add a meeting, at 5 tomorrow"],
)
def test_an_order_behind_a_comma_is_no_item(text: str) -> None:
    items = [str(one.arguments.get("item")) for one in understand(text, earlier=(PACKING,)).calls]
    assert not any(word in item for item in items for word in ("remind", "turn", "tomorrow"))


@pytest.mark.parametrize(
    ("text", "item"),
    [
        ("あと豆腐も", "豆腐"),
        ("それと、お米も", "お米"),
        ("あとじゃがいも", "じゃがいも"),
        ("あともも", "もも"),
    ],
)
def test_too_is_no_part_of_an_item(text: str, item: str) -> None:
    assert understand(text, earlier=(SHOPPING,)).calls == (call("lists.add", list="shopping", item=item),)


def test_nor_of_a_counted_one() -> None:
    (added,) = understand("卵も2パック", earlier=(SHOPPING,)).calls
    assert (added.arguments["item"], added.arguments["amount"]) == ("卵", "2パック")


@pytest.mark.parametrize("text", ["明日もある？", "金曜は入ってる？", "今週もある？"])
def test_a_day_is_no_item(text: str) -> None:
    assert all(one.arguments.get("list") is None for one in understand(text, earlier=(SHOPPING,)).calls)


@pytest.mark.parametrize(
    ("note", "text", "anew"),
    [
        ("the wifi password is Sunflower22", "change it to Sunflower23", "the wifi password is Sunflower23"),
        ("the code: 4711", "actually it's now 4712", "the code: 4712"),
        ("パスワードはひまわり22", "ひまわり23に変えて", "パスワードはひまわり23"),
        ("パスワードはひまわり22", "やっぱりひまわり23に変更して", "パスワードはひまわり23"),
    ],
)
def test_a_note_of_one_value_may_have_another(note: str, text: str, anew: str) -> None:
    (asked,) = understand(text, earlier=(call("notes.add", text=note),)).calls
    assert asked.tool == "help.which"
    assert asked.arguments["calls"][-1]["arguments"] == {"text": anew}


@pytest.mark.parametrize(
    ("note", "text"),
    [
        ("buy bulbs, and a lamp", "change it to red"),
        ("the spare key is under the pot", "make it louder"),
        ("大家さんが来る", "青に変えて"),
    ],
)
def test_another_note_is_not_changed(note: str, text: str) -> None:
    calls = understand(text, earlier=(call("notes.add", text=note),)).calls
    assert "notes.add" not in str(calls)


@pytest.mark.parametrize("text", ["もう焼けたからいいや", "終わったからもういいです", "もうできたから大丈夫"])
def test_what_is_over_need_not_ring(text: str) -> None:
    cake = call("reminders.add", text="ケーキ", at="2026-11-24T11:00:00")
    assert understand(text, earlier=(cake,)).calls == (call("reminders.remove", text="ケーキ"),)


@pytest.mark.parametrize("text", ["もう焼けたからいいや", "もう起きたから"])
def test_nothing_else_is_taken_back_by_it(text: str) -> None:
    light = call("home.turn_on", name="Kitchen Light")
    assert not any(one.tool == "home.turn_off" for one in understand(text, earlier=(light,)).calls)


@pytest.mark.parametrize("text", ["今日リストに何を入れた？", "さっき買い物リストに何追加したっけ"])
def test_what_was_put_on_the_list_is_no_item_and_no_name_of_it(text: str) -> None:
    assert understand(text).calls == (call("lists.show", list="shopping"),)


@pytest.mark.parametrize(
    ("text", "item"),
    [
        ("double cream as well", "double cream"),
        ("some milk too please", "milk"),
        ("and lemons as well", "lemons"),
    ],
)
def test_what_shops_have_needs_no_verb(text: str, item: str) -> None:
    eggs = call("lists.add", item="eggs", list="shopping")
    assert understand(text, earlier=(eggs,)).calls == (call("lists.add", item=item, list="shopping"),)


@pytest.mark.parametrize("text", ["me too", "that's nice too", "thank you as well", "do that as well"])
def test_what_is_no_thing_is_not_put_there(text: str) -> None:
    eggs = call("lists.add", item="eggs", list="shopping")
    assert not any(one.tool == "lists.add" for one in understand(text, earlier=(eggs,)).calls)


@pytest.mark.parametrize("text", ["add one with Jane right after", "and add another one on friday"])
def test_another_event_is_no_item(text: str) -> None:
    event = call("calendar.add", text="call with Tom", at="2026-11-25T15:00:00")
    assert not any(one.tool == "lists.add" for one in understand(text, earlier=(event,)).calls)


def test_so_many_of_a_thing_are_an_item() -> None:
    assert understand("add one egg").calls == (call("lists.add", item="one egg", list="shopping"),)


def test_what_is_packed_is_ticked_off() -> None:
    packing = call("lists.add", item="パスポート", list="packing")
    checked = call("lists.check", item="パスポート", list="packing")
    assert understand("パスポートはOK", earlier=(packing,)).calls == (checked,)
    for text in ("OK", "はいOK", "それでOK"):
        assert checked not in understand(text, earlier=(packing,)).calls


def test_both_timers_are_meant_behind_the_question_which_ends_first() -> None:
    asked = call("timers.status", first=True)
    assert understand("両方止めて", earlier=(asked,)).calls == (call("timers.cancel", count=2),)
