"""The row is there before the first byte leaves: the receiver kills the sender at that byte, and looks."""

import json
import os
import signal
import socket
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from kippu.record import Database, Ledger, Spending
from kippu.settings import Provider, keep, load

ASK = """
import asyncio
from kippu.engines.breaker import Breaker
from kippu.record import Database, Ledger, Spending
from kippu.run.elsewhere import Elsewhere
from kippu.settings import load
from kippu.turn import Egress, Message

async def ask():
    settings = load()
    database = Database(settings.data / "kippu.db")
    out = Elsewhere(settings, Ledger(database), Spending(database), Breaker())
    egress = Egress("Near", (Message("user", "Name three colours."),), ("person",))
    messages = [{"role": "user", "content": "Name three colours."}]
    async for _ in out.chat("t1", egress, "why", lambda: None, messages):
        pass

asyncio.run(ask())
"""


def rows(data: Path) -> list[tuple[str, str]]:
    """Who got which text, by the file as it is now."""
    with closing(sqlite3.connect(f"file:{data / 'kippu.db'}?mode=ro", uri=True)) as connection:
        return connection.execute(
            "SELECT receiver, text FROM ledger_rows JOIN ledger_texts USING (id) WHERE kind = 'egress'"
        ).fetchall()


@pytest.fixture
def listener() -> Iterator[socket.socket]:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        listener.settimeout(60)
        yield listener


def test_no_byte_leaves_before_its_row(data: Path, listener: socket.socket) -> None:
    url = f"http://127.0.0.1:{listener.getsockname()[1]}/v1"
    near = Provider(name="Near", url=url, model="m", cents_out=1000)
    keep(load(), policy="when it helps", providers=[near])
    with subprocess.Popen([sys.executable, "-c", ASK]) as asking:
        connection, _ = listener.accept()
        with connection:
            connection.settimeout(60)
            first = connection.recv(1)
            os.kill(asking.pid, signal.SIGKILL)
            asking.wait(30)
    assert first == b"P"
    ((receiver, text),) = rows(data)
    assert receiver == "Near" and json.loads(text)["messages"][0]["content"] == "Name three colours."
    with closing(Database(data / "kippu.db")) as database:
        assert Ledger(database).verify() is None
        assert Spending(database).spent() > 1, "and so is the worst that it may cost"
