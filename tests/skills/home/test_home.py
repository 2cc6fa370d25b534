"""Things come and go, brokers die and come back, devices fall silent: with amqtt and with mosquitto."""

import asyncio
import json
import time
from pathlib import Path
from typing import Any

import aiomqtt
import pytest

from demo.playing import demo, end, mosquitto, start_demo, written
from kippu.errors import SettingsError
from kippu.events import Events
from kippu.names import Room
from kippu.skills.home import Home
from skills.home.living import SOON, living

pytestmark = pytest.mark.anyio

LAMPS: dict[str, Any] = {
    "areas": [{"name": "Study", "aliases": ["書斎"]}],
    "entities": [
        {
            "id": "light.good",
            "name": "Good Lamp",
            "area": "Study",
            "state": "off",
            "attributes": {"brightness": 99},
        },
        {"id": "light.silent", "name": "Silent Lamp", "area": "Study", "state": "off", "fault": "silent"},
        {"id": "light.garbage", "name": "Garbage Lamp", "area": "Study", "state": "off", "fault": "garbage"},
        {"id": "light.offline", "name": "Offline Lamp", "area": "Study", "state": "off", "fault": "offline"},
    ],
}


async def publish(address: str, topic: str, payload: str, retain: bool = True) -> None:
    """Say something as a device would."""
    async with aiomqtt.Client("127.0.0.1", int(address.rpartition(":")[2])) as client:
        await client.publish(topic, payload, qos=1, retain=retain)


async def test_what_a_home_shows(tmp_path: Path) -> None:
    async with demo("--home", written(tmp_path, LAMPS)) as address, living(address) as house:
        assert house.home.connected
        assert house.home.names().rooms == (Room("Study", None, ("書斎",)),)
        assert house.home.names() is house.home.names()
        (room,) = house.home.rooms()
        good = room["things"][0]
        assert (room["name"], good["id"], good["features"]) == ("Study", "light.good", ["brightness"])
        assert json.dumps(room)


async def test_the_truth_about_faulty_things(tmp_path: Path) -> None:
    async with demo("--home", written(tmp_path, LAMPS)) as address, living(address) as house:
        begun = time.monotonic()
        said = await house.do("turn_on", area="Study")
        assert not said.ok and time.monotonic() - begun > 1.9
        assert said.text == (
            "The good lamp is on. The silent lamp didn't answer. "
            "The garbage lamp answered with something I can't read. "
            "The offline lamp didn't answer: it is offline."
        )
        assert [row["id"] for row in said.data["changed"]] == ["light.good"]
        assert len(said.data["failed"]) == 3
        ja = await house.do("turn_on", name="Silent Lamp", language="ja")
        assert (ja.ok, ja.text) == (False, "Silent Lampが応答しませんでした。")
        how = await house.do("state", name="Silent Lamp", state="off", ask="is")
        assert how.text == (
            "The silent lamp didn't answer the last command, so I can't say how it is; it last said: off."
        )
        assert "so" not in how.data
        ja = await house.do("state", name="Silent Lamp", language="ja")
        assert "今の状態は分かりません。最後に知らせてきた状態は" in ja.text
        assert house.state("light.garbage") == "unknown"


async def test_news_of_changes(tmp_path: Path) -> None:
    async with demo("--home", written(tmp_path, LAMPS)) as address, living(address) as house:
        with house.events.listen() as news:
            await house.do("turn_on", name="Good Lamp")
            async with asyncio.timeout(SOON):
                async for event in news:
                    if event.kind == "home":
                        assert (event.data["id"], event.data["state"]) == ("light.good", "on")
                        assert event.data["attributes"]["brightness"] == 99
                        break


async def test_things_come_change_and_go(tmp_path: Path) -> None:
    async with mosquitto(tmp_path) as broker, living(broker.address) as house:
        assert house.home.things() == ()
        topic = "homeassistant/switch/kettle/config"
        config = {"name": "Kettle", "cmd_t": "kettle/set", "stat_t": "kettle"}
        await publish(broker.address, "kettle", "ON")
        await publish(broker.address, topic, json.dumps(config))
        await house.becomes(lambda: bool(house.home.things()) and house.state("switch.kettle") == "on")
        await publish(broker.address, "kettle", "OFF", retain=False)
        await house.becomes(lambda: house.state("switch.kettle") == "off")
        await publish(broker.address, topic, json.dumps({**config, "name": "Pot", "stat_t": "pot"}))
        await house.becomes(lambda: house.home.names().things[0].name == "Pot")
        await publish(broker.address, topic, "garbage")
        await house.becomes(lambda: house.home.things() == ())
        await publish(broker.address, topic, json.dumps(config))
        await house.becomes(lambda: len(house.home.things()) == 1)
        await publish(broker.address, topic, "")
        await house.becomes(lambda: house.home.names().things == ())


async def test_a_thing_that_tells_no_state(tmp_path: Path) -> None:
    async with mosquitto(tmp_path) as broker:
        await publish(broker.address, "homeassistant/switch/x/config", '{"name": "Fountain", "cmd_t": "x"}')
        async with living(broker.address) as house:
            said = await house.do("turn_on", name="Fountain")
            assert said.text == "The fountain got the command, but doesn't report its state."


async def test_mosquitto_killed_and_back(tmp_path: Path) -> None:
    async with mosquitto(tmp_path) as broker:
        file = written(tmp_path, LAMPS)
        player, _ = await start_demo("--home", file, "--broker", broker.address)
        try:
            async with living(broker.address) as house:
                assert (await house.do("turn_on", name="Good Lamp")).ok
                await broker.kill()
                await house.becomes(lambda: not house.home.connected)
                said = await house.do("turn_off", name="Good Lamp")
                assert (said.ok, said.data["offline"]) == (False, True)
                assert house.state("light.good") == "on"
                await broker.start()
                assert await house.home.settled(SOON)
                await house.becomes(lambda: house.home.things() != () and house.home.things()[0].available)
                assert house.state("light.good") == "on"
                assert (await house.do("turn_off", name="Good Lamp")).ok
                await end(player)
                await house.becomes(lambda: not house.home.things()[0].available)
                assert "offline" in (await house.do("turn_on", name="Good Lamp")).text
        finally:
            await end(player)


async def test_what_went_while_we_were_away_is_gone(tmp_path: Path) -> None:
    async with mosquitto(tmp_path) as broker, living(broker.address) as house:
        await publish(broker.address, "homeassistant/switch/x/config", '{"name": "X", "stat_t": "x"}')
        await house.becomes(lambda: len(house.home.things()) == 1)
        await broker.kill()
        await house.becomes(lambda: not house.home.connected)
        await broker.start()
        assert await house.home.settled(SOON)
        assert house.home.things() == ()


async def test_no_start_waits_for_a_broker(tmp_path: Path) -> None:
    async with mosquitto(tmp_path) as broker:
        await broker.kill()
        async with living(broker.address, settled=False) as house:
            begun = time.monotonic()
            assert not (await house.do("turn_on", name="all")).ok
            assert time.monotonic() - begun < 1
            await broker.start()
            assert await house.home.settled(SOON)


async def test_user_and_password(tmp_path: Path) -> None:
    passwords = tmp_path / "passwords"
    process = await asyncio.create_subprocess_exec(
        "mosquitto_passwd", "-b", "-c", str(passwords), "ada", "p@ss/word"
    )
    assert await process.wait() == 0
    passwords.chmod(0o644)
    lines = f"allow_anonymous false\npassword_file {passwords}\nuser root\n"
    async with mosquitto(tmp_path, lines) as broker:
        address = broker.address.replace("mqtt://", "mqtt://ada:p%40ss%2Fword@")
        async with living(address) as house:
            assert house.home.connected
        async with living(broker.address, settled=False) as stranger:
            assert not await stranger.home.settled(1)


async def certificate(folder: Path) -> Path:
    """A certificate for 127.0.0.1 that signs itself; its key lies beside it as ``key.pem``."""
    made, key = folder / "broker.pem", folder / "key.pem"
    process = await asyncio.create_subprocess_exec(
        "openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-noenc",
        "-subj", "/CN=broker", "-addext", "subjectAltName=IP:127.0.0.1", "-days", "2",
        "-keyout", str(key), "-out", str(made), stderr=asyncio.subprocess.DEVNULL,
    )  # fmt: skip
    assert await process.wait() == 0
    return made


async def test_tls_with_a_certificate_of_ones_own(tmp_path: Path) -> None:
    made = await certificate(tmp_path)
    lines = f"allow_anonymous true\ncertfile {made}\nkeyfile {tmp_path / 'key.pem'}\nuser root\n"
    async with mosquitto(tmp_path, lines) as broker:
        address = broker.address.replace("mqtt://", "mqtts://")
        async with living(f"{address}?ca={made}") as house:
            assert house.home.connected
        for stranger in (address, f"{address.replace('127.0.0.1', 'localhost')}?ca={made}", broker.address):
            async with living(stranger, settled=False) as house:
                assert not await house.home.settled(1)


def test_certificates_that_are_not_there() -> None:
    with pytest.raises(SettingsError, match=r"/nowhere/ca\.pem.*no such file"):
        Home("mqtts://broker?ca=/nowhere/ca.pem", Events())


@pytest.mark.parametrize("address", ["", "http://x", "mqtt://", "mqtt://x:99999", "localhost:1883"])
def test_a_wrong_address_is_told(address: str) -> None:
    with pytest.raises(SettingsError, match="mqtt://user:password@host:1883"):
        Home(address, Events())


@pytest.mark.parametrize("kind", ["amqtt", "mosquitto"])
async def test_a_home_of_two_hundred(tmp_path: Path, kind: str) -> None:
    entities = [
        {"id": f"light.l{number}", "name": f"Lamp {number}", "state": "off", "attributes": {"brightness": 5}}
        for number in range(200)
    ]
    file = written(tmp_path, {"entities": entities})
    async with mosquitto(tmp_path) as broker:
        arguments = ("--broker", broker.address) if kind == "mosquitto" else ()
        async with demo("--home", file, *arguments) as address, living(address) as house:
            assert len(house.home.things()) == 200
            assert all(entity.state == "off" and entity.available for entity in house.home.things())
            said = await house.do("turn_on", name="all")
            assert (said.ok, said.text) == (True, "200 lights are on.")


async def test_leaving_in_the_middle_of_a_command(tmp_path: Path) -> None:
    """Each way of leaving ends, whatever is on its way at that moment."""
    async with demo() as address:
        for _ in range(8):
            async with asyncio.timeout(SOON), living(address) as house:
                command = asyncio.create_task(house.do("toggle", name="all"))
                await asyncio.sleep(0.005)
            await command
