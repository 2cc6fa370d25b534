import asyncio
import json
import sys
import time
from pathlib import Path
from typing import Any

import aiomqtt
import pytest

from demo.playing import demo, end, mosquitto, start_demo, written

pytestmark = pytest.mark.anyio

LAMP = {"name": "Lamp", "id": "light.lamp", "state": "off", "attributes": {"brightness": 10}}


async def ask(address: str, what: str, **wish: Any) -> Any:
    """One question to the player."""
    async with aiomqtt.Client("127.0.0.1", int(address.rpartition(":")[2])) as client:
        await client.subscribe("kippu/demo/states")
        await client.publish(f"kippu/demo/{what}", json.dumps({"id": 7, **wish}))
        async with asyncio.timeout(10):
            async for message in client.messages:  # amqtt sends what another asked for before, too
                if str(message.topic) == "kippu/demo/states":
                    return json.loads(message.payload)["states"]


async def kept(address: str, topic: str) -> dict[str, bytes]:
    """What the broker keeps on these topics."""
    async with aiomqtt.Client("127.0.0.1", int(address.rpartition(":")[2])) as client:
        await client.subscribe(topic)
        await client.subscribe("test/echo")
        await client.publish("test/echo", "x")
        found = {}
        async with asyncio.timeout(10):
            async for message in client.messages:
                if str(message.topic) == "test/echo":
                    return found
                found[str(message.topic)] = bytes(message.payload)
    return found


async def test_it_announces_everything_and_tells_its_states(tmp_path: Path) -> None:
    async with demo() as address:
        configs = await kept(address, "homeassistant/+/+/+/config")
        assert len(configs) == 20
        config = json.loads(configs["homeassistant/light/kippu_demo/kitchen/config"])
        assert config["device"]["suggested_area"] == "Kitchen"
        assert "キッチン" in config["kippu"]["room_aliases"]
        state = config["state_topic"].replace("~", config["~"])
        assert json.loads((await kept(address, state))[state])["state"] == "OFF"
        assert (await kept(address, "kippu_demo/bridge/state")).popitem()[1] == b"online"


async def test_reset_puts_everything_back(tmp_path: Path) -> None:
    async with demo("--home", written(tmp_path, {"entities": [LAMP]})) as address:
        setup = {"light.lamp": {"state": "on", "attributes": {"brightness": 99}}}
        assert (await ask(address, "reset", setup=setup))["light.lamp"]["state"] == "on"
        assert (await ask(address, "look"))["light.lamp"]["attributes"]["brightness"] == 99
        assert (await ask(address, "reset"))["light.lamp"] == {
            "state": "off",
            "attributes": {"brightness": 10},
        }


@pytest.mark.parametrize("how", ["terminate", "kill"])
async def test_states_survive_a_restart(tmp_path: Path, how: str) -> None:
    arguments = ("--home", written(tmp_path, {"entities": [LAMP]}), "--state", str(tmp_path / "states.json"))
    process, address = await start_demo(*arguments)
    async with aiomqtt.Client("127.0.0.1", int(address.rpartition(":")[2])) as client:
        await client.publish("kippu_demo/house/light_lamp/set", '{"state":"ON","brightness":200}')
    deadline = time.monotonic() + 10
    while not (tmp_path / "states.json").exists() and time.monotonic() < deadline:  # noqa: ASYNC110  # a file
        await asyncio.sleep(0.02)
    getattr(process, how)()
    await process.wait()
    async with demo(*arguments) as address:
        assert (await ask(address, "look"))["light.lamp"]["attributes"]["brightness"] == 200


async def test_broken_states_are_left_out(tmp_path: Path) -> None:
    states = tmp_path / "states.json"
    states.write_text('{"light.lamp": {"st')
    async with demo("--home", written(tmp_path, {"entities": [LAMP]}), "--state", str(states)) as address:
        assert (await ask(address, "look"))["light.lamp"]["state"] == "off"


SPEAKER = {"name": "Speaker", "id": "media_player.den", "state": "idle", "attributes": {"volume_level": 0.5}}
WARM = {"supported_color_modes": ["color_temp"], "brightness": 10, "color_temp_kelvin": 3000}
WARM_LAMP = {"name": "Lamp", "id": "light.lamp", "state": "off", "attributes": WARM}
_DEEP = '{"a":' * 100_000


@pytest.mark.parametrize(
    ("topic", "payload"),
    [
        ("kippu/demo/look", "no JSON"),
        ("kippu/demo/look", b"\xff"),
        ("kippu/demo/look", b"\xff" * 40_000),
        ("kippu/demo/look", "[]"),
        ("kippu/demo/look", _DEEP),
        ("kippu/demo/look", '{"id": "\\ud800"}'),
        ("kippu/demo/reset", '{"setup": 5}'),
        ("kippu/demo/reset", '{"setup": {"light.lamp": {"state": 5, "attributes": 5}}}'),
        ("kippu/demo/reset", '{"setup": {"light.lamp": {"attributes": {"color_temp_kelvin": "warm"}}}}'),
        ("kippu_demo/house/light_lamp/set", '{"brightness":1e400}'),
        ("kippu_demo/house/light_lamp/set", '{"brightness":1e300}'),
        ("kippu_demo/house/light_lamp/set", '{"color_temp":0}'),
        ("kippu_demo/house/light_lamp/set", '{"color_temp":200,"brightness":"much"}'),
        ("kippu_demo/house/light_lamp/set", '{"state":"\\ud800"}'),
        ("kippu_demo/house/light_lamp/set", _DEEP),
        ("kippu_demo/house/media_player_den/set", '{"play":5}'),
        ("kippu_demo/house/media_player_den/set", '{"play":{"query":"\\ud800"}}'),
    ],
)
async def test_what_it_can_t_take_changes_nothing_and_ends_nothing(
    tmp_path: Path, topic: str, payload: str | bytes
) -> None:
    home = written(tmp_path, {"entities": [WARM_LAMP, SPEAKER]})
    async with demo("--home", home, "--state", str(tmp_path / "states.json")) as address:
        first = await ask(address, "look")
        async with aiomqtt.Client("127.0.0.1", int(address.rpartition(":")[2])) as client:
            await client.publish(topic, payload, qos=1)
        assert await ask(address, "look") == first


@pytest.mark.parametrize(
    "held", ["[]", "null", '{"light.lamp": 5}', '{"light.lamp": {"state": "on"}}',
             '{"light.lamp": {"state": "on", "attributes": {"color_temp_kelvin": "warm"}}}', _DEEP]
)  # fmt: skip
async def test_states_of_another_form_are_left_out(tmp_path: Path, held: str) -> None:
    states = tmp_path / "states.json"
    states.write_text(held)
    home = written(tmp_path, {"entities": [WARM_LAMP]})
    async with demo("--home", home, "--state", str(states)) as address:
        assert (await ask(address, "look"))["light.lamp"] == {"state": "off", "attributes": WARM}


async def test_mosquitto_says_offline_when_it_is_killed(tmp_path: Path) -> None:
    async with mosquitto(tmp_path) as broker:
        process, _ = await start_demo("--broker", broker.address)
        assert (await kept(broker.address, "kippu_demo/bridge/state")).popitem()[1] == b"online"
        process.kill()
        await process.wait()
        async with asyncio.timeout(10):
            bridge = "kippu_demo/bridge/state"
            while (await kept(broker.address, bridge))[bridge] != b"offline":  # noqa: ASYNC110  # asks anew
                await asyncio.sleep(0.05)


async def test_it_plays_on_when_its_broker_is_stopped_and_started(tmp_path: Path) -> None:
    async with mosquitto(tmp_path) as broker:
        process, _ = await start_demo("--broker", broker.address)
        try:
            await broker.stop()
            await broker.start()
            async with asyncio.timeout(20):
                while not await kept(broker.address, "kippu_demo/bridge/state"):  # noqa: ASYNC110  # asks anew
                    await asyncio.sleep(0.05)
            assert len(await kept(broker.address, "homeassistant/+/+/+/config")) == 20
        finally:
            await end(process)


async def test_it_ends_with_its_parent() -> None:
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "kippu.demo", "--with-parent"),
        stdin=asyncio.subprocess.PIPE,
        stdout=asyncio.subprocess.PIPE,
    )
    assert process.stdin and process.stdout
    await process.stdout.readline()
    process.stdin.close()
    assert await asyncio.wait_for(process.wait(), 10) == 0


async def test_what_can_t_be_is_told(tmp_path: Path) -> None:
    for arguments, code, said in (
        (("--home", str(tmp_path / "none.yaml")), 2, b"can't be read"),
        (("--broker", "mqtt://127.0.0.1:1"), 6, b"can't be reached"),
    ):
        process = await asyncio.create_subprocess_exec(
            *(sys.executable, "-m", "kippu.demo", *arguments), stderr=asyncio.subprocess.PIPE
        )
        _, error = await asyncio.wait_for(process.communicate(), 20)
        assert process.returncode == code
        assert said in error and b"Traceback" not in error
    process, address = await start_demo()
    try:
        other = await asyncio.create_subprocess_exec(
            *(sys.executable, "-m", "kippu.demo", "--port", address.rpartition(":")[2]),
            stderr=asyncio.subprocess.PIPE,
        )
        _, error = await asyncio.wait_for(other.communicate(), 20)
        assert (other.returncode, b"Choose another --port" in error) == (6, True)
    finally:
        await end(process)
