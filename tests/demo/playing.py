"""Real homes and real brokers for tests: the demo program in a process of its own, mosquitto in another."""

import asyncio
import json
import socket
import sys
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import yaml

FIRST_WORD_SECONDS = 20


async def start_demo(*arguments: str) -> tuple[asyncio.subprocess.Process, str]:
    """The program with these arguments; gives it and the address that it prints."""
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "kippu.demo", *arguments, stdout=asyncio.subprocess.PIPE
    )
    assert process.stdout
    line = await asyncio.wait_for(process.stdout.readline(), FIRST_WORD_SECONDS)
    return process, json.loads(line)["address"]


async def end(process: asyncio.subprocess.Process) -> None:
    """Tell it to end and wait until it has."""
    if process.returncode is None:
        process.terminate()
    await process.wait()


@asynccontextmanager
async def demo(*arguments: str) -> AsyncIterator[str]:
    """The program until the block ends; gives its broker's address."""
    process, address = await start_demo(*arguments)
    try:
        yield address
    finally:
        await end(process)


def written(folder: Path, document: Mapping[str, Any]) -> str:
    """A home as a file."""
    file = folder / "home.yaml"
    file.write_text(yaml.safe_dump(dict(document), allow_unicode=True), "utf-8")
    return str(file)


def free_port() -> int:
    """A port on loopback that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


class Mosquitto:
    """A real mosquitto on loopback, to be killed and started again on the same port."""

    def __init__(self, folder: Path, lines: str = "allow_anonymous true\n") -> None:
        self.port = free_port()
        self.address = f"mqtt://127.0.0.1:{self.port}"
        self._config = folder / "mosquitto.conf"
        self._config.write_text(f"listener {self.port} 127.0.0.1\n{lines}")
        self._process: asyncio.subprocess.Process | None = None

    async def start(self) -> None:
        """Until it takes connections."""
        self._process = await asyncio.create_subprocess_exec(
            "/usr/sbin/mosquitto",
            "-c",
            str(self._config),
            stdout=asyncio.subprocess.DEVNULL,
            stderr=asyncio.subprocess.DEVNULL,
        )
        async with asyncio.timeout(FIRST_WORD_SECONDS):
            while True:
                try:
                    _, writer = await asyncio.open_connection("127.0.0.1", self.port)
                    writer.close()
                    return
                except OSError:
                    await asyncio.sleep(0.02)

    async def stop(self) -> None:
        """As its service does: each client is told."""
        assert self._process
        await end(self._process)

    async def kill(self) -> None:
        """As a power cut does."""
        if self._process and self._process.returncode is None:
            self._process.kill()
            await self._process.wait()


@asynccontextmanager
async def mosquitto(folder: Path, lines: str = "allow_anonymous true\n") -> AsyncIterator[Mosquitto]:
    """One until the block ends."""
    broker = Mosquitto(folder, lines)
    await broker.start()
    try:
        yield broker
    finally:
        await broker.kill()
