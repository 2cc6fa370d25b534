"""English behind what was told: clocks, jokes, sums, lists."""

from dataclasses import replace
from datetime import datetime

import pytest

from kippu.turn import Call, Message, Turn
from kippu.understand.mending.behind_told_en import behind_told
from understand.home import NOW, call, understand

JOKE = call("about.joke")
SUM = call("math.calculate", expression="12 times 34")
SHOPPING = call("lists.show", list="shopping")
TOKYO, YORK = call("clock.time", place="tokyo"), call("clock.time", place="new york")


def behind(text: str, last: Call, told: str = "", before: tuple[Call, ...] = ()) -> str:
    turn = Turn(
        text, "en", datetime.fromisoformat(NOW.isoformat()), "c", "t", earlier=(last,), before=(before,)
    )
    return behind_told(text, replace(turn, history=(Message("assistant", told),)) if told else turn)


@pytest.mark.parametrize(
    ("text", "last", "tool"),
    [
        ("another one, that was awful", JOKE, "about.joke"),
        ("haha another", JOKE, "about.joke"),
        ("clear all that", SHOPPING, "lists.clear"),
        ("ok bin the lot", SHOPPING, "lists.clear"),
        ("what did you just add", call("lists.add", item="milk", list="shopping"), "history.again"),
    ],
)
def test_it_stands_for_a_whole_sentence(text: str, last: Call, tool: str) -> None:
    assert [one.tool for one in understand(text, earlier=(last,)).calls] == [tool]


def test_the_difference_is_between_the_two_places_told() -> None:
    said = behind("what's the difference between them", YORK, before=(TOKYO,))
    assert said == "what is the time difference between tokyo and new york"
    assert behind("what's the difference", YORK) == "what's the difference"


@pytest.mark.parametrize("text", ["Okay, cross the first one off", "i finished the first one"])
def test_a_row_of_the_list_that_was_read_out(text: str) -> None:
    rows = (call("lists.remove", id="1"), call("lists.remove", id="2"))
    assert understand(text, earlier=(call("lists.show", list="to do"),), listed=rows).calls == (rows[0],)


def test_what_was_put_down_is_a_reminder_too() -> None:
    todo = call("lists.add", item="call the landlord", list="to do")
    (one,) = understand("set it for monday morning as a reminder", earlier=(todo,)).calls
    assert one == call("reminders.add", at="2026-11-30T08:00:00", text="call the landlord")


def test_the_same_measure_of_something_else() -> None:
    flour = call("math.convert", value=2, from_unit="cups", to_unit="grams", stuff="flour")
    assert behind("and sugar", flour) == "how many grams are 2 cups of sugar"
    assert behind("and monday", flour) == "and monday"


@pytest.mark.parametrize(
    ("text", "last"),
    [("another light", JOKE), ("clear the table", SHOPPING), ("what did you do yesterday", SUM)],
)
def test_what_says_something_else_stays(text: str, last: Call) -> None:
    assert behind(text, last) == text
