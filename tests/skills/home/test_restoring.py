"""What an action is taken back by: calls of the same tools, which bring a real home to where it was."""

from typing import Any

import pytest

from demo.playing import demo, written
from kippu.tool import Said
from kippu.turn import Call
from skills.home.living import Living, living

pytestmark = pytest.mark.anyio

HOUSE: dict[str, Any] = {
    "areas": [{"name": "Den"}],
    "entities": [
        {"id": "light.on", "name": "Bright", "area": "Den", "state": "on",
         "attributes": {"supported_color_modes": ["rgb", "color_temp"], "brightness": 204,
                        "color_temp_kelvin": 2700}},
        {"id": "light.off", "name": "Dark", "area": "Den", "state": "off", "attributes": {"brightness": 99}},
        {"id": "light.odd", "name": "Odd", "state": "on",
         "attributes": {"supported_color_modes": ["rgb"], "brightness": 255, "rgb_color": [18, 52, 86]}},
        {"id": "light.xy", "name": "Wide", "state": "on",
         "attributes": {"supported_color_modes": ["xy"], "brightness": 255, "xy_color": [0.3, 0.4]}},
        {"id": "cover.half", "name": "Half Blind", "state": "open", "attributes": {"current_position": 40}},
        {"id": "cover.slow", "name": "Slow Blind", "state": "open", "attributes": {"current_position": 60},
         "plays": {"seconds": 20}},
        {"id": "cover.simple", "name": "Simple Blind", "state": "open"},
        {"id": "climate.heat", "name": "Heat", "state": "heat",
         "attributes": {"temperature": 20.5, "hvac_modes": ["off", "heat", "cool"]}},
        {"id": "fan.on", "name": "Fan", "state": "on", "attributes": {"percentage": 50}},
        {"id": "media_player.tv", "name": "TV", "state": "playing",
         "attributes": {"volume_level": 0.4, "is_volume_muted": False}},
        {"id": "media_player.radio", "name": "Radio", "state": "off", "attributes": {"volume_level": 0.3}},
        {"id": "lock.door", "name": "Door", "state": "unlocked"},
        {"id": "switch.plug", "name": "Plug", "state": "on"},
        {"id": "number.goal", "name": "Goal", "state": "4", "attributes": {"min": 0, "max": 9}},
        {"id": "select.way", "name": "Way", "state": "slow", "attributes": {"options": ["slow", "fast"]}},
        {"id": "scene.film", "name": "Film", "state": "unknown"},
    ],
}  # fmt: skip

ACTIONS: list[tuple[str, str, dict[str, Any]]] = [
    ("light.on", "set_light", {"name": "Bright", "brightness": 10}),
    ("light.on", "set_light", {"name": "Bright", "color": "red", "brightness": 5}),
    ("light.on", "change_brightness", {"name": "Bright", "step": 50}),
    ("light.on", "turn_off", {"name": "Bright"}),
    ("light.off", "turn_on", {"name": "Dark"}),
    ("light.off", "set_light", {"name": "Dark", "brightness": 80}),
    ("light.odd", "set_light", {"name": "Odd", "color": "green"}),
    ("light.xy", "set_light", {"name": "Wide", "color": "blue"}),
    ("cover.half", "set_position", {"name": "Half Blind", "position": 90}),
    ("cover.half", "close", {"name": "Half Blind"}),
    ("cover.simple", "close", {"name": "Simple Blind"}),
    ("climate.heat", "set_temperature", {"name": "Heat", "temperature": 25}),
    ("climate.heat", "set_temperature", {"name": "Heat", "temperature": 18, "mode": "cool"}),
    ("climate.heat", "set_mode", {"name": "Heat", "mode": "off"}),
    ("climate.heat", "turn_off", {"name": "Heat"}),
    ("fan.on", "set_speed", {"name": "Fan", "speed": 100}),
    ("fan.on", "turn_off", {"name": "Fan"}),
    ("media_player.tv", "set_volume", {"name": "TV", "volume": 90}),
    ("media_player.tv", "mute", {"name": "TV"}),
    ("media_player.tv", "media", {"name": "TV", "command": "pause"}),
    ("media_player.tv", "turn_off", {"name": "TV"}),
    ("media_player.radio", "turn_on", {"name": "Radio"}),
    ("lock.door", "lock", {"name": "Door"}),
    ("switch.plug", "toggle", {"name": "Plug"}),
    ("number.goal", "set_value", {"name": "Goal", "value": 7}),
    ("select.way", "select", {"name": "Way", "option": "fast"}),
]


@pytest.fixture(scope="module")
def anyio_backend() -> str:
    """One loop for all tests here: they share one home."""
    return "asyncio"


@pytest.fixture(scope="module")
async def house(tmp_path_factory: pytest.TempPathFactory) -> Any:
    folder = tmp_path_factory.mktemp("house")
    async with demo("--home", written(folder, HOUSE)) as address, living(address) as house:
        yield house


def how(house: Living, id_: str) -> dict[str, Any]:
    """All that can be seen of a thing; colours nearly, for no light has them all."""
    entity = house.home.get(id_)
    assert entity
    values = {
        key: value for key, value in entity.attributes.items() if key not in ("last_mode", "color_mode")
    }
    if "xy_color" in values:
        values["xy_color"] = [round(part, 1) for part in values["xy_color"]]
    if kelvin := values.get("color_temp_kelvin"):
        values["color_temp_kelvin"] = round(kelvin, -2)
    return {"state": entity.state, **values} if entity.state != "off" else {"state": "off"}


async def taken_back(house: Living, said: Said) -> None:
    for call in said.undo:
        told = await house.do(call.tool.removeprefix("home."), **call.arguments)
        assert told.ok, told.text


@pytest.mark.parametrize(("id_", "tool", "arguments"), ACTIONS)
async def test_it_is_as_it_was(house: Living, id_: str, tool: str, arguments: dict[str, Any]) -> None:
    before = how(house, id_)
    said = await house.do(tool, **arguments)
    assert said.ok, said.text
    assert how(house, id_) != before
    await taken_back(house, said)
    assert how(house, id_) == before


async def test_several_things_each_as_it_was(house: Living) -> None:
    before = {id_: how(house, id_) for id_ in ("light.on", "light.off")}
    await taken_back(house, await house.do("set_light", area="Den", brightness=30))
    assert {id_: how(house, id_) for id_ in before} == before
    said = await house.do("turn_off", area="Den")
    assert said.undo == (Call("home.set_light", {"name": "light.on", "brightness": 80}),)
    await taken_back(house, said)


async def test_a_blind_that_still_moves_goes_back_too(house: Living) -> None:
    said = await house.do("close", name="Slow Blind")
    assert said.undo == (Call("home.set_position", {"name": "cover.slow", "position": 60}),)


async def test_what_was_so_already_stays_so(house: Living) -> None:
    said = await house.do("turn_on", name="Plug")
    assert said.undo == (Call("home.turn_on", {"name": "switch.plug"}),)


async def test_a_scene_has_no_way_back(house: Living) -> None:
    assert (await house.do("turn_on", name="Film")).undo == ()
