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
         "attributes": {"brightness": 102}},
        {"id": "switch.bedroom", "name": "Bedroom Switch", "state": "off"},
        {"id": "lock.front", "name": "Front Door", "state": "locked"},
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
         "attributes": {"temperature": 20, "current_temperature": 18}},
        {"id": "weather.london", "name": "London", "state": "rainy", "attributes": {"temperature": 8}},
        {"id": "person.ada", "name": "Ada", "state": "Work"},
    ],
}  # fmt: skip

QUESTIONS: list[tuple[str, dict[str, Any], str]] = [
    ("state", {"name": "Kitchen Light"}, "The kitchen light is on at 40 %."),
    ("state", {"name": "キッチンの電気", "language": "ja"}, "キッチンの電気はオン（明るさ40%）です。"),
    ("state", {"name": "Outside temperature"}, "Outside temperature is 42 °F."),
    ("state", {"name": "Front Door", "state": "locked", "ask": "is"}, "Yes"),
    ("state", {"name": "Curtain Left", "state": "closed", "ask": "is"}, "No, it is open"),
    ("state", {"domain": "lock", "state": "unlocked", "ask": "any"}, "Yes, Back Door"),
    ("state", {"domain": "lock", "state": "locked", "ask": "all"}, "No, Back Door is not locked"),
    ("state", {"domain": "lock", "state": "locked", "ask": "which"},
     "Front Door, Side Door and Sliding Doors"),
    ("state", {"domain": "lock", "state": "locked", "ask": "how_many"}, "3"),
    ("state", {"domain": "switch", "state": "on", "ask": "all"}, "No, Bedroom Switch is not on"),
    ("state", {"domain": "switch", "state": "on", "ask": "any", "language": "ja"}, "いいえ、ありません。"),
    ("state", {"name": "Leak sensor", "state": "wet", "ask": "is"}, "No, it is dry"),
    ("state", {"name": "Leak sensor", "state": "off", "ask": "is"}, "Yes"),
    ("state", {"name": "Ada", "ask": "where"}, "Ada is at Work"),
    ("state", {"name": "Lamp", "ask": "where"}, "The lamp is in the office."),
    ("state", {"name": "Kitchen Light", "property": "brightness"}, "The kitchen light's brightness is 40 %."),
    ("state", {"property": "battery"}, "My Phone is 98 %."),
    ("temperature", {"area": "Garage"}, "It's 42 °F in the garage."),
    ("temperature", {"here": "Office"}, "It's 18 °C in the office."),
    ("temperature", {"name": "Office Thermostat", "language": "ja"}, "Officeは18度です。"),
    ("weather", {}, "London: rainy, 8 °C."),
]  # fmt: skip


async def test_answers(tmp_path: Path) -> None:
    async with demo("--home", written(tmp_path, HOUSE)) as address, living(address) as house:
        for tool, arguments, text in QUESTIONS:
            said = await house.do(tool, **arguments)
            assert (said.ok, said.text) == (True, text), arguments
        assert not (await house.do("temperature", area="Kitchen")).ok
        assert not (await house.do("state", name="Attic Light")).ok
