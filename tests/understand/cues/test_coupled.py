"""What is said by its kind beside a named thing is done too, or asked about."""

import pytest

from understand.home import HOME, call, cues, understand

LIVING = [{"name": "Living Room Light"}, {"name": "Floor Lamp"}]


@pytest.mark.parametrize(
    ("text", "targets"),
    [
        ("リビングの電気とランプを消して", LIVING),
        ("turn off the living room light and the lamp", LIVING),
        ("リビングの電気とフロアランプを消して", LIVING),
        ("電気とエアコン消して", [{"name": "Thermostat"}, {"domain": "light"}]),
        ("電気と換気扇を消して", [{"name": "Bathroom Fan"}, {"domain": "light"}]),
        ("リビングの電気とエアコンを消して", [{"name": "Living Room Light"}, {"name": "Thermostat"}]),
        ("リビングのランプとエアコンを消して", [{"name": "Thermostat"}, {"name": "Floor Lamp"}]),
        ("フロアランプと電気を消して", LIVING[::-1]),
        ("リビングのランプと電気を消して", [{"area": "Living Room", "domain": "light"}]),
        ("リビングのランプも電気も消して", [{"area": "Living Room", "domain": "light"}]),
        (
            "turn off the light and the fan in the bathroom",
            [{"area": "Bathroom", "domain": "light"}, {"area": "Bathroom", "domain": "fan"}],
        ),
        (
            "turn off the lamp and the thermostat in the living room, please",
            [{"name": "Floor Lamp"}, {"name": "Thermostat"}],
        ),
        ("turn off the lamp light in the living room", [{"name": "Floor Lamp"}]),
        ("キッチンの電気を消して", [{"name": "Kitchen Light"}]),
    ],
)
def test_both_are_done(text: str, targets: list[dict[str, str]]) -> None:
    calls = understand(text).calls
    assert {call.tool for call in calls} == {"home.turn_off"}
    assert [dict(call.arguments) for call in calls] == targets


@pytest.mark.parametrize(
    ("text", "done"),
    [
        ("キッチンの電気とランプを消して", [{"name": "Kitchen Light"}]),
        ("turn off the kitchen light and the lamp", [{"name": "Kitchen Light"}]),
        ("turn off the kitchen light, the lamp and the fan", [{"name": "Kitchen Light"}, {"domain": "fan"}]),
        ("turn off the fan, the lamp and the kitchen light", [{"domain": "fan"}, {"name": "Kitchen Light"}]),
    ],
)
def test_one_of_several_elsewhere_is_asked_for(text: str, done: list[dict[str, str]]) -> None:
    *calls, asked = understand(text).calls
    assert [one.tool for one in calls] == ["home.turn_off"] * len(done)
    assert [dict(one.arguments) for one in calls] == done
    assert [one["arguments"]["name"] for one in asked.arguments["calls"]] == ["Floor Lamp", "Desk Lamp"]
    assert len(asked.arguments["choices"]) == 2


def test_both_are_for_the_hour_that_is_said_of_them() -> None:
    done, asked = understand("turn off the kitchen light and the lamp at 10").calls
    assert done == call("timers.start", hours=12, command="turn off the Kitchen Light")
    assert {one["tool"] for one in asked.arguments["calls"]} == {"timers.start"}


def test_a_place_at_the_end_of_a_question_is_that_of_both_halves() -> None:
    calls = understand("is the light on and the window open in the bedroom").calls
    assert [one.arguments["area"] for one in calls] == ["Bedroom", "Bedroom"]


def test_what_stands_for_both_is_done_once() -> None:
    calls = understand("turn off the lamp and the light in the living room").calls
    assert calls == (call("home.turn_off", area="Living Room", domain="light"),)


def test_a_kind_without_a_place_is_looked_for_where_it_was_said() -> None:
    calls = understand("エアコンとランプを消して", here="Living Room").calls
    assert [call.arguments["name"] for call in calls] == ["Thermostat", "Floor Lamp"]


@pytest.mark.parametrize(
    "text",
    [
        "turn off the lights and set the lamp to 50",
        "turn on the lights and make the lamp blue",
        "dim the lamp and turn on the lights",
    ],
)
def test_another_command_for_the_lamp_is_not_for_every_light(text: str) -> None:
    reading = cues("en").read(text, HOME)
    assert reading and [thing.name for thing in reading.rivals] == ["Floor Lamp", "Desk Lamp"]
