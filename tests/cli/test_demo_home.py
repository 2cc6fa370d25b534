import asyncio
import json
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import aiomqtt
import pytest

from demo.playing import Mosquitto, mosquitto, written

from .conftest import Run, environment

_SOON = 30.0
"""Seconds in which anything that must come has come, on a slow machine too."""


_KITCHEN = "homeassistant/light/kippu_demo/kitchen/config"
"""Where the demo home announces its kitchen light."""


@contextmanager
def playing(data: Path, broker: Mosquitto) -> Iterator[None]:
    """The demo home as a program of its own, on this broker."""
    command = [sys.executable, "-m", "kippu", "demo-home", "--broker", broker.address]
    with subprocess.Popen(
        command, env=environment(data), stdin=subprocess.DEVNULL, stdout=subprocess.PIPE
    ) as process:
        try:
            assert process.stdout is not None
            assert json.loads(process.stdout.readline())["address"] == broker.address
            yield
        finally:
            process.send_signal(signal.SIGINT)
            assert process.wait(30) in {0, 130}


async def heard(broker: Mosquitto, topic: str) -> aiomqtt.Message:
    """The first message on this topic: kept, or as it is sent."""
    async with aiomqtt.Client("127.0.0.1", broker.port) as client:
        await client.subscribe(topic)
        async with asyncio.timeout(_SOON):
            return await anext(aiter(client.messages))


async def kept(broker: Mosquitto, topic: str) -> Any:
    """What the broker keeps on this topic, JSON."""
    message = await heard(broker, topic)
    assert message.retain
    return json.loads(message.payload)  # type: ignore[arg-type]  # an MQTT payload is bytes here


def test_a_wrong_file_is_told_before_it_is_said_to_be_played(kippu: Run, tmp_path: Path) -> None:
    home = written(tmp_path, {"entities": [{"id": "light.lamp", "name": "Lamp", "area": "kitchn"}]})
    done = kippu("demo-home", "--home", home, "--port", "0")
    assert done.returncode == 2 and done.stdout == b""
    assert done.stderr.startswith(b"kippu: In the home ") and b"'kitchn'" in done.stderr
    assert b"Playing" not in done.stderr


@pytest.mark.parametrize(
    ("language", "said"),
    [("en", "speaks MQTT: ligth.desk. Did you mean light?"), ("ja", "ligth.desk。もしかして: light")],
)
def test_a_misspelt_kind_is_told_with_what_was_meant(
    data: Path, tmp_path: Path, language: str, said: str
) -> None:
    things = [{"id": "light.lamp", "name": "Lamp"}, {"id": "ligth.desk", "name": "Desk"}]
    home = written(tmp_path, {"entities": things})
    command = [sys.executable, "-m", "kippu", "demo-home", "--home", home, "--port", "0"]
    with subprocess.Popen(
        command,
        env=environment(data, KIPPU_LANGUAGE=language),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as process:
        assert process.stdout is not None
        assert process.stdout.readline()
        process.send_signal(signal.SIGINT)
        assert said in process.communicate(timeout=30)[1].decode()


@pytest.mark.anyio
async def test_a_real_broker_comes_goes_and_comes_back(kippu: Run, data: Path, tmp_path: Path) -> None:
    async def ask(*words: str) -> "subprocess.CompletedProcess[bytes]":
        return await asyncio.to_thread(kippu, "ask", *words, KIPPU_HOME=broker.address)

    async with mosquitto(tmp_path) as broker:
        with playing(data, broker):
            config = await kept(broker, _KITCHEN)
            state = config["state_topic"].replace("~", config["~"])
            for word in ("on", "off"):
                done = await ask(f"turn {word} the kitchen light")
                assert (done.returncode, done.stderr) == (0, b"")
                assert (await kept(broker, state))["state"] == word.upper()

            await broker.stop()
            done = await ask("turn on the kitchen light")
            assert (done.returncode, done.stdout) == (6, b"")
            assert f"The home at 127.0.0.1:{broker.port} can't be reached" in done.stderr.decode()

            await broker.start()
            # The home connects again by itself, and says all anew, for this broker kept nothing over its end.
            await heard(broker, state)
            done = await ask("turn on the kitchen light")
            assert (done.returncode, done.stderr) == (0, b"")
            assert (await kept(broker, state))["state"] == "ON"

            async with aiomqtt.Client("127.0.0.1", broker.port) as client:
                await client.publish(_KITCHEN, b"", qos=1, retain=True)
            done = await ask("--json", "is the kitchen light on")
            assert b"Kitchen Light" not in done.stdout
            # No other light stands in the kitchen: it is said to have gone, not told as it was.
            (outcome,) = json.loads(done.stdout)["outcomes"]
            assert outcome["ok"] is False


def test_another_kippu_can_use_it(kippu: Run, data: Path) -> None:
    command = [sys.executable, "-m", "kippu", "demo-home", "--port", "0"]
    process = subprocess.Popen(
        command, env=environment(data), stdin=subprocess.DEVNULL, stdout=subprocess.PIPE
    )
    assert process.stdout is not None
    address = json.loads(process.stdout.readline())["address"]
    done = kippu("ask", "--json", "turn on the kitchen light", KIPPU_HOME=address)
    process.send_signal(signal.SIGINT)
    assert process.wait(30) in {0, 130}
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout)["outcomes"][0]["ok"] is True


def test_wrong_file(kippu: Run, tmp_path: Path) -> None:
    wrong = tmp_path / "home.yaml"
    wrong.write_text("rooms: [3\n")
    done = kippu("demo-home", "--home", str(wrong))
    assert done.returncode in range(1, 8)
    assert b"home.yaml" in done.stderr
    assert b"Traceback" not in done.stderr
