"""Another level, time or colour, said in place of the one before and without a verb."""

import pytest

from kippu.turn import Call

from ..home import call, understand

LAMP = call("home.set_light", name="Kitchen Light", brightness=50)
TIMER = call("timers.start", minutes=5)
ALARM = call("alarms.set", at="2026-11-25T07:00:00")


@pytest.mark.parametrize(
    ("before", "text", "last"),
    [
        (LAMP, "twenty five percent instead", call("home.set_light", name="Kitchen Light", brightness=25)),
        (LAMP, "to 25 instead please", call("home.set_light", name="Kitchen Light", brightness=25)),
        (LAMP, "no, blue instead", call("home.set_light", name="Kitchen Light", color="blue")),
        (TIMER, "10 minutes instead", call("timers.start", minutes=10)),
        (ALARM, "half past 8 instead", call("alarms.set", at="2026-11-25T08:30:00")),
    ],
)
def test_it_is_set_so(before: Call, text: str, last: Call) -> None:
    assert understand(text, earlier=(before,)).calls[-1] == last


@pytest.mark.parametrize("text", ["tell me a joke instead", "is it 25 percent instead", "nothing instead"])
def test_other_words_are_no_level(text: str) -> None:
    assert not any(one.tool.startswith("home.set") for one in understand(text, earlier=(LAMP,)).calls)


PLANNED = call("timers.start", hours=12, command="turn off the lights")


@pytest.mark.parametrize(
    ("before", "text"),
    [
        (LAMP, "warm instead"),
        (LAMP, "cool instead"),
        (LAMP, "22 degrees instead"),
        (LAMP, "go with the blue one instead"),
        (LAMP, "5 more instead"),
        (LAMP, "2700 instead"),
        (call("home.weather"), "a cool movie instead"),
        (call("home.weather"), "22 degrees instead"),
        (call("lists.add", item="white wine", list="shopping"), "red instead"),
        (call("home.play", query="jazz"), "blue instead"),
        (call("home.lock", name="Front Door"), "the red door instead"),
        (PLANNED, "11 instead"),
    ],
)
def test_nothing_else_is_set(before: Call, text: str) -> None:
    assert understand(text, earlier=(before,)).calls in ((), (Call("about.unfinished"),))


def test_of_two_things_no_one_is_set() -> None:
    lamps = (call("home.turn_on", name="Kitchen Light"), call("home.turn_on", name="Desk Lamp"))
    assert understand("50% instead", earlier=lamps).calls in ((), (Call("about.unfinished"),))
