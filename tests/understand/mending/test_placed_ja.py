"""Rooms that are named behind an order, in what it is for, or as what is to be left of several."""

import pytest

from kippu.turn import Call, Meaning, Message
from kippu.understand.outright.all_of_them import all_of_them
from understand.home import call, turn, understand

BEDROOM = call("home.turn_on", name="Bedroom Light")
KITCHEN = call("home.turn_on", area="Kitchen", domain="light")
LIVING = call("home.turn_on", area="Living Room", domain="light")
OFF = {
    name: call("home.turn_off", name=name) for name in ("Kitchen Light", "Living Room Light", "Floor Lamp")
}


@pytest.mark.parametrize(
    ("text", "done"),
    [
        ("30分後に電気消して、リビングの", call("timers.start", minutes=30, command="リビングの電気消して")),
        ("電気つけて、寝室の", BEDROOM),
        ("お風呂入るから電気つけて", call("home.turn_on", name="Bathroom Light")),
        ("寝室行くから電気つけて", BEDROOM),
        ("友達が来るから電気つけて", call("home.turn_on", domain="light")),
        ("換気扇は15分たったら消してね", call("timers.start", minutes=15, command="換気扇を消す")),
        ("寝室も10分後に消して", call("timers.start", minutes=10, command="寝室の電気を消す")),
    ],
)
def test_where_it_is(text: str, done: Call) -> None:
    assert understand(text).calls == (done,)


def test_all_but_one_is_of_those_that_were_spoken_of() -> None:
    assert understand("寝室以外消して", earlier=(BEDROOM, KITCHEN, LIVING)).calls == tuple(OFF.values())


@pytest.mark.parametrize("earlier", [(), (KITCHEN,), (KITCHEN, LIVING)])
def test_else_it_is_of_the_home(earlier: tuple[Call, ...]) -> None:
    calls = understand("寝室以外消して", earlier=earlier).calls
    assert len(calls) == 4 and all(one.arguments["name"] == "all" for one in calls)


def test_both_are_the_two_rooms_that_were_named() -> None:
    for text in ("両方off", "両方消して"):
        calls = understand(text, earlier=(LIVING,), before=((KITCHEN,),)).calls
        assert [(one.tool, one.arguments["area"]) for one in calls] == [
            ("home.turn_off", "Kitchen"),
            ("home.turn_off", "Living Room"),
        ]


@pytest.mark.parametrize(
    ("before", "text", "other"),
    [
        (call("home.temperature", area="Bedroom"), "リビングと比べてどっちが暑い？", "Living Room"),
        (
            call("home.state", area="Bedroom", ask="one", property="humidity"),
            "キッチンとどっちが高い？",
            "Kitchen",
        ),
        (call("home.temperature", area="Bedroom"), "リビングより寒い？", "Living Room"),
    ],
)
def test_two_rooms_side_by_side(before: Call, text: str, other: str) -> None:
    there = Call(before.tool, {**before.arguments, "area": other})
    assert understand(text, earlier=(before,)).calls == (before, there)


def test_another_town_is_no_room() -> None:
    found = understand("東京とどっちが暑い？", earlier=(call("home.temperature", area="Bedroom"),))
    assert not [one for one in found.calls if one.tool == "home.temperature"]


def test_the_wind_is_of_the_air_conditioner_that_was_spoken_of() -> None:
    before = (call("home.set_temperature", domain="climate", area="Living Room", temperature=22),)
    done = call("home.set_fan_mode", area="Living Room", domain="climate", mode="high")
    assert understand("風強めで", earlier=before).calls == (done,)


def test_one_more_that_is_taken_back_is_no_track_before() -> None:
    said = (Message("user", "元に戻して"), Message("assistant", "取り消します。"))
    before = (call("home.turn_off", name="Bedroom Light"),)
    assert not [
        one
        for one in understand("もう一個前も", earlier=before, history=said).calls
        if one.tool == "home.media"
    ]
    music = (call("home.media", domain="media_player", command="next"),)
    said = (Message("user", "次の曲"), Message("assistant", "次の曲にしました。"))
    assert not [
        one for one in understand("もう一個前も", earlier=music, history=said).calls if "history" in one.tool
    ]


def test_all_is_all_lights_where_one_leaves() -> None:
    off = Meaning("layer", 0.9, (call("home.turn_off", domain="light"),))
    left = turn("電気も全部お願い", earlier=(call("home.lock", domain="lock"),))
    assert all_of_them(off, left.text, left).calls == (call("home.turn_off", name="all", domain="light"),)
    assert all_of_them(off, left.text, turn("電気も全部お願い")) == off


def test_all_that_was_done_in_the_wrong_room_is_taken_back() -> None:
    lamps = tuple(
        call("home.turn_on", name=name, area="Living Room") for name in ("Living Room Light", "Floor Lamp")
    )
    calls = understand("やっぱキッチンの方", earlier=lamps).calls
    assert [one.arguments.get("name") for one in calls if one.tool == "home.turn_off"] == [
        "Living Room Light",
        "Floor Lamp",
    ]
    assert calls[-1] == call("home.turn_on", area="Kitchen", domain="light")
