"""What is said right behind a deed at home: blinds left open by a part, the thing of a plan, how it stood."""

import pytest

from kippu.turn import Call
from understand.home import call, understand

SHUT = call("home.close", name="Bedroom Blinds")
PLAN = call("timers.start", minutes=15, command="turn off the Bathroom Fan")
PLAN_JA = call("timers.start", minutes=15, command="換気扇を消す")
BLUE = call("home.set_light", name="Floor Lamp", color="blue")
WHITE = call("home.set_light", name="Floor Lamp", temperature=2700)
COLDER = call("home.change_temperature", name="Thermostat", step=-1)
BACK = ((call("home.set_temperature", name="Thermostat", temperature=21),),)
FAN = call("home.state", name="Bathroom Fan", state="on", ask="is")


@pytest.mark.parametrize(
    ("text", "position"),
    [
        ("leave them open a quarter", 25),
        ("not all the way, leave them open a quarter", 25),
        ("leave it half open", 50),
        ("keep them 30 percent open", 30),
        ("全部じゃなくて4分の1開けといて", 25),
        ("全部じゃなくて30%開けて", 30),
    ],
)
def test_blinds_stay_open_by_a_part(text: str, position: int) -> None:
    opened = call("home.set_position", name="Bedroom Blinds", position=position)
    assert understand(text, earlier=(SHUT,)).calls == (opened,)


@pytest.mark.parametrize(
    "text", ["leave them open", "leave the lamp on", "leave it half empty", "全部じゃなくて寝室だけ"]
)
def test_no_part_of_what_is_open(text: str) -> None:
    assert all(one.tool != "home.set_position" for one in understand(text, earlier=(SHUT,)).calls)


@pytest.mark.parametrize(
    ("text", "plan", "asked"),
    [
        ("is it still running?", PLAN, FAN),
        ("is it on?", PLAN, FAN),
        ("まだ回ってる？", PLAN_JA, FAN),
        ("what's going to happen in half an hour?", PLAN, call("timers.status")),
        ("what happens then?", PLAN, call("timers.status")),
        ("30分後に何するの？", PLAN_JA, call("timers.status")),
    ],
)
def test_what_is_asked_behind_a_plan(text: str, plan: Call, asked: Call) -> None:
    assert understand(text, earlier=(plan,)).calls == (asked,)


def test_without_a_plan_the_day_is_asked_after() -> None:
    assert [one.tool for one in understand("30分後に何するの？").calls] == ["calendar.show"]
    timer = call("timers.start", minutes=10)
    assert [one.tool for one in understand("is it still running?", earlier=(timer,)).calls] != ["home.state"]


@pytest.mark.parametrize(
    ("text", "last", "then"),
    [
        ("やっぱり青に戻して", WHITE, BLUE),
        ("青に戻して", WHITE, BLUE),
        ("もっとあったかい色がいい", BLUE, WHITE),
        (
            "電気も消えた？",
            call("home.turn_off", name="all"),
            call("home.state", state="off", ask="all", domain="light"),
        ),
        (
            "今どこ？",
            call("home.pause", name="Robot Vacuum"),
            call("home.state", name="Robot Vacuum", ask="where"),
        ),
    ],
)
def test_in_japanese(text: str, last: Call, then: Call) -> None:
    assert understand(text, earlier=(last,)).calls == (then,)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("what was it before?", "21 degrees"),
        ("what was it set to before", "21 degrees"),
        ("さっきは何度だった？", "21度"),
    ],
)
def test_how_it_stood_before(text: str, told: str) -> None:
    assert understand(text, earlier=(COLDER,), undo=BACK).calls == (call("about.was", what=told),)


def test_how_it_stood_where_nobody_knows() -> None:
    assert understand("what was it before?", earlier=(COLDER,)).calls == (call("about.unfinished"),)
    assert all(one.tool != "about.was" for one in understand("what was it before?").calls)


BOTH = (call("home.turn_on", name="Desk Lamp"), call("home.turn_on", name="Coffee Machine"))
ONE = call("home.turn_off", name="Coffee Machine")


@pytest.mark.parametrize(
    "text", ["and the other one", "the other one too", "もう一つのほうも", "もう片方もお願い"]
)
def test_the_other_of_two_too(text: str) -> None:
    (other,) = understand(text, earlier=(ONE,), before=(BOTH,)).calls
    assert other == call("home.turn_off", name="Desk Lamp")


@pytest.mark.parametrize("text", ["and the other one", "もう一つのほうも"])
def test_of_one_there_is_no_other(text: str) -> None:
    meaning = understand(text, earlier=(ONE,), before=((BOTH[1],),))
    assert all(not one.tool.startswith("home.turn") for one in meaning.calls)


WARM = call("home.temperature", area="Bedroom"), call("home.temperature", area="Kitchen")


@pytest.mark.parametrize(
    "text", ["which one is warmer?", "and which is colder", "どっちがあったかい？", "どちらが寒い？"]
)
def test_two_rooms_side_by_side(text: str) -> None:
    assert understand(text, earlier=(WARM[1],), before=((WARM[0],),)).calls == WARM


def test_one_room_is_no_two() -> None:
    assert understand("which one is warmer?", earlier=(WARM[1],), before=((WARM[1],),)).calls != (
        WARM[1],
        WARM[1],
    )


@pytest.mark.parametrize(("text", "plan"), [("off now", PLAN), ("もう消して", PLAN_JA)])
def test_what_was_planned_is_ended_at_once(text: str, plan: Call) -> None:
    off, gone = understand(text, earlier=(plan,)).calls
    assert off == call("home.turn_off", name="Bathroom Fan") and gone.tool == "timers.cancel"


def test_what_is_to_begin_later_is_not_off_now() -> None:
    kettle = call("timers.start", minutes=15, command="lock the door")
    assert all(one.tool != "home.turn_off" for one in understand("off now", earlier=(kettle,)).calls)
