"""What is said by its kind beside a named thing is done too, or asked about."""

import pytest

from understand.home import HOME, cues, understand

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
    "text", ["キッチンの電気とランプを消して", "turn off the kitchen light and the lamp"]
)
def test_one_of_several_elsewhere_is_asked_for(text: str) -> None:
    meaning = understand(text)
    assert not meaning.calls
    assert [call.arguments["name"] for call in meaning.proposed] == ["Floor Lamp", "Desk Lamp"]


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
