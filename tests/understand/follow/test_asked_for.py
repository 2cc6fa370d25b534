"""The reply to a tool that asked for a part of what it needs."""

import pytest

from kippu.turn import Call

from ..home import call, understand

DRAW, TIMER, ALARM, NOTE = call("pictures.draw"), call("timers.start"), call("alarms.set"), call("notes.add")
ITEM = call("lists.add", item="", list="shopping")
OFF = call("lists.remove", item="", list="shopping")
CALL, MESSAGE = call("phone.call", to=""), call("phone.message", to="")
EVENT, DENTIST = call("calendar.add"), call("calendar.add", text="dentist")
REMINDER, PLANTS = call("reminders.add", text=""), call("reminders.add", text="water the plants")


@pytest.mark.parametrize(
    ("text", "asked", "then"),
    [
        ("a fox with a hat", DRAW, call("pictures.draw", what="a fox with a hat")),
        ("赤い猫", DRAW, call("pictures.draw", what="赤い猫")),
        ("10 minutes", TIMER, call("timers.start", minutes=10)),
        ("for half an hour", TIMER, call("timers.start", minutes=30)),
        ("3分", TIMER, call("timers.start", minutes=3)),
        ("The plumber comes on Friday.", NOTE, call("notes.add", text="The plumber comes on Friday")),
        ("鍵は植木鉢の下", NOTE, call("notes.add", text="鍵は植木鉢の下")),
        ("milk and eggs", ITEM, call("lists.add", item="milk and eggs", list="shopping")),
        ("卵です", ITEM, call("lists.add", item="卵", list="shopping")),
        ("milk", OFF, call("lists.remove", item="milk", list="shopping")),
        ("牛乳", OFF, call("lists.remove", item="牛乳", list="shopping")),
        ("camping", call("lists.create"), call("lists.create", list="camping")),
        ("Anna", CALL, call("phone.call", to="Anna")),
        ("田中さん", CALL, call("phone.call", to="田中さん")),
        ("Anna please", MESSAGE, call("phone.message", to="Anna")),
        ("田中さんで", MESSAGE, call("phone.message", to="田中さん")),
        ("Paul", call("phone.mail", to=""), call("phone.mail", to="Paul")),
        ("water the plants", REMINDER, call("reminders.add", text="water the plants")),
        ("at 6 pm", PLANTS, call("reminders.add", text="water the plants", at="2026-11-24T18:00:00")),
        ("at five", PLANTS, call("reminders.add", text="water the plants", at="2026-11-24T17:00:00")),
        ("five", PLANTS, call("reminders.add", text="water the plants", at="2026-11-24T17:00:00")),
        ("5", PLANTS, call("reminders.add", text="water the plants", at="2026-11-24T17:00:00")),
        ("half past five please", PLANTS,
         call("reminders.add", text="water the plants", at="2026-11-24T17:30:00")),
        ("五時", PLANTS, call("reminders.add", text="water the plants", at="2026-11-24T17:00:00")),
        ("tomorrow after work, like 6", PLANTS,
         call("reminders.add", text="water the plants", at="2026-11-25T18:00:00")),
        ("friday, say 5 or so", PLANTS,
         call("reminders.add", text="water the plants", at="2026-11-27T17:00:00")),
        ("仕事のあと、6時くらいかな", PLANTS,
         call("reminders.add", text="water the plants", at="2026-11-24T18:00:00")),
        ("five", DENTIST, call("calendar.add", text="dentist", at="17:00:00")),
        ("tomorrow at 3 pm", DENTIST, call("calendar.add", text="dentist", at="2026-11-25T15:00:00")),
    ],
)  # fmt: skip
def test_it_is_the_part_that_was_asked_for(text: str, asked: Call, then: Call) -> None:
    meaning = understand(text, asked=(asked,))
    assert meaning.calls == (then,)


@pytest.mark.parametrize("text", ["cancel", "forget it", "nothing", "やっぱりいいです", "キャンセルして"])
def test_it_may_call_it_off(text: str) -> None:
    assert understand(text, asked=(DRAW,)).calls == (call("help.never_mind"),)


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("what can you draw?", DRAW),  # a question
        ("tell me a joke", TIMER),  # no length
        ("a cat", call("pictures.draw", what="a dog")),  # nothing was missing
        ("a cat", call("home.turn_on", name="Kitchen Light")),
        ("the shop", PLANTS),  # no time
    ],
)
def test_it_may_be_about_something_else(text: str, asked: Call) -> None:
    assert asked.tool not in {each.tool for each in understand(text, asked=(asked,)).calls}


def test_a_command_is_one_all_the_same() -> None:
    meaning = understand("turn on the kitchen light", asked=(DRAW,))
    assert meaning.calls == (call("home.turn_on", name="Kitchen Light"),)


@pytest.mark.parametrize(
    ("text", "tool"),
    [
        ("take a note", "notes.add"), ("メモして", "notes.add"), ("remind me", "reminders.add"),
        ("リマインダーを設定して", "reminders.add"), ("add something to my shopping list", "lists.add"),
        ("買い物リストに追加して", "lists.add"),
    ],
)  # fmt: skip
def test_a_command_may_lack_it(text: str, tool: str) -> None:
    (meant,) = understand(text).calls
    assert meant.tool == tool
    assert not any(meant.arguments.get(part) for part in ("text", "item", "at"))


@pytest.mark.parametrize("reply", ["ok at 6 then", "well, at 6", "oh ok, 6 then please", "at 6"])
def test_what_leads_up_to_a_time_is_no_part_of_the_text(reply: str) -> None:
    asked = (call("reminders.add", text="call the bank"),)
    (found,) = understand(reply, asked=asked).calls
    assert found == call("reminders.add", text="call the bank", at="2026-11-24T18:00:00")
