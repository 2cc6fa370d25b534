"""What goes on with a result, and what "it" is after a command."""

from dataclasses import replace
from typing import Any

import pytest

from kippu.turn import Call
from understand.home import HOME, call, understand

SUM = call("math.calculate", expression="12 plus 30")
MILES = call("math.convert", value="3", from_unit="miles", to_unit="kilometers")
MAIRU = call("math.convert", value=3, from_unit="マイル", to_unit="キロメートル")
VACUUM = call("home.start", name="Robot Vacuum", domain="vacuum")
KITCHEN = call("home.turn_on", name="Kitchen Light")


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("add 10 to that", "+ 10"), ("plus 10", "+ 10"), ("and add 10 to it", "+ 10"), ("minus 5", "- 5"),
        ("subtract 5 from that", "- 5"), ("times 2", "* 2"), ("multiply that by 2.5", "* 2.5"),
        ("divide it by 3", "/ 3"), ("split that by 3", "/ 3"), ("split it 3 ways", "/ 3"),
        ("divide by 3", "/ 3"), ("multiply by 4", "* 4"),
        ("その半分は？", "/ 2"),
        ("double that", "* 2"), ("half of that", "/ 2"),
        ("それに10を足して", "+ 10"),
        ("10足すと？", "+ 10"),
        ("そこから5を引いて", "- 5"), ("それを2倍して", "* 2"), ("3で割ると？", "/ 3"),
        ("それの半分は？", "/ 2"),
    ],
)  # fmt: skip
def test_a_sum_goes_on(text: str, rest: str) -> None:
    assert understand(text, earlier=(SUM,)).calls == (
        call("math.calculate", expression=f"(12 plus 30) {rest}"),
    )


@pytest.mark.parametrize("text", ["add milk to the shopping list", "買い物リストに牛乳を追加して"])
def test_an_item_is_no_number(text: str) -> None:
    assert [one.tool for one in understand(text, earlier=(SUM,)).calls] == ["lists.add"]


@pytest.mark.parametrize(
    ("before", "text", "unit"),
    [
        (MILES, "and in meters?", "meters"), (MILES, "in feet", "feet"),
        (MILES, "what about in yards?", "yards"),
        (MILES, "how much is that in feet", "feet"), (MILES, "how far would that be in yards?", "yards"),
        (MILES, "what is that in feet?", "feet"), (MILES, "how many feet is that?", "feet"),
        (MAIRU, "メートルでは？", "メートル"), (MAIRU, "フィートだと？", "フィート"),
        (MAIRU, "じゃあメートルは？", "メートル"),
    ],
)  # fmt: skip
def test_the_same_amount_in_another_unit(before: Call, text: str, unit: str) -> None:
    (found,) = understand(text, earlier=(before,)).calls
    assert (found.tool, found.arguments["to_unit"]) == ("math.convert", unit)
    assert float(found.arguments["value"]) == 3
    assert found.arguments["from_unit"] == before.arguments["from_unit"]


@pytest.mark.parametrize("text", ["and in paris?", "パリでは？"])
def test_a_place_is_no_unit(text: str) -> None:
    assert "math.convert" not in [one.tool for one in understand(text, earlier=(MILES,)).calls]


@pytest.mark.parametrize(
    ("text", "tool"),
    [
        ("ok set a timer for 25 minutes", "timers.start"), ("set a timer for 3 miles", None),
        ("cancel that", None), ("set the heating to 20", "home.set_temperature"),
        ("add milk to the list", "lists.add"), ("remind me in an hour to run 5 miles", "reminders.add"),
    ],
)  # fmt: skip
def test_a_new_command_is_no_amount(text: str, tool: str | None) -> None:
    tools = [one.tool for one in understand(text, earlier=(MILES,)).calls]
    assert "math.convert" not in tools
    assert tool is None or tools == [tool]


@pytest.mark.parametrize(
    "text",
    [
        "send it back", "send it home", "call it back to its dock", "充電台に戻して",
        "戻して", "もう帰らせて",
    ],
)  # fmt: skip
def test_what_was_sent_out_goes_back_to_its_dock(text: str) -> None:
    assert understand(text, earlier=(VACUUM,)).calls == (
        call("home.dock", name="Robot Vacuum", domain="vacuum"),
    )


EVERYTHING = tuple(
    call("home.turn_off", name="all", area=room) for room in ("Living Room", "Bedroom", "Study")
)
WENT_OFF: tuple[tuple[str, ...], ...] = (("light.lamp",), (), ("light.desk",))


@pytest.mark.parametrize(
    ("text", "done"),
    [
        ("turn it on", {"tool": "home.turn_on"}), ("turn them back on", {"tool": "home.turn_on"}),
        ("それをつけて", {"tool": "home.turn_on"}), ("つけて", {"tool": "home.turn_on"}),
        ("dim it to 20", {"tool": "home.set_light", "brightness": 20}),
    ],
)  # fmt: skip
def test_only_what_went_off_goes_on_again(text: str, done: dict[str, Any]) -> None:
    tool = done.pop("tool")
    found = understand(text, earlier=EVERYTHING, changed=WENT_OFF).calls
    assert set(map(str, found)) == {
        str(call(tool, name="Floor Lamp", area="Living Room", **done)),
        str(call(tool, name="Desk Lamp", area="Study", **done)),
    }
    done["tool"] = tool


@pytest.mark.parametrize("text", ["turn them on", "つけて"])
def test_where_all_of_them_went_off_they_are_still_a_group(text: str) -> None:
    lights = call("home.turn_off", name="all", area="Living Room", domain="light")
    found = understand(text, earlier=(lights,), changed=(("light.living", "light.lamp"),)).calls
    assert found == (call("home.turn_on", name="all", area="Living Room", domain="light"),)


@pytest.mark.parametrize("text", ["dim it to 20", "20%にして"])
def test_a_lamp_that_was_switched_off_is_the_one_that_is_dimmed(text: str) -> None:
    earlier = call("home.turn_off", name="Floor Lamp")
    found = understand(text, earlier=(earlier,), changed=(("light.lamp",),)).calls
    assert found == (call("home.set_light", name="Floor Lamp", brightness=20),)


@pytest.mark.parametrize("text", ["make it warmer in here", "make it warmer", "もっと暖かくして"])
def test_what_a_lamp_can_not_do_is_meant_of_the_usual_thing(text: str) -> None:
    assert understand(text, earlier=(KITCHEN,)).calls == (call("home.change_temperature", step=1),)


def test_a_lamp_with_shades_of_white_gets_warmer_itself() -> None:
    things = tuple(
        replace(thing, features=frozenset({"color_temp"})) if thing.id == "light.kitchen" else thing
        for thing in HOME.things
    )
    found = understand("make it warmer", replace(HOME, things=things), earlier=(KITCHEN,)).calls
    assert found == (call("home.set_light", name="Kitchen Light", temperature=2700),)


@pytest.mark.parametrize("text", ["20% of that", "what's 20% of it", "その20%は？"])
def test_a_part_of_what_came_out(text: str) -> None:
    assert understand(text, earlier=(SUM,)).calls == (
        call("math.calculate", expression="20% * (12 plus 30)"),
    )


def test_the_day_that_a_holiday_is_on_is_not_today() -> None:
    christmas = call("clock.date", holiday="christmas")
    assert understand("what day is it on", earlier=(christmas,)).calls == (christmas,)
    assert understand("what day is it", earlier=(christmas,)).calls == (call("clock.date"),)
