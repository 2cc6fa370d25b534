"""The timer that was just set, changed or told of is meant by what it is, not by how long it is."""

import pytest

from kippu.turn import Call
from understand.home import call, understand

SET = (call("timers.start", minutes=10, id="7"),)
TOLD = (call("timers.status", id="7", start_minutes=10),)


@pytest.mark.parametrize("earlier", [SET, TOLD, (call("timers.add", minutes=5, id="7", start_minutes=10),)])
@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("how long left", call("timers.status", id="7")),
        ("cancel it", call("timers.cancel", id="7")),
        ("5 more minutes", call("timers.add", minutes=5, id="7")),
        ("pause it", call("timers.pause", id="7")),
        ("name it laundry", call("timers.name", new_name="laundry", id="7")),
        ("how long on the other one", call("timers.status", but="7")),
        ("あと何分？", call("timers.status", id="7")),
        ("名前は洗濯にして", call("timers.name", new_name="洗濯", id="7")),
        ("5分追加", call("timers.add", minutes=5, id="7")),
    ],
)
def test_it_is_the_one_that_was_spoken_of(text: str, expected: Call, earlier: tuple[Call, ...]) -> None:
    assert understand(text, earlier=earlier).calls == (expected,)


@pytest.mark.parametrize("text", ["make it 12 minutes", "12分にして"])
def test_another_length_is_for_it(text: str) -> None:
    anew = (call("timers.cancel", id="7"), call("timers.start", minutes=12))
    assert understand(text, earlier=SET).calls == anew
    assert understand(text, earlier=TOLD).calls == (call("timers.start", instead="7", minutes=12),)


@pytest.mark.parametrize("text", ["name it off", "call it a day", "call me sam", "名前は何？"])
def test_no_name_of_a_timer(text: str) -> None:
    meaning = understand(text, earlier=SET)
    assert all(one.tool != "timers.name" for one in (*meaning.calls, *meaning.proposed))


def test_what_is_planned_has_no_name() -> None:
    plan = (call("timers.start", minutes=5, command="turn off the lamp", id="3"),)
    assert all(one.tool != "timers.name" for one in understand("name it laundry", earlier=plan).calls)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("push it back 15 min", call("alarms.move", id="4", minutes=15)),
        ("make it 15 minutes earlier", call("alarms.move", id="4", minutes=15, earlier=True)),
        ("turn it off", call("alarms.cancel", id="4")),
    ],
)
def test_the_only_alarm_that_was_told_of(text: str, expected: Call) -> None:
    told = {"earlier": (call("alarms.list", next=True),), "listed": (call("alarms.cancel", id="4"),)}
    assert understand(text, **told).calls == (expected,)


@pytest.mark.parametrize(
    ("text", "tool"),
    [
        ("cancel the sauce", "timers.cancel"),
        ("pause the pasta timer", "timers.pause"),
        ("stop pasta", "timers.cancel"),
    ],
)
def test_a_timer_by_its_name(text: str, tool: str) -> None:
    sauce, pasta = (
        call("timers.start", name="sauce", minutes=20),
        call("timers.start", name="pasta", minutes=9),
    )
    name = "sauce" if "sauce" in text else "pasta"
    told = call("timers.status", name="pasta")
    assert understand(text, earlier=(told,), before=((sauce,), (pasta,))).calls == (call(tool, name=name),)


def test_another_name_is_no_timer() -> None:
    sauce = call("timers.start", name="sauce", minutes=20)
    assert all(
        one.tool != "timers.cancel" for one in understand("cancel the dentist", earlier=(sauce,)).calls
    )
