"""What is said by its kind beside a named thing is done too, or asked about."""

import pytest

from understand.home import understand

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
        ("キッチンの電気を消して", [{"name": "Kitchen Light"}]),
    ],
)
def test_both_are_done(text: str, targets: list[dict[str, str]]) -> None:
    calls = understand(text).calls
    assert {call.tool for call in calls} == {"home.turn_off"}
    assert [dict(call.arguments) for call in calls] == targets


def test_one_of_several_elsewhere_is_asked_for() -> None:
    meaning = understand("キッチンの電気とランプを消して")
    assert not meaning.calls
    assert [call.arguments["name"] for call in meaning.proposed] == ["Floor Lamp", "Desk Lamp"]
