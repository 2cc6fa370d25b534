"""Every domain acts on a real home and is read back."""

from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest

from demo.playing import demo, written
from kippu.errors import BadInput
from kippu.turn import Call
from skills.home.living import Living, living

pytestmark = pytest.mark.anyio

COVER = {"supported_features": ["OPEN", "CLOSE", "STOP", "SET_POSITION"]}
HOUSE: dict[str, Any] = {
    "floors": [{"name": "Upstairs", "id": "up"}],
    "areas": [
        {"name": "Kitchen", "aliases": ["キッチン", "台所"]},
        {"name": "Bedroom", "floor": "up", "aliases": ["寝室"]},
    ],
    "entities": [
        {"id": "light.plain", "name": "Plain", "schema": "plain", "area": "Kitchen", "state": "off",
         "attributes": {"supported_color_modes": ["rgb", "color_temp"], "brightness": 100}},
        {"id": "light.json", "name": "Json", "area": "Kitchen", "state": "off",
         "attributes": {"supported_color_modes": ["xy", "color_temp"], "brightness": 100}},
        {"id": "light.hs", "name": "Hue", "schema": "plain", "area": "Bedroom", "state": "off",
         "attributes": {"supported_color_modes": ["hs"], "brightness": 100}},
        {"id": "light.simple", "name": "Simple", "area": "Bedroom", "state": "off"},
        {"id": "switch.plug", "name": "Plug", "area": "Kitchen", "state": "off", "aliases": ["コンセント"]},
        {"id": "cover.blinds", "name": "Blinds", "area": "Bedroom", "state": "open",
         "attributes": {"device_class": "blind", "current_position": 100, **COVER},
         "plays": {"seconds": 0.4}},
        {"id": "cover.slow", "name": "Slow Gate", "state": "closed",
         "attributes": {"device_class": "gate", "current_position": 0, **COVER}, "plays": {"seconds": 30}},
        {"id": "cover.garage", "name": "Garage Door", "state": "closed",
         "attributes": {"device_class": "garage"}},
        {"id": "valve.main", "name": "Main Valve", "state": "open", "attributes": {"current_position": 100}},
        {"id": "valve.simple", "name": "Simple Valve", "state": "closed"},
        {"id": "climate.heat", "name": "Thermostat", "area": "Kitchen", "state": "off",
         "attributes": {"hvac_modes": ["off", "heat", "heat_cool"],
                        "temperature": 20, "current_temperature": 19,
                        "preset_modes": ["none", "eco"], "preset_mode": "none",
                        "fan_modes": ["low", "high"], "fan_mode": "low"}},
        {"id": "climate.steps", "name": "Radiator", "state": "heat",
         "attributes": {"temperature": 20, "target_temp_step": 0.5, "min_temp": 5, "max_temp": 30}},
        {"id": "climate.whole", "name": "Cooler", "state": "cool",
         "attributes": {"temperature": 20, "target_temp_step": 1}},
        {"id": "climate.us", "name": "Hall Thermostat", "area": "Bedroom", "state": "heat",
         "attributes": {"temperature_unit": "°F", "temperature": 68, "current_temperature": 66}},
        {"id": "fan.ceiling", "name": "Ceiling Fan", "area": "Bedroom", "state": "off",
         "attributes": {"percentage": 0, "oscillating": False, "direction": "forward"}},
        {"id": "humidifier.mist", "name": "Humidifier", "state": "off", "attributes": {"humidity": 40}},
        {"id": "lock.door", "name": "Front Door", "state": "locked"},
        {"id": "vacuum.robot", "name": "Robot", "area": "Kitchen", "state": "docked"},
        {"id": "lawn_mower.mower", "name": "Mower", "state": "docked"},
        {"id": "media_player.radio", "name": "Radio", "area": "Kitchen", "state": "paused",
         "attributes": {"volume_level": 0.4, "media_track": 3}},
        {"id": "media_player.tv", "name": "TV", "area": "Bedroom", "state": "playing",
         "attributes": {"volume_level": 0.2}},
        {"id": "siren.alarm", "name": "Siren", "state": "off"},
        {"id": "number.delay", "name": "Delay", "state": "5", "attributes": {"min": 0, "max": 60}},
        {"id": "select.scenario", "name": "Scenario", "state": "Day",
         "attributes": {"options": ["Day", "Night"]}},
        {"id": "button.bell", "name": "Doorbell", "state": "unknown"},
        {"id": "scene.party", "name": "Party", "state": "unknown"},
        {"id": "script.bedtime", "name": "Bedtime", "state": "off"},
        {"id": "water_heater.tank", "name": "Boiler", "state": "eco",
         "attributes": {"temperature": 50, "current_temperature": 45,
                        "operation_list": ["off", "eco", "gas"]}},
    ],
}  # fmt: skip


@pytest.fixture
async def house(tmp_path: Path) -> AsyncIterator[Living]:
    async with demo("--home", written(tmp_path, HOUSE)) as address, living(address) as found:
        yield found


async def test_on_and_off(house: Living) -> None:
    assert (await house.do("turn_on", name="Radio")).text == "The radio was already on."
    assert (await house.do("turn_off", name="Radio")).ok
    cases = [
        ("Plain", "light.plain"), ("Json", "light.json"), ("コンセント", "switch.plug"),
        ("Ceiling Fan", "fan.ceiling"), ("Humidifier", "humidifier.mist"),
        ("Radio", "media_player.radio"),
    ]  # fmt: skip
    for name, id_ in cases:
        assert (await house.do("turn_on", name=name)).ok
        assert house.state(id_) == "on"
        again = await house.do("turn_on", name=name)
        assert again.ok and "was already on" in again.text
        off = await house.do("turn_off", name=name, language="ja")
        assert off.ok and off.text.endswith("しました。")
        assert house.state(id_) == "off"
    assert (await house.do("toggle", name="plug")).text == "The plug is on."
    assert (await house.do("turn_on", name="Thermostat")).ok and house.state("climate.heat") == "heat_cool"
    assert (await house.do("turn_off", name="Boiler")).ok and house.state("water_heater.tank") == "off"


async def test_everything_is_what_people_mean_by_it(house: Living) -> None:
    await house.do("turn_on", name="Siren")
    await house.do("turn_on", name="Thermostat")
    off = await house.do("turn_off", name="all", language="ja")
    assert off.text == (
        "RadioとTVとSirenをオフにしました。ほかの7個はもうオフです。"
        "Blinds、Main Valve、4個のエアコン、Front Door、Boilerはそのままにしてあります。"
    )
    assert {house.state(id_) for id_ in ("siren.alarm", "media_player.tv", "light.plain")} == {"off"}
    assert (house.state("lock.door"), house.state("cover.blinds")) == ("locked", "open")
    assert (house.state("climate.heat"), house.state("water_heater.tank")) == ("heat_cool", "eco")
    room = await house.do("turn_off", name="all", area="Kitchen")
    assert room.text == "Everything in the kitchen was already off. I left the thermostat as it is."
    await house.do("turn_on", name="Radio")
    few = await house.do("turn_off", name="all", area="Kitchen")
    assert few.text.startswith("The radio is off. The plain, json and plug were already off.")
    await house.do("turn_off", name="Hall Thermostat")
    bedroom = await house.do("turn_off", name="all", area="Bedroom")
    assert bedroom.text.endswith("I left the blinds as they are."), bedroom.text
    on = await house.do("turn_on", name="all", area="Kitchen")
    assert on.text.startswith("The plain, json, plug and radio are on.")
    assert house.state("siren.alarm") == "off"
    assert not (await house.do("turn_on", name="all")).data["failed"] and house.state("siren.alarm") == "off"


async def test_sirens(house: Living) -> None:
    assert (await house.do("turn_on", name="Siren")).text == "The siren is sounding."
    assert (await house.do("turn_off", name="siren")).text == "The siren is silent."
    assert (await house.do("turn_off", domain="siren", language="ja")).text == "Sirenはもう止まっています。"


async def test_what_is_only_set_off(house: Living) -> None:
    assert (await house.do("press", name="Doorbell")).text == "The doorbell was pressed."
    assert (await house.do("turn_on", name="Party")).text == "The party was started."
    assert (await house.do("turn_on", name="Bedtime", language="ja")).text == "Bedtimeを実行しました。"
    everything = await house.do("turn_on", name="all")
    assert everything.ok
    assert not {"scene.party", "lock.door", "cover.slow"} & {row["id"] for row in everything.data["changed"]}


async def test_lights(house: Living) -> None:
    assert (await house.do("set_light", name="Plain", brightness=30)).text == "The plain is at 30 %."
    assert (await house.do("set_light", name="Plain", color="red")).ok
    assert house.attribute("light.plain", "rgb_color") == [255, 0, 0]
    assert (await house.do("set_light", name="Json", color="blue", brightness=50)).ok
    assert house.attribute("light.json", "brightness") == pytest.approx(128, abs=1)
    assert house.attribute("light.json", "xy_color")
    assert (await house.do("set_light", name="Json", temperature=2700)).text == "The json is at 2700 K."
    assert (await house.do("set_light", name="Hue", color="green")).ok
    assert (await house.do("change_brightness", name="Hue", step=-10)).ok
    assert (await house.do("set_light", name="Plain", brightness=0)).ok and house.state(
        "light.plain"
    ) == "off"
    assert (
        await house.do("set_light", area="寝室", brightness=20, language="ja")
    ).text == "Hueを明るさ20%にしました。"
    assert (await house.do("set_light", name="Simple", brightness=20)).text == "The simple can't be dimmed."
    assert not (await house.do("set_light", name="Hue", color="plaid")).ok
    assert not (await house.do("set_light", name="Hue", temperature=2700)).ok
    with pytest.raises(BadInput, match="brightness"):
        await house.do("set_light", name="Hue", brightness=130)


async def test_a_light_does_what_it_can_and_says_what_it_can_not(house: Living) -> None:
    said = await house.do("set_light", name="Hue", temperature=2700, brightness=50)
    assert said.text == "The hue is at 50 %, but can't change its shade of white."
    assert not said.ok and [row["id"] for row in said.data["changed"]] == ["light.hs"]
    assert house.attribute("light.hs", "brightness") == pytest.approx(128, abs=1)
    said = await house.do("set_light", name="Hue", temperature=2700, brightness=50, language="ja")
    assert said.text == "Hueはもう明るさ50%ですが、色温度を変えられません。"
    said = await house.do("set_light", name="Hue", temperature=2700, brightness=20, language="ja")
    assert said.text == "Hueを明るさ20%にしましたが、色温度を変えられません。"
    assert said.undo == (Call("home.set_light", {"name": "light.hs", "brightness": 50}),)
    said = await house.do("set_light", name="Simple", color="red", brightness=40)
    assert said.text == "The simple can't be dimmed and can't change colour." and not said.data["changed"]


async def test_a_step_down_turns_nothing_off(house: Living) -> None:
    await house.do("set_light", name="Hue", brightness=20)
    told = [(await house.do("change_brightness", name="Hue", step=-20)).text for _ in range(6)]
    assert told[0] == "The hue is at 10 %." and house.state("light.hs") == "on"
    assert told[-1].endswith("%, as dark as it goes.") and house.state("light.hs") == "on"
    assert "一番暗い" in (await house.do("change_brightness", name="Hue", step=-20, language="ja")).text
    await house.do("set_volume", name="Radio", volume=15)
    assert (await house.do("change_volume", name="Radio", step=-20)).text == "The radio is at 5 %."
    for _ in range(3):
        await house.do("change_volume", name="Radio", step=-10)
    quiet = await house.do("change_volume", name="Radio", step=-10)
    assert quiet.text == "The radio was already at 1 %: “mute” silences it."
    assert (await house.do("set_volume", name="Radio", volume=0)).ok
    assert (await house.do("change_volume", name="Radio", step=-10)).text == "The radio was already at 0 %."
    await house.do("set_speed", name="Ceiling Fan", speed=20)
    assert (
        await house.do("change_speed", name="Ceiling Fan", step=-20)
    ).text == "The ceiling fan is at 10 %."
    await house.do("turn_off", name="Ceiling Fan")
    assert "off" in (await house.do("change_speed", name="Ceiling Fan", step=-20)).text


async def test_covers_and_valves(house: Living) -> None:
    assert (await house.do("close", area="Bedroom")).text == "The blinds are closed."
    assert (await house.do("close", name="blinds")).text == "The blinds were already closed."
    assert (await house.do("set_position", name="Blinds", position=40)).text == "The blinds are 40 % open."
    assert (await house.do("open", name="Garage Door", language="ja")).text == "Garage Doorを開けました。"
    fully = await house.do("set_position", name="Garage Door", position=40)
    assert (fully.ok, fully.text) == (False, "The garage door can only open or close fully.")
    opening = await house.do("open", name="Slow Gate")
    assert opening.ok and opening.text == "The slow gate is opening."
    assert (await house.do("stop")).text == "The slow gate is stopped."
    assert 0 < house.attribute("cover.slow", "current_position") < 50
    assert (await house.do("set_position", name="Main Valve", position=25)).ok
    assert house.attribute("valve.main", "current_position") == 25
    assert (await house.do("close", name="Main Valve")).ok and house.state("valve.main") == "closed"
    assert (await house.do("turn_on", name="Simple Valve")).text == "The simple valve is open."


async def test_a_bit_more_or_less_open(house: Living) -> None:
    assert (await house.do("change_position", area="Bedroom", step=-20)).text == "The blinds are 80 % open."
    assert (await house.do("change_position", name="Blinds", step=5)).text == "The blinds are 85 % open."
    assert (await house.do("change_position", domain="cover", here="Bedroom", step=20)).text == (
        "The blinds are open."
    )
    again = await house.do("change_position", name="Blinds", step=20, language="ja")
    assert again.text == "Blindsはもう開いています。"
    said = await house.do("change_position", name="Main Valve", step=-40, language="ja")
    assert said.text == "Main Valveを60%の位置にしました。"
    fully = await house.do("change_position", name="Garage Door", step=20, language="ja")
    assert (fully.ok, fully.text) == (False, "Garage Doorは全開か全閉しかできません。")
    with pytest.raises(BadInput, match="step"):
        await house.do("change_position", name="Blinds", step=200)


async def test_locks(house: Living) -> None:
    assert (await house.do("unlock")).text == "The front door is unlocked."
    assert (await house.do("lock", name="front door", language="ja")).text == "Front Doorを施錠しました。"
    assert (await house.do("open", name="Front Door")).ok and house.state("lock.door") == "unlocked"
    assert (await house.do("turn_on", name="Front Door")).ok and house.state("lock.door") == "locked"
    assert (await house.do("turn_off", name="all")).ok and house.state("lock.door") == "locked"


async def test_climate(house: Living) -> None:
    assert (await house.do("set_temperature", name="Thermostat", temperature=22.5)).ok
    assert (
        await house.do("change_temperature", name="Thermostat", step=-1)
    ).text == "The thermostat is set to 21.5 °C, but it is off."
    warm = await house.do("set_temperature", name="Thermostat", temperature=72)
    assert warm.ok and warm.text.endswith("I took 72 for °F.")
    assert house.attribute("climate.heat", "temperature") == 22
    named = await house.do("set_temperature", area="Bedroom", temperature=21, unit="C")
    assert named.text == "The hall thermostat is set to 70 °F."
    assert (await house.do("set_mode", name="Thermostat", mode="auto")).ok
    assert house.state("climate.heat") == "heat_cool"
    assert not (await house.do("set_mode", name="Thermostat", mode="cool")).ok
    assert (await house.do("set_preset", name="Thermostat", preset="ECO")).ok
    usual = await house.do("set_preset", name="Thermostat", preset="none")
    assert usual.ok and usual.text.endswith("is back to normal.")
    assert (await house.do("set_fan_mode", name="Thermostat", mode="high")).ok
    assert (await house.do("set_humidity", humidity=55)).ok and house.attribute(
        "humidifier.mist", "humidity"
    ) == 55
    assert (await house.do("set_temperature", name="Boiler", temperature=60)).ok


async def test_out_of_a_thermostats_range(house: Living) -> None:
    for degrees in (5, 40, 50, 59, 120):
        said = await house.do("set_temperature", name="Thermostat", temperature=degrees)
        assert (said.ok, said.text) == (False, "The thermostat can be set from 7 to 35 °C."), degrees
    named = await house.do("set_temperature", name="Thermostat", temperature=50, unit="F")
    assert named.text == "The thermostat is set to 10 °C, but it is off."
    hot = await house.do("set_temperature", name="Thermostat", temperature=72, unit="C", language="ja")
    assert (hot.ok, hot.text) == (False, "Thermostatに設定できるのは7〜35度です。")
    said = await house.do("set_temperature", name="Hall Thermostat", temperature=21)
    assert (said.ok, said.text) == (False, "The hall thermostat can be set from 45 to 95 °F.")


async def test_a_thermostats_steps(house: Living) -> None:
    exact = await house.do("set_temperature", name="Radiator", temperature=21.5)
    assert exact.text == "The radiator is set to 21.5 °C."
    near = await house.do("set_temperature", name="Radiator", temperature=22.3)
    assert near.text == "The radiator is set to 22.5 °C, as it goes in steps of 0.5."
    ja = await house.do("set_temperature", name="Cooler", temperature=23.5, language="ja")
    assert ja.text == "Coolerを24度に設定しました（1度刻みのため）。"
    # Half a degree warmer is one whole step where there is no smaller one, and never none.
    assert (
        await house.do("change_temperature", name="Cooler", step=0.5)
    ).text == "The cooler is set to 25 °C."
    assert (
        await house.do("change_temperature", name="Cooler", step=-0.3)
    ).text == "The cooler is set to 24 °C."
    fahrenheit = await house.do("set_temperature", name="Radiator", temperature=70)
    assert fahrenheit.text == "The radiator is set to 21 °C. I took 70 for °F."
    assert (
        await house.do("change_temperature", name="Radiator", step=50)
    ).text == "The radiator is set to 30 °C."


async def test_mode_and_temperature_at_once(house: Living) -> None:
    both = await house.do("set_temperature", name="Thermostat", temperature=23, mode="heat")
    assert both.text == "The thermostat is set to heat at 23 °C."
    assert (house.state("climate.heat"), house.attribute("climate.heat", "temperature")) == ("heat", 23)
    ja = await house.do("set_temperature", name="Thermostat", temperature=20, mode="auto", language="ja")
    assert ja.text == "Thermostatを冷暖自動20度に設定しました。"
    none = await house.do("set_temperature", name="Thermostat", temperature=21, mode="cool")
    assert (none.ok, none.text) == (False, "The thermostat has no mode “cool”, only off, heat, auto.")
    assert house.attribute("climate.heat", "temperature") == 20


async def test_fans(house: Living) -> None:
    assert (await house.do("set_speed", speed=50)).text == "The ceiling fan is at 50 %."
    assert (await house.do("change_speed", name="Ceiling Fan", step=25)).text == "The ceiling fan is at 75 %."
    assert (await house.do("set_speed", speed=0)).ok and house.state("fan.ceiling") == "off"


async def test_players(house: Living) -> None:
    assert (await house.do("media", command="pause")).text == "The TV is paused."
    assert (await house.do("set_volume", name="Radio", volume=60)).text == "The radio is at 60 %."
    assert (await house.do("change_volume", here="Kitchen", step=-20)).text == "The radio is at 40 %."
    assert (await house.do("mute", name="Radio")).ok and house.attribute(
        "media_player.radio", "is_volume_muted"
    )
    assert (await house.do("unmute")).text == "The radio is no longer muted."
    assert (await house.do("media", here="Kitchen", command="play")).ok
    assert (await house.do("media", command="next")).ok and house.attribute(
        "media_player.radio", "media_track"
    ) == 4
    assert (await house.do("media", command="previous")).ok
    assert (await house.do("play", query="Bach", language="ja")).text == "RadioでBachを再生しています。"
    which = {"domain": "media_player", "state": "playing", "ask": "which"}
    assert (await house.do("state", **which)).text == "The radio is playing “Bach”."
    assert (await house.do("state", language="ja", **which)).text == "Radioで「Bach」を再生中です。"
    assert not (await house.do("media", name="TV", command="play", area="Kitchen")).ok


async def test_a_player_that_is_off_is_woken_to_play(house: Living) -> None:
    for tool, given in (("media", {"command": "play"}), ("play", {"query": "Bach"})):
        assert (await house.do("turn_off", name="Radio")).ok and house.state("media_player.radio") == "off"
        assert (await house.do(tool, name="Radio", **given)).ok
        assert house.state("media_player.radio") == "playing"


async def test_robots(house: Living) -> None:
    assert (await house.do("start", name="Robot")).text == "The robot is cleaning."
    assert (await house.do("pause")).ok and house.state("vacuum.robot") == "paused"
    assert (await house.do("dock", name="Robot")).ok
    assert (
        await house.do("clean", area="Bedroom", domain="vacuum")
    ).text == "The robot is cleaning the bedroom."
    assert (await house.do("start", domain="lawn_mower")).ok and house.state("lawn_mower.mower") == "mowing"
    assert (await house.do("dock", name="Mower")).ok and house.state("lawn_mower.mower") == "docked"
    assert (await house.do("start", name="Plug")).text == "The plug is on."
    assert (await house.do("stop", name="Plug")).text == "The plug is off."


async def test_a_robot_that_stands_still_is_left_alone(house: Living) -> None:
    for tool, answer in (("stop", "The robot was not moving."), ("pause", "The robot was not working.")):
        assert (await house.do(tool, name="Robot")).text == answer
        await house.do("start", name="Plug")  # whatever had been sent before has come by then
        assert house.state("vacuum.robot") == "docked"
    assert (await house.do("start", name="Robot")).ok and (await house.do("pause", name="Robot")).ok
    assert (await house.do("stop", name="Robot")).ok and house.state("vacuum.robot") == "paused"


async def test_values(house: Living) -> None:
    assert (await house.do("set_value", name="Delay", value=30)).text == "The delay is set to 30."
    far = await house.do("set_value", name="Delay", value=300)
    assert (far.ok, far.text) == (False, "The delay can be set from 0 to 60.")
    assert (await house.do("select", name="Scenario", option="night")).text == "The scenario is on Night."
    none = await house.do("select", name="Scenario", option="dusk", language="ja")
    assert (none.ok, none.text) == (False, "Scenarioに「dusk」はなく、選べるのはDay、Nightです。")


async def test_which_one_is_asked_not_guessed(house: Living) -> None:
    asked = await house.do("turn_on", domain="light")
    assert not asked.ok and "Which one" in asked.text and len(asked.data["candidates"]) == 4
    assert (await house.do("turn_on", domain="light", here="bedroom")).text == "The hue and simple are on."
    assert (await house.do("turn_off", area="Upstairs")).text == "I don't know a room called “Upstairs” here."
    assert (await house.do("turn_off", domain="light", floor="upstairs")).ok
    unknown = await house.do("turn_on", name="sofa", language="ja")
    assert not unknown.ok and unknown.text == "「sofa」という名前のものは見つかりません。"
    assert not (await house.do("lock", name="Plug")).ok
    assert (await house.do("turn_on", name="light", area="Kitchen")).ok
    assert {house.state("light.plain"), house.state("light.json")} == {"on"}


async def test_a_player_that_tells_no_volume_is_not_silenced(tmp_path: Path) -> None:
    box = {"id": "media_player.box", "name": "Box", "area": "Kitchen", "state": "playing", "attributes": {}}
    plan = {"areas": HOUSE["areas"], "entities": [box]}
    async with demo("--home", written(tmp_path, plan)) as address, living(address) as house:
        said = await house.do("change_volume", name="Box", step=-10)
        assert not said.ok and "tell me a volume" in said.text
        assert (await house.do("set_volume", name="Box", volume=20)).ok
        assert (await house.do("change_volume", name="Box", step=-10)).text == "The Box is at 10 %."
