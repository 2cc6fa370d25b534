"""Answers like Home Assistant's own, from a real home."""

from pathlib import Path
from typing import Any

import pytest

from demo.playing import demo, written
from skills.home.living import living

pytestmark = pytest.mark.anyio

HOUSE: dict[str, Any] = {
    "areas": [{"name": "Kitchen", "aliases": ["キッチン"]}, {"name": "Garage"}, {"name": "Office"}],
    "entities": [
        {"id": "light.kitchen", "name": "Kitchen Light", "area": "Kitchen", "state": "on",
         "attributes": {"brightness": 102}, "aliases": ["キッチンの電気"]},
        {"id": "light.lamp", "name": "Lamp", "area": "Office", "state": "off",
         "attributes": {"supported_color_modes": ["rgb"], "brightness": 102, "rgb_color": [250, 10, 5]}},
        {"id": "switch.bedroom", "name": "Bedroom Switch", "state": "off"},
        {"id": "lock.front", "name": "Front Door", "state": "locked",
         "aliases": ["玄関のドア", "玄関の鍵"]},
        {"id": "lock.back", "name": "Back Door", "state": "unlocked"},
        {"id": "lock.side", "name": "Side Door", "state": "locked"},
        {"id": "lock.sliding", "name": "Sliding Doors", "state": "locked"},
        {"id": "cover.left", "name": "Curtain Left", "state": "open",
         "attributes": {"device_class": "curtain"}},
        {"id": "sensor.outside", "name": "Outside temperature", "area": "Garage", "state": "42",
         "attributes": {"device_class": "temperature", "unit_of_measurement": "°F"}},
        {"id": "sensor.battery", "name": "My Phone", "state": "98",
         "attributes": {"device_class": "battery", "unit_of_measurement": "%"}},
        {"id": "binary_sensor.leak", "name": "Leak sensor", "area": "Kitchen", "state": "off",
         "attributes": {"device_class": "moisture"}},
        {"id": "climate.office", "name": "Office Thermostat", "area": "Office", "state": "heat",
         "attributes": {"temperature": 20, "current_temperature": 18,
                        "humidity": 50, "current_humidity": 44}},
        {"id": "sensor.damp", "name": "Damp", "area": "Kitchen", "state": "61",
         "attributes": {"device_class": "humidity", "unit_of_measurement": "%"}},
        {"id": "cover.roof", "name": "Roof Window", "state": "open",
         "attributes": {"device_class": "window"}},
        {"id": "binary_sensor.kitchen", "name": "Kitchen Window Contact", "area": "Kitchen", "state": "on",
         "attributes": {"device_class": "opening"}},
        {"id": "binary_sensor.one", "name": "Office Window", "area": "Office", "state": "off",
         "attributes": {"device_class": "window"}},
        {"id": "cover.two", "name": "Skylight", "area": "Office", "state": "closed",
         "attributes": {"device_class": "window"}},
        {"id": "binary_sensor.cellar", "name": "Cellar Door", "state": "off",
         "attributes": {"device_class": "door"}},
        {"id": "binary_sensor.moves", "name": "Kitchen Motion", "area": "Kitchen", "state": "on",
         "attributes": {"device_class": "motion"}},
        {"id": "binary_sensor.sits", "name": "Office Presence", "area": "Office", "state": "off",
         "attributes": {"device_class": "occupancy"}},
        {"id": "weather.london", "name": "London", "state": "rainy", "attributes": {"temperature": 8}},
        {"id": "person.ada", "name": "Ada", "state": "Work"},
    ],
}  # fmt: skip

QUESTIONS: list[tuple[str, dict[str, Any], str]] = [
    ("state", {"name": "Kitchen Light"}, "The kitchen light is on at 40 %."),
    ("state", {"name": "キッチンの電気", "language": "ja"}, "キッチンの電気はついています（明るさ40%）。"),
    ("state", {"name": "Outside temperature"}, "Outside temperature is 42 °F."),
    ("state", {"name": "Front Door", "state": "locked", "ask": "is"}, "Yes, the front door is locked."),
    ("state", {"name": "Front Door", "state": "locked", "ask": "is", "language": "ja"},
     "はい、玄関の鍵は閉まっています。"),
    ("state", {"name": "Curtain Left", "state": "closed", "ask": "is"}, "No, the curtain left is open."),
    ("state", {"domain": "lock", "state": "unlocked", "ask": "any"}, "Yes, the back door is unlocked."),
    ("state", {"domain": "lock", "state": "locked", "ask": "all"}, "No, the back door is unlocked."),
    ("state", {"domain": "lock", "state": "locked", "ask": "which"},
     "The front door, side door and sliding doors are locked."),
    ("state", {"domain": "lock", "state": "locked", "ask": "how_many"},
     "Three locks are locked: the front door, side door and sliding doors."),
    ("state", {"domain": "lock", "state": "jammed", "ask": "how_many"}, "No lock is jammed."),
    ("state", {"state": "closed", "ask": "all", "area": "Office"}, "Yes, both windows are closed."),
    ("state", {"state": "closed", "ask": "all"},
     "No, the curtain left, roof window and kitchen window contact are open."),
    ("state", {"state": "open", "ask": "any"},
     "Yes, the curtain left, roof window and kitchen window contact are open."),
    ("state", {"domain": "switch", "state": "on", "ask": "all"}, "No, the bedroom switch is off."),
    ("state", {"domain": "switch", "state": "on", "ask": "any", "language": "ja"},
     "いいえ、Bedroom Switchはオフになっています。"),
    ("state", {"domain": "light", "state": "on", "ask": "how_many", "language": "ja"},
     "1個の照明がついています：キッチンの電気。"),
    ("state", {"name": "Leak sensor", "state": "wet", "ask": "is"}, "No, the leak sensor is dry."),
    ("state", {"name": "Leak sensor", "state": "off", "ask": "is"}, "Yes, the leak sensor is dry."),
    ("state", {"name": "Ada", "ask": "where"}, "Ada is at Work."),
    ("state", {"name": "Lamp", "ask": "where"}, "The lamp is in the office."),
    ("state", {"name": "Kitchen Light", "property": "brightness"}, "The kitchen light's brightness is 40 %."),
    ("state", {"name": "Kitchen Light", "property": "brightness", "language": "ja"},
     "キッチンの電気の明るさは40%です。"),
    ("state", {"name": "Lamp", "property": "color"}, "The lamp's colour is red."),
    ("state", {"name": "Lamp", "property": "color", "language": "ja"}, "Lampの色は赤です。"),
    ("state", {"property": "battery"}, "My Phone is 98 %."),
    ("state", {"property": "battery", "language": "ja"}, "My Phoneのバッテリー残量は98%です。"),
    ("temperature", {"area": "Garage"}, "It's 42 °F in the garage."),
    ("temperature", {"here": "Office"}, "It's 18 °C in the office."),
    ("temperature", {"name": "Office Thermostat", "language": "ja"}, "Officeは18度です。設定は20度です。"),
    ("temperature", {"domain": "climate"},
     "It's 18 °C in the office. The office thermostat is set to 20 °C."),
    ("weather", {}, "London: rainy, 8 °C."),
]  # fmt: skip
OPENINGS: list[tuple[dict[str, Any], str, str]] = [
    ({"device_class": "window", "state": "open", "ask": "which"},
     "The roof window and kitchen window contact are open.",
     "Roof Window、Kitchen Window Contactが開いています。"),
    ({"device_class": "window", "state": "open", "ask": "which", "area": "Office"},
     "No window is open.", "どの窓も閉まっています。"),
    ({"domain": "cover", "device_class": "window", "state": "open", "ask": "how_many"},
     "Two windows are open: the roof window and kitchen window contact.",
     "2個の窓が開いています：Roof Window、Kitchen Window Contact。"),
    ({"domain": "binary_sensor", "device_class": "window", "state": "on", "ask": "any"},
     "Yes, the roof window and kitchen window contact are open.",
     "はい、Roof Window、Kitchen Window Contactが開いています。"),
    ({"device_class": "window", "state": "closed", "ask": "all", "area": "Office"},
     "Yes, both windows are closed.", "はい、すべての窓が閉まっています。"),
    ({"device_class": "door", "state": "open", "ask": "any"},
     "No, the cellar door is closed.", "いいえ、Cellar Doorは閉まっています。"),
]  # fmt: skip
SENSED: list[tuple[dict[str, Any], str, str]] = [
    ({"area": "Kitchen", "domain": "binary_sensor", "device_class": "motion", "state": "on", "ask": "any"},
     "Yes, there is movement in the kitchen.", "はい、キッチンに動きがあります。"),
    ({"area": "Office", "domain": "binary_sensor", "device_class": "motion", "state": "on", "ask": "any"},
     "No, nobody is in the office.", "いいえ、Officeに誰もいません。"),
    ({"device_class": "occupancy", "state": "on", "ask": "which"},
     "There is movement in the kitchen.", "キッチンに動きがあります。"),
    ({"device_class": "moisture", "state": "on", "ask": "any"},
     "No, it is not wet in the kitchen.", "いいえ、キッチンに水漏れはありません。"),
]  # fmt: skip
HUMID: list[tuple[dict[str, Any], str, str]] = [
    ({"area": "Office", "domain": "sensor", "device_class": "humidity"},
     "The humidity in the office is 44 %.", "Officeの湿度は44%です。"),
    ({"area": "Kitchen", "property": "humidity"},
     "The humidity in the kitchen is 61 %.", "キッチンの湿度は61%です。"),
    ({"property": "humidity"},
     "The humidity in the office is 44 %. The humidity in the kitchen is 61 %.",
     "Officeの湿度は44%です。キッチンの湿度は61%です。"),
]  # fmt: skip
COMPARED: list[tuple[dict[str, Any], bool | None, str, str]] = [
    ({"area": "Office", "compare": "above", "than": 17.5}, True,
     "Yes, it's 18 °C in the office.", "はい、Officeは18度です。"),
    ({"area": "Office", "compare": "below", "than": 18}, False,
     "No, it's 18 °C in the office.", "いいえ、Officeは18度です。"),
    ({"area": "Office", "compare": "at_most", "than": 18}, True,
     "Yes, it's 18 °C in the office.", "はい、Officeは18度です。"),
    ({"compare": "warmest"}, None,
     "The office is the warmest: it's 18 °C there.", "一番暖かいのはOfficeで、18度です。"),
    ({"compare": "coldest"}, None,
     "The garage is the coldest: it's 42 °F there.", "一番寒いのはGarageで、42度です。"),
    ({"area": "Office", "beside": "Garage", "compare": "above"}, True,
     "Yes: it's 18 °C in the office and 42 °F in the garage.", "はい、Officeは18度、Garageは42度です。"),
    ({"area": "Office", "beside": "Garage", "compare": "below"}, False,
     "No: it's 18 °C in the office and 42 °F in the garage.", "いいえ、Officeは18度、Garageは42度です。"),
    ({"area": "Office", "beside": "Garage", "compare": "coldest"}, None,
     "It's colder in the garage: it's 18 °C in the office and 42 °F in the garage.",
     "Garageのほうが寒いです。Officeは18度、Garageは42度です。"),
]  # fmt: skip
SO: list[tuple[dict[str, Any], bool | None]] = [
    ({"name": "Front Door", "state": "locked", "ask": "is"}, True),
    ({"domain": "lock", "state": "locked", "ask": "all"}, False),
    ({"device_class": "door", "state": "open", "ask": "any"}, False),
    ({"domain": "binary_sensor", "device_class": "window", "state": "on", "ask": "any"}, True),
    ({"name": "Kitchen Light"}, None),
]
UNTOLD: list[tuple[str, dict[str, Any], str, str]] = [
    ("temperature", {"area": "Kitchen"},
     "Nothing in the kitchen tells the temperature.", "キッチンの温度を知らせるものがありません。"),
    ("temperature", {"area": "Office", "beside": "Kitchen", "compare": "warmest"},
     "It's 18 °C in the office. Nothing in the kitchen tells the temperature.",
     "Officeは18度です。キッチンの温度を知らせるものがありません。"),
    ("state", {"area": "Garage", "property": "humidity"},
     "Nothing in the garage tells the humidity.", "Garageの湿度を知らせるものがありません。"),
    ("state", {"property": "volume"}, "Nothing here tells the volume.", "音量を知らせるものがありません。"),
    ("state", {"name": "Front Door", "property": "battery"},
     "The front door doesn't tell the battery.", "玄関のドアのバッテリー残量は分かりません。"),
    ("state", {"area": "Attic", "property": "humidity"},
     "I don't know a room called “Attic” here.", "「Attic」という部屋は見つかりません。"),
    ("state", {"device_class": "garage", "state": "open", "ask": "any"},
     "I don't know a garage door here.", "ガレージは見つかりません。"),
    ("state", {"name": "Attic Light"},
     "I don't know anything called “Attic Light” here.", "「Attic Light」という名前のものは見つかりません。"),
]  # fmt: skip


async def test_answers(tmp_path: Path) -> None:
    async with demo("--home", written(tmp_path, HOUSE)) as address, living(address) as house:
        for tool, arguments, text in QUESTIONS:
            said = await house.do(tool, **arguments)
            assert (said.ok, said.text) == (True, text), arguments
        for told, en, ja in (*OPENINGS, *SENSED, *HUMID):
            assert (await house.do("state", **told)).text == en, told
            assert (await house.do("state", language="ja", **told)).text == ja, told
        for compared, so, en, ja in COMPARED:
            answer = await house.do("temperature", **compared)
            assert (answer.text, answer.data.get("so")) == (en, so), compared
            assert (await house.do("temperature", language="ja", **compared)).text == ja, compared
        for put, is_so in SO:
            assert (await house.do("state", **put)).data.get("so") is is_so, put
        for tool, asked, en, ja in UNTOLD:
            untold = await house.do(tool, **asked)
            assert (untold.ok, untold.text) == (False, en), asked
            assert (await house.do(tool, language="ja", **asked)).text == ja, asked


SPARSE: dict[str, Any] = {
    "areas": [{"name": "Hall", "aliases": ["玄関"]}],
    "entities": [
        {"id": "lock.front", "name": "Front Door", "area": "Hall", "state": "locked",
         "aliases": ["玄関のドア"]},
        {"id": "binary_sensor.moves", "name": "Hall Motion", "area": "Hall", "state": "off",
         "attributes": {"device_class": "motion"}},
        {"id": "binary_sensor.window", "name": "Hall Window", "area": "Hall", "state": "off",
         "attributes": {"device_class": "window"}},
    ],
}  # fmt: skip


async def test_what_no_sensor_tells(tmp_path: Path) -> None:
    closed = {"device_class": "door", "state": "closed", "ask": "all"}
    anyone = {"device_class": "occupancy", "state": "on", "ask": "any"}
    async with demo("--home", written(tmp_path, SPARSE)) as address, living(address) as house:
        assert (await house.do("state", **closed)).text == "Yes, the front door is locked."
        assert (
            await house.do("state", language="ja", **closed)
        ).text == "はい、玄関のドアの鍵は閉まっています。"
        window = await house.do("open", domain="cover", device_class="window")
        assert window.text == "I can't move a window here: the hall window only tells whether it is open."
        window = await house.do("open", domain="cover", device_class="window", area="Hall", language="ja")
        assert window.text == "動かせる窓はありません。Hall Windowは開閉を知らせるだけです。"
        someone = await house.do("state", **anyone)
        assert someone.text == "I can't tell whether anybody is there: the hall motion detects no movement."
        assert "so" not in someone.data
        assert (await house.do("state", language="ja", **anyone)).text.startswith(
            "誰かいるかどうかは分かりません。"
        )
