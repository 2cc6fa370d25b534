"""What is said of a list by "it": what goes onto it, whether something is there, what is done with that."""

import pytest

from kippu.turn import Call
from understand.home import call, understand

PACKING = call("lists.create", list="packing")
TO_DO = call("lists.show", list="to do")
RICE = call("lists.show", item="rice", list="shopping")


@pytest.mark.parametrize(
    ("before", "text", "then"),
    [
        (
            PACKING,
            "add passport, charger and socks to it",
            call("lists.add", item="passport, charger and socks", list="packing"),
        ),
        (PACKING, "and put a torch in there too", call("lists.add", item="a torch", list="packing")),
        (
            TO_DO,
            "add call the plumber and wash the car to it",
            call("lists.add", item="call the plumber and wash the car", list="to do"),
        ),
        (
            TO_DO,
            "add ring the bank to that list please",
            call("lists.add", item="ring the bank", list="to do"),
        ),
        (PACKING, "did you add the socks?", call("lists.show", item="socks", list="packing")),
        (PACKING, "is the passport on it", call("lists.show", item="passport", list="packing")),
        (PACKING, "read it out", call("lists.show", list="packing")),
        (TO_DO, "done with the car", call("lists.check", item="car", list="to do")),
        (TO_DO, "i've finished the ironing", call("lists.check", item="ironing", list="to do")),
        (RICE, "remove it", call("lists.remove", item="rice", list="shopping")),
        (RICE, "take it off then", call("lists.remove", item="rice", list="shopping")),
        (RICE, "tick it off", call("lists.check", item="rice", list="shopping")),
    ],
)
def test_it_is_the_list_that_was_spoken_of(before: Call, text: str, then: Call) -> None:
    assert understand(text, earlier=(before,), deed=None).calls == (then,)


@pytest.mark.parametrize(
    "text",
    [
        "add it to my calendar",
        "add a note to it",
        "add 5 minutes to it",
        "put the kitchen light on",
        "did you turn off the light",
        "is the kitchen light on",
        "done with it",
        "are you done",
        "add eggs and turn off the kitchen light",
    ],
)
def test_other_things_are_no_items_of_it(text: str) -> None:
    calls = understand(text, earlier=(PACKING,)).calls
    assert not any(one.arguments.get("list") == "packing" and "it" in one.arguments for one in calls)
    assert not any(
        one.tool in {"lists.add", "lists.check"} and "light" in str(one.arguments) for one in calls
    )
    assert not any(one.tool == "lists.add" and "minutes" in str(one.arguments.get("item")) for one in calls)


@pytest.mark.parametrize("text", ["add passport and socks to it", "add lavender to that one"])
def test_nothing_is_added_to_what_nobody_spoke_of(text: str) -> None:
    assert understand(text).calls == (call("about.unfinished"),)


@pytest.mark.parametrize(
    "text", ["we ran out of time", "i'm out of breath", "i ran out of patience", "we're out of ideas"]
)
def test_nobody_buys_time(text: str) -> None:
    assert not understand(text).calls


def test_what_ran_out() -> None:
    coffee = call("lists.add", item="coffee", list="shopping")
    assert understand("i ran out of coffee").calls == (coffee,)
    assert understand("we ran out of coffee, add it to the list").calls == (coffee,)
