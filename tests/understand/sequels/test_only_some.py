"""What is near an order and is not that: a condition, some of them, somebody that nobody is called, another
thing's state."""

import pytest

from kippu.turn import Call
from understand.home import call
from understand.sequels.heard import acts, behind

MILK = call("lists.add", item="milk", list="shopping")
PLAN = call("timers.start", minutes=20, command="turn off the bedroom light")


def deeds(text: str, *earlier: Call, **more: object) -> list[str]:
    return [one.tool for one in behind(text, *earlier, **more).calls if acts(one.tool)]


@pytest.mark.parametrize(
    "text",
    [
        "電気消して、寝たら", "電気つけて、会議中だけ", "掃除機かけて、出かけたら",
        "明日休みだからアラーム全部消して",
        "clear out the done things on my to do list", "kill all the timers, only the short ones",
        "get rid of everything on the shopping list that i've bought", "discard all reminders mentioning tom",
        "the gym ones are pointless, wipe all my alarms",
    ],
)  # fmt: skip
def test_nothing_is_done_at_once(text: str) -> None:
    assert deeds(text) == []


@pytest.mark.parametrize(
    ("text", "tool"),
    [("wipe every alarm i've got", "alarms.cancel_all"), ("ヒーター止めて、暑い", "home.turn_off")],
)
def test_what_was_ordered_is_done(text: str, tool: str) -> None:
    assert deeds(text) == [tool]


@pytest.mark.parametrize("text", ["oh great", "sorry, love", "no, cheers", "wait, why"])
def test_no_message_goes_to_a_word(text: str) -> None:
    assert deeds(text, call("phone.message", to="ann", text="i'm late")) == []


@pytest.mark.parametrize(
    ("text", "tool"),
    [
        ("remove the eggs too", "lists.remove"), ("i bought eggs too", "lists.check"),
        ("double cream as well", "lists.add"), ("no, that list", ""),
    ],
)  # fmt: skip
def test_of_the_list_only_what_was_said_is_done(text: str, tool: str) -> None:
    assert deeds(text, MILK) == ([tool] if tool else [])


def test_thanks_are_no_item() -> None:
    assert behind("add eggs, thanks", MILK).calls == (call("lists.add", item="eggs", list="shopping"),)


def test_a_plan_stays_behind_another_things_state() -> None:
    asked = call("home.state", name="Kitchen Light", state="on", ask="is")
    assert deeds("leave it on", asked, before=((PLAN,),)) == []


def test_a_row_of_numbers_is_read_at_once() -> None:
    row = ",".join(map(str, range(60, 90)))
    assert deeds(f"{row}を全部足していくつ") == []
