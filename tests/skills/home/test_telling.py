"""A thing that sends what can't be read: how it was is told as past, until a good state comes."""

import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import aiomqtt
import pytest

from demo.playing import demo, written
from kippu.skills.home.entity import Entity
from skills.home.living import Living, living

pytestmark = pytest.mark.anyio

HOUSE: dict[str, Any] = {
    "areas": [{"name": "Kitchen", "aliases": ["キッチン"]}, {"name": "Hall"}],
    "entities": [
        {"id": "light.kitchen", "name": "Kitchen Light", "area": "Kitchen", "state": "on",
         "attributes": {"brightness": 102}, "aliases": ["キッチンの電気"]},
        {"id": "light.hall", "name": "Hall Light", "area": "Hall", "state": "on"},
        {"id": "lock.front", "name": "Front Door", "state": "locked", "aliases": ["玄関の鍵"]},
        {"id": "sensor.warmth", "name": "Kitchen Temperature", "area": "Kitchen", "state": "21",
         "attributes": {"device_class": "temperature", "unit_of_measurement": "°C"}},
    ],
}  # fmt: skip
GARBAGE = b"\xff\xfe{]garbage"


class Playing:
    """The home, and a way to say something in the name of its devices."""

    def __init__(self, house: Living, address: str) -> None:
        self.house = house
        self._port = int(address.rpartition(":")[2])

    async def says(self, id_: str, payload: str | bytes) -> Entity:
        """What the thing sends on its state topic; gives it once that has come."""
        entity = self.house.home.get(id_)
        assert entity
        heard = entity.heard
        async with aiomqtt.Client("127.0.0.1", self._port) as client:
            await client.publish(entity.config["state_topic"], payload, qos=1, retain=True)
        await self.house.becomes(lambda: entity.heard > heard)
        return entity


@asynccontextmanager
async def playing(tmp_path: Path) -> AsyncIterator[Playing]:
    async with demo("--home", written(tmp_path, HOUSE)) as address, living(address) as house:
        yield Playing(house, address)


async def told(home: Playing, tool: str, **arguments: Any) -> str:
    """Its answer, with the time of day as a sign."""
    said = await home.house.do(tool, **arguments)
    return re.sub(r"\d+:\d\d [AP]M|午[前後]\d+時(?:\d+分)?", "⌚", said.text)


async def test_garbage_is_told_with_what_was_known_before(tmp_path: Path) -> None:
    async with playing(tmp_path) as home:
        light = await home.says("light.kitchen", GARBAGE)
        lost = "The kitchen light sent something I can't read; last known: on at 40 %, ⌚."
        lost_ja = (
            "キッチンの電気が読み取れない内容を送ってきました。"
            "最後に分かっている状態は⌚の「オン（明るさ40%）」です。"
        )
        of_kitchen = {"name": "Kitchen Light", "domain": "light"}
        assert await told(home, "state", **of_kitchen) == lost
        assert await told(home, "state", **of_kitchen, language="ja") == lost_ja
        for wanted in ("on", "off"):
            assert await told(home, "state", **of_kitchen, state=wanted, ask="is") == lost
        assert await told(home, "state", **of_kitchen, property="brightness") == lost
        assert await told(home, "state", domain="light", state="on", ask="any") == (
            "Yes, the hall light is on. But the " + lost.removeprefix("The ")
        )
        assert await told(home, "state", domain="light", state="on", ask="which", language="ja") == (
            "Hall Lightがついています。ただし、" + lost_ja
        )
        shown = light.shown()
        assert (shown["state"], shown["readable"], shown["last_known"]["state"]) == ("unknown", False, "on")


async def test_a_good_state_ends_it(tmp_path: Path) -> None:
    async with playing(tmp_path) as home:
        await home.says("light.kitchen", '{"state": 5}')
        light = await home.says("light.kitchen", '{"state": "OFF"}')
        assert await told(home, "state", name="Kitchen Light") == "The kitchen light is off."
        assert light.shown()["last_known"] is None


async def test_a_command_still_works_and_one_that_needs_the_state_does_not(tmp_path: Path) -> None:
    async with playing(tmp_path) as home:
        await home.says("light.kitchen", "{broken")
        said = await home.house.do("change_brightness", name="Kitchen Light", step=10)
        assert (said.ok, said.text) == (
            False,
            "The kitchen light sent something I can't read, so I don't know how bright it is now: "
            "tell me a brightness.",
        )
        assert await told(home, "turn_on", name="Kitchen Light") == "The kitchen light is on."


async def test_a_lock_and_a_measure(tmp_path: Path) -> None:
    async with playing(tmp_path) as home:
        await home.says("lock.front", "7")
        await home.says("sensor.warmth", "hot")
        lost = "The front door sent something I can't read; last known: locked, ⌚."
        assert await told(home, "state", name="Front Door", state="locked", ask="is") == lost
        assert await told(home, "temperature", area="Kitchen") == (
            "The kitchen temperature sent something I can't read; last known: 21 °C, ⌚."
        )


async def test_garbage_that_the_broker_kept_has_no_before(tmp_path: Path) -> None:
    async with demo("--home", written(tmp_path, HOUSE)) as address:
        async with living(address) as house:
            await Playing(house, address).says("light.kitchen", GARBAGE)
        async with living(address) as house:
            said = await house.do("state", name="Kitchen Light", state="on", ask="is")
            assert said.text == "The kitchen light sent something I can't read."
