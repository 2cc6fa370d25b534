"""How long what was turned on shall be on, that all is off, every week, and a plan with the thing by name."""

import pytest

from kippu.turn import Call
from understand.home import call, understand

FAN = call("home.turn_on", name="Bathroom Fan")
LESSON = call("calendar.add", text="piano", at="2026-12-01T16:00:00")


@pytest.mark.parametrize("text", ["for 20 minutes", "just for 20 minutes", "20分だけ", "20分間だけお願い"])
def test_it_is_on_for_so_long(text: str) -> None:
    (plan,) = understand(text, earlier=(FAN,)).calls
    assert plan.tool == "timers.start" and plan.arguments["minutes"] == 20
    assert str(plan.arguments["command"]) in {"turn off the Bathroom Fan", "換気扇を消す"}


@pytest.mark.parametrize("text", ["for 20 minutes", "20分だけ"])
@pytest.mark.parametrize(
    "last", [call("home.close", name="Bedroom Blinds"), call("home.turn_off", name="Floor Lamp")]
)
def test_what_was_not_turned_on_is_not_ended(text: str, last: Call) -> None:
    assert all("command" not in one.arguments for one in understand(text, earlier=(last,)).calls)


def test_what_it_is_for_is_no_length() -> None:
    assert all("command" not in one.arguments for one in understand("for anna", earlier=(FAN,)).calls)


def test_a_plan_says_the_thing_by_its_name() -> None:
    door = call("home.unlock", name="Front Door")
    (plan,) = understand("lock it in 10 minutes", earlier=(door,)).calls
    assert plan == call("timers.start", minutes=10, command="lock the Front Door")


@pytest.mark.parametrize(
    "text",
    ["every week", "weekly", "and every Tuesday after that", "それを毎週にして", "毎週ね", "毎週火曜にして"],
)
def test_an_event_comes_every_week(text: str) -> None:
    anew = call("calendar.add", text="piano", at="2026-12-01T16:00:00", repeat="tue")
    assert understand(text, earlier=(LESSON,)).calls == (
        call("calendar.remove", text="piano", at=LESSON.arguments["at"]),  # of two called so, this one
        anew,
    )


@pytest.mark.parametrize("text", ["every week", "毎週ね"])
def test_behind_anything_else_nothing_comes_every_week(text: str) -> None:
    assert all("repeat" not in one.arguments for one in understand(text, earlier=(FAN,)).calls)


@pytest.mark.parametrize(
    ("text", "tool"),
    [
        ("turn off what's still on", "home.turn_off"),
        ("ok, turn off everything that's still on", "home.turn_off"),
        ("ついてるの消して", "home.turn_off"),
        ("wait, is everything off?", "home.state"),
        ("全部消えてる？", "home.state"),
    ],
)
def test_all_that_is_still_on(text: str, tool: str) -> None:
    (done,) = understand(text).calls
    assert done.tool == tool


def test_what_is_on_tv_is_not_all_that_is_on() -> None:
    assert all(one.arguments.get("name") != "all" for one in understand("tell me what's still on").calls)


@pytest.mark.parametrize(
    ("text", "gone", "was"),
    [
        ("start it again", call("timers.cancel", id="5"), call("timers.start", minutes=20, id="5")),
        (
            "set it again",
            call("alarms.cancel", at="2026-11-25T06:30:00"),
            call("alarms.set", at="2026-11-25T06:30:00"),
        ),
        (
            "もう一回セットして",
            call("alarms.cancel", at="2026-11-25T06:30:00"),
            call("alarms.set", at="2026-11-25T06:30:00"),
        ),
    ],
)
def test_what_was_cancelled_is_set_again(text: str, gone: Call, was: Call) -> None:
    given = {key: value for key, value in was.arguments.items() if key != "id"}
    assert understand(text, earlier=(gone,), before=((was,),)).calls == (call(was.tool, **given),)
    assert understand(text, earlier=(gone,)).calls != (call(was.tool, **given),)
