"""Both are the two that were spoken of, and never the whole home."""

import pytest

from kippu.turn import Call
from understand.home import call, understand

LAMPS = (call("home.turn_on", name="Desk Lamp"), call("home.turn_on", name="Floor Lamp"))


@pytest.mark.parametrize("text", ["turn them both off", "both off", "両方消して", "turn all of them off"])
def test_each_of_the_two(text: str) -> None:
    found = understand(text, earlier=LAMPS)
    assert [*found.calls] == [call("home.turn_off", name=one.arguments["name"]) for one in LAMPS]


def test_with_a_level() -> None:
    found = understand("set both to 30", earlier=LAMPS)
    assert [one.arguments["brightness"] for one in found.calls] == [30, 30]


@pytest.mark.parametrize("text", ["turn them both off", "両方消して"])
@pytest.mark.parametrize("earlier", [(), LAMPS[:1]])
def test_of_other_than_two_it_is_not_clear(text: str, earlier: tuple) -> None:  # type: ignore[type-arg]  # calls
    assert understand(text, earlier=earlier).calls == (call("about.which"),)


def test_two_of_a_kind_are_counted() -> None:
    assert (understand("turn both lights off").question or "").startswith("Which two:")


@pytest.mark.parametrize(
    ("text", "when"),
    [
        ("turn both off at 10", {"hours": 12}),
        ("turn both of them off in 10 minutes", {"minutes": 10}),
        ("turn them off at 10", {"hours": 12}),
        ("turn them off in 10 minutes", {"minutes": 10}),
        ("turn all of them off at 10", {"hours": 12}),
    ],
)
def test_for_later_each_is_named(text: str, when: dict[str, int]) -> None:
    planned = [call("timers.start", **when, command=f"turn off the {one.arguments['name']}") for one in LAMPS]
    assert [*understand(text, earlier=LAMPS).calls] == planned


def test_for_later_and_again_in_japanese() -> None:
    for text in ("10時に両方消して", "毎日10時に両方消して"):
        commands = [one.arguments["command"] for one in understand(text, earlier=LAMPS).calls]
        assert commands == ["デスクランプを消す", "フロアランプを消す"]


def test_for_a_while_only_the_two() -> None:
    on, other, *timers = understand("turn both on for 10 minutes", earlier=LAMPS).calls
    assert (on, other) == LAMPS and [one.tool for one in timers] == ["timers.start"] * 2


TIMERS = (call("timers.start", minutes=5), call("timers.start", minutes=10))
GONE = (call("timers.cancel", start_minutes=5), call("timers.cancel", start_minutes=10))


@pytest.mark.parametrize("text", ["cancel both", "stop them both", "cancel them", "両方キャンセルして"])
def test_two_timers_are_cancelled(text: str) -> None:
    assert understand(text, earlier=TIMERS).calls == GONE


def test_of_what_was_set_one_by_one_it_is_two_that_there_are() -> None:
    for earlier, tool in (
        (TIMERS[:1], "timers"),
        ((call("alarms.set", at="2026-11-25T07:00:00"),), "alarms"),
    ):
        assert understand("cancel both", earlier=earlier).calls == (call(f"{tool}.cancel", count=2),)
    listed = (call("timers.cancel", id="1"), call("timers.cancel", id="2"))
    assert understand("cancel both", earlier=(call("timers.status"),), listed=listed).calls == listed


@pytest.mark.parametrize(
    "earlier",
    [
        (LAMPS[0], TIMERS[0]),
        (LAMPS[0], call("alarms.set", at="2026-11-25T07:00:00")),
        (call("timers.start", minutes=10, command="turn off the bathroom fan"),),
    ],
)
def test_beside_another_order_no_two_timers_are_meant(earlier: tuple[Call, ...]) -> None:
    assert understand("cancel both", earlier=earlier).calls == (call("about.which"),)


def test_it_cancels_no_lights() -> None:
    assert understand("cancel all of them").calls == (call("about.which"),)


@pytest.mark.parametrize("text", ["turn them both off", "raise both", "turn both off at 10"])
def test_nobody_is_let_in_and_nothing_done_at_once_at_an_hour(text: str) -> None:
    earlier = (call("home.lock", name="Front Door"), call("home.close", name="Bedroom Blinds"))
    assert not any(one.tool.startswith("home.") for one in understand(text, earlier=earlier).calls)


def test_either_is_not_both() -> None:
    assert not understand("どちらか消して", earlier=LAMPS).calls


@pytest.mark.parametrize("text", ["両方10時に消して", "両方とも10時に消して", "turn both off at 10 pm"])
def test_later_each_is_called_by_its_name(text: str) -> None:
    planned = understand(text, earlier=LAMPS).calls
    assert [(one.tool, one.arguments["hours"]) for one in planned] == [("timers.start", 12)] * 2
    assert all("both" not in one.arguments["command"] for one in planned)
    assert all("両方" not in one.arguments["command"] for one in planned)


TIMERS = (call("timers.start", minutes=5), call("timers.start", minutes=10))
GONE = (call("timers.cancel", start_minutes=5), call("timers.cancel", start_minutes=10))


@pytest.mark.parametrize(
    "text", ["両方キャンセルして", "どっちも消して", "全部消して", "両方とも止めて", "全部キャンセルで"]
)
def test_timers_that_were_just_set_are_taken_away_and_the_home_stays(text: str) -> None:
    assert understand(text, earlier=TIMERS).calls == GONE
    assert understand(text, earlier=(call("alarms.list"),), listed=GONE).calls == GONE
    all_there_are = call("timers.cancel_all") if text.startswith("全部") else call("about.which")
    assert understand(text, earlier=TIMERS[:1]).calls == (all_there_are,)
    assert understand(text, earlier=(call("calendar.show"),)).calls == (call("about.which"),)
