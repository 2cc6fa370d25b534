"""Real Kippus to ask: a server of its own with the real model and the demo home, or a bare one in here."""

import json
import os
import re
import shutil
import signal
import subprocess
import sys
from collections.abc import AsyncIterator, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import httpx
import pytest

from kippu.server.app import create
from kippu.settings import load
from kippu.start import Kippu, running

MODEL = "smollm2-135m-instruct"
_SERVE = """
import asyncio, sys
from kippu.server.serve import serve
from kippu.settings import load
asyncio.run(serve(load(), open_browser="--open" in sys.argv))
"""


@dataclass
class Running:
    """A server process."""

    process: "subprocess.Popen[str]"
    address: str
    said: list[str]

    def client(self) -> httpx.Client:
        return httpx.Client(base_url=self.address, timeout=60, trust_env=False)

    def stop(self, number: int = signal.SIGTERM) -> int:
        self.process.send_signal(number)
        return self.process.wait(30)


def command(*arguments: str) -> list[str]:
    return [sys.executable, "-c", _SERVE, *arguments]


def start(data: Path, **settings: str) -> Running:
    """Start a server on this data folder and wait for the line with its address."""
    environment = {
        **{name: value for name, value in os.environ.items() if not name.startswith("KIPPU_")},
        "KIPPU_DATA": str(data),
        "KIPPU_PORT": "0",
        **{f"KIPPU_{name.upper()}": value for name, value in settings.items()},
    }
    process = subprocess.Popen(command(), env=environment, stdout=subprocess.PIPE, text=True)
    said = []
    assert process.stdout is not None
    for line in process.stdout:
        said.append(line)
        if found := re.search(r"Kippu is at (http\S+)", line):
            return Running(process, found[1], said)
    raise AssertionError(f"it ended with {process.wait()}: {said}")


@pytest.fixture(scope="session")
def kippu(tmp_path_factory: pytest.TempPathFactory, model_path: Path) -> Iterator[Running]:
    """The one server that tests share: real model, demo home."""
    data = tmp_path_factory.mktemp("served")
    (data / "models").mkdir()
    shutil.copy(model_path, data / "models" / model_path.name)
    running = start(data)
    yield running
    running.stop()


@pytest.fixture
def http(kippu: Running) -> Iterator[httpx.Client]:
    with kippu.client() as client:
        yield client


@pytest.fixture
async def alone(data: Path) -> AsyncIterator[Kippu]:
    """A Kippu in this process, without a model, whose home can't be reached: it starts in a moment."""
    async with running(load(home="mqtt://127.0.0.1:1")) as kippu:
        yield kippu


@pytest.fixture
async def near(alone: Kippu) -> AsyncIterator[httpx.AsyncClient]:
    """A client on this device of that Kippu's whole application."""
    transport = httpx.ASGITransport(create(alone), client=("127.0.0.1", 5000))
    async with httpx.AsyncClient(transport=transport, base_url="http://127.0.0.1:8642") as client:
        yield client


def events(text: str) -> list[tuple[str, dict[str, Any]]]:
    """The server-sent events in a text: kind and data of each."""
    found, kind = [], ""
    for line in text.splitlines():
        if line.startswith("event: "):
            kind = line.removeprefix("event: ")
        elif line.startswith("data: "):
            found.append((kind, json.loads(line.removeprefix("data: "))))
    return found
