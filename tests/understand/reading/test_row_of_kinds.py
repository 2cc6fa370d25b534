"""Orders of several kinds in one sentence: each is done, and what none of them names is asked about."""

import pytest

from kippu.turn import Call
from understand.home import call, understand

ON_IT = (call("lists.add", item="milk", list="shopping"),)
MILK_OFF = call("lists.remove", item="milk", list="shopping")
SET = call("alarms.set", at="2026-11-25T08:00:00")


@pytest.mark.parametrize(
    ("text", "earlier"),
    [
        ("remove milk and turn off the lights", ON_IT),
        ("remove milk and turn off the lights", ()),
        ("drop the milk and turn off the lights", ()),
        ("turn off the lights and remove milk", ON_IT),
    ],
)
def test_an_item_beside_an_order_of_the_home(text: str, earlier: tuple[Call, ...]) -> None:
    tools = {one.tool: one for one in understand(text, earlier=earlier).calls}
    assert tools.keys() == {"lists.remove", "home.turn_off"}
    assert str(tools["lists.remove"].arguments["item"]).removeprefix("the ") == "milk"


def test_by_itself_it_is_asked() -> None:
    assert understand("remove milk").proposed and not understand("remove milk").calls


def test_what_no_list_has_is_not_taken_off_one() -> None:
    meaning = understand("remove the schedule and turn off the lights")
    assert "lists.remove" not in {one.tool for one in (*meaning.calls, *meaning.proposed)}


@pytest.mark.parametrize("earlier", [(), (SET,)])
@pytest.mark.parametrize(
    ("text", "gone"),
    [
        ("show me the list of alarms and delete the first", call("alarms.cancel", name="first")),
        ("list my alarms and delete the last one", call("alarms.cancel", name="last")),
        ("アラームを見せて最初のを消して", call("alarms.cancel", name="最初")),
    ],
)
def test_one_of_those_told_of_in_the_same_breath(text: str, gone: Call, earlier: tuple[Call, ...]) -> None:
    before = ((call("alarms.set", at="2026-11-25T07:00:00"),),) if earlier else ()
    meaning = understand(text, earlier=earlier, before=before)
    assert meaning.calls == (call("alarms.list"), gone)


def test_a_reminder_of_those_told_of() -> None:
    meaning = understand("read my reminders and delete the first")
    assert meaning.calls == (call("reminders.list"), call("reminders.remove", text="first"))


def test_the_first_of_two_that_were_set_is_known() -> None:
    before = ((call("alarms.set", at="2026-11-25T07:00:00"),),)
    meaning = understand("delete the first one", earlier=(SET,), before=before)
    assert meaning.calls == (call("alarms.cancel", at="2026-11-25T07:00:00"),)


def test_what_may_be_no_item_is_asked_about() -> None:
    meaning = understand("drop the call and add bob")
    assert not meaning.calls and meaning.question
    assert [one.tool for one in meaning.proposed] == ["calendar.remove", "lists.add"]


@pytest.mark.parametrize(
    "text", ["drop the call and add milk", "drop the call and add bob to the shopping list"]
)
def test_an_item_is_one(text: str) -> None:
    assert [one.tool for one in understand(text).calls] == ["calendar.remove", "lists.add"]
