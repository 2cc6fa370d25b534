"""English behind what was just done or told, said whole."""

import pytest

from kippu.turn import Call
from understand.home import call, understand

TODO = call("lists.add", item="parcel", list="to do")
SHARE = call("math.share", amount="87.60", people=4, tip=10)
PASTA = call("timers.start", name="pasta", minutes=11)
CUPS = call("math.convert", value="a quarter", from_unit="cup", to_unit="teaspoons")
THIRD = call("math.convert", value="a third", from_unit="cup", to_unit="teaspoons")
JAZZ = call("home.play", query="jazz")
EGGS = call("lists.remove", item="eggs", list="shopping")
TORONTO = call("clock.time", place="Toronto")
TIP = call("math.calculate", expression="15% of 84")
WOKEN = call("alarms.set", at="2026-11-25T06:30:00")
DIMMED = call("home.set_light", name="Bedroom Light", brightness=30)


@pytest.mark.parametrize(
    ("text", "before", "after"),
    [
        ("tick off the parcel, found it", TODO, call("lists.check", item="parcel", list="to do")),
        ("Sam's not paying so split it by 3", SHARE, call("math.share", amount="87.60", people=3, tip=10)),
        ("and one for the sauce, 25", PASTA, call("timers.start", name="sauce", minutes=25)),
        (
            "what about a third",
            CUPS,
            call("math.convert", value="a third", from_unit="cup", to_unit="teaspoons"),
        ),
        ("turn it up one degree", JAZZ, call("home.change_temperature", name="Thermostat", step=1)),
        ("not eggs, I meant leeks", EGGS, call("lists.remove", item="leeks", list="shopping")),
        ("and add that to the 84", TIP, call("math.calculate", expression="84 plus 15%")),
        ("and a second one ten minutes later", WOKEN, call("alarms.set", at="2026-11-25T06:40:00")),
        ("add it on", TIP, call("math.calculate", expression="84 plus 15%")),
        ("so what's the total", TIP, call("math.calculate", expression="84 plus 15%")),
        ("and what's left", TIP, call("math.calculate", expression="84 minus 15%")),
        ("times 12 for the year", TIP, call("math.calculate", expression="(15% of 84) * 12")),
        ("and another for 25 for the rice", PASTA, call("timers.start", name="rice", minutes=25)),
        (
            "and the living room one blue",
            DIMMED,
            call("home.set_light", name="Living Room Light", color="blue"),
        ),
        # Nine there is eleven at night here, in Tokyo.
        (
            "set an alarm for when it's 9am there tomorrow",
            TORONTO,
            call("alarms.set", at="2026-11-25T23:00:00"),
        ),
    ],
)
def test_it_stands_for_a_whole_sentence(text: str, before: Call, after: Call) -> None:
    assert understand(text, earlier=(before,)).calls == (after,)


@pytest.mark.parametrize(
    ("text", "before", "tool"),
    [
        ("turn it up", JAZZ, "home.change_volume"),
        ("turn off the light", TODO, "home.turn_off"),
        ("split 30 by 5", SHARE, "math.share"),
    ],
)
def test_what_says_all_stays(text: str, before: Call, tool: str) -> None:
    (one,) = understand(text, earlier=(before,)).calls
    assert one.tool.startswith(tool) and one.arguments.get("people", 5) == 5


@pytest.mark.parametrize(
    ("text", "tool", "given"),
    [
        ("whats on tomorow", "calendar.show", {"day": "2026-11-25"}),
        (
            "rmind me every tuesday to put the recycling out",
            "reminders.add",
            {"text": "put the recycling out"},
        ),
        ("what's left to buy", "lists.show", {"list": "shopping"}),
    ],
)
def test_as_people_type_it(text: str, tool: str, given: dict[str, str]) -> None:
    (one,) = understand(text).calls
    assert one.tool == tool and given.items() <= one.arguments.items()


def test_what_we_still_have_is_taken_off_alone() -> None:
    all_of_it = call("lists.add", item="milk, eggs and bread", list="shopping")
    butter = call("lists.add", item="butter", list="shopping")
    said = "no wait, we still have eggs, take those off"
    meant = understand(said, earlier=(butter,), before=((all_of_it,),)).calls
    assert meant == (call("lists.remove", item="eggs", list="shopping"),)


def test_an_order_for_the_moment_that_was_just_set() -> None:
    (one,) = understand("and turn the fan on then", earlier=(WOKEN,)).calls
    assert one.tool == "timers.start" and str(one.arguments["command"]).startswith("turn")
    (now,) = understand("ok turn the fan on then", earlier=(TIP,)).calls
    assert now.tool == "home.turn_on"


def test_more_behind_a_note() -> None:
    note = call("notes.add", text="scones 225 flour")
    for text in ("add 150 ml milk to it", "add to that note that 150 ml milk"):
        (one,) = understand(text, earlier=(note,)).calls
        assert one == call("notes.add", text="150 ml milk", to="scones 225 flour")
