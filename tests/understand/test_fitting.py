"""What is carried from one command to the next fits the home."""

import pytest

from kippu.turn import Call
from kippu.understand.fitting import is_there, kinds_for
from understand.home import HOME, understand


@pytest.mark.parametrize(
    ("said", "after"),
    [
        ("vacuum the kitchen and set the temperature to 21", {"domain": "climate", "temperature": 21}),
        ("turn on the kitchen light and set the volume to 30", {"domain": "media_player", "volume": 30}),
        ("turn off the bathroom light and turn up the volume", {"step": 10}),
        ("turn off the kitchen light and make it warmer", {"step": 1}),
        ("turn on the kitchen light and turn it up", {"name": "Kitchen Light", "step": 20}),
    ],
)
def test_no_room_is_carried_to_a_kind_that_it_has_not(said: str, after: dict[str, object]) -> None:
    assert dict(understand(said).calls[1].arguments) == after


def test_a_tool_tells_its_kind_where_the_call_does_not() -> None:
    assert kinds_for("home.set_temperature") == {"climate", "water_heater"}
    assert kinds_for("home.turn_on") is None and kinds_for("math.set_volume") is None
    assert not is_there(Call("home.set_temperature", {"area": "Kitchen", "temperature": 21}), HOME)
    assert is_there(Call("home.set_temperature", {"area": "Living Room", "temperature": 21}), HOME)
    assert not is_there(Call("home.change_volume", {"floor": "Upstairs", "step": 10}), HOME)
    assert is_there(Call("home.turn_on", {"area": "Kitchen"}), HOME)
