"""A step as large as it is said."""

import pytest

from kippu.turn import Call
from understand.home import call, understand

WARM = call("home.set_temperature", name="Thermostat", temperature=22)
LOUD = call("home.change_volume", name="Speaker", step=10)


@pytest.mark.parametrize(
    ("last", "text", "step"),
    [
        (WARM, "a degree warmer", 1),
        (WARM, "two degrees down", -2),
        (WARM, "down by 2 degrees", -2),
        (WARM, "half a degree up", 0.5),
        (LOUD, "by 20", 20),
        (call("home.change_brightness", name="Floor Lamp", step=-20), "by 30 percent", -30),
    ],
)
def test_by_so_much(last: Call, text: str, step: float) -> None:
    (again,) = understand(text, earlier=(last,)).calls
    assert again.tool.startswith("home.change_") and again.arguments["step"] == step
    assert again.arguments["name"] == last.arguments["name"]


def test_by_how_much_needs_a_step_before() -> None:
    assert understand("by 20", earlier=(call("home.set_volume", name="Speaker", volume=30),)).calls == (
        call("about.unfinished"),
    )
