"""The demo home comes back when it ended by itself, and is gone with Kippu."""

import asyncio
from pathlib import Path

import aiomqtt
import psutil
import pytest

from kippu.start.demo_home import demo_home

pytestmark = pytest.mark.anyio


def players(data: Path) -> list[psutil.Process]:
    """What plays the demo home of this folder."""
    file = str(data / "demo-home.json")
    return [one for one in psutil.process_iter(["cmdline"]) if file in (one.info["cmdline"] or ())]


async def answers(address: str) -> None:
    """Until the broker takes a connection."""
    async with asyncio.timeout(60):
        while True:
            try:
                async with aiomqtt.Client("127.0.0.1", int(address.rpartition(":")[2])) as client:
                    await client.subscribe("kippu_demo/bridge/state")
                    assert (await anext(aiter(client.messages))).payload == b"online"
                    return
            except aiomqtt.MqttError:
                await asyncio.sleep(0.1)


async def test_it_is_started_again_where_it_was(tmp_path: Path) -> None:
    there = asyncio.Event()
    async with demo_home(tmp_path, there) as address:
        await there.wait()
        await answers(address)
        (first,) = players(tmp_path)
        async with aiomqtt.Client("127.0.0.1", int(address.rpartition(":")[2])) as client:
            await client.publish("kippu/demo/look", b"\xff" * 40_000, qos=1)  # what it says of it is long
        first.kill()
        await answers(address)
        (second,) = players(tmp_path)
        assert second.pid != first.pid
    assert players(tmp_path) == []
