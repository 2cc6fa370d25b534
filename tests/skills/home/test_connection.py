"""The way to a real broker, and back to it."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from pathlib import Path

import pytest

from demo.playing import Mosquitto, mosquitto
from kippu.errors import HomeOffline, SettingsError
from kippu.skills.home.connection import Connection
from skills.home.living import SOON

pytestmark = pytest.mark.anyio


class Ear:
    """Hears what a connection tells."""

    def __init__(self) -> None:
        self.news: asyncio.Queue[str] = asyncio.Queue()

    async def connected(self) -> None:
        self.news.put_nowait("connected")

    async def lost(self) -> None:
        self.news.put_nowait("lost")

    async def received(self, topic: str, payload: bytes) -> None:
        self.news.put_nowait(f"{topic}={payload.decode()}")

    async def caught_up(self) -> None:
        """Nothing is kept back here."""

    async def next(self) -> str:
        async with asyncio.timeout(SOON):
            return await self.news.get()


@asynccontextmanager
async def connected(broker: Mosquitto) -> AsyncIterator[tuple[Connection, Ear]]:
    connection, ear = Connection(broker.address), Ear()
    task = asyncio.create_task(connection.run(ear))
    try:
        assert await ear.next() == "connected"
        yield connection, ear
    finally:
        task.cancel()
        with suppress(asyncio.CancelledError):
            await task


async def test_what_is_published_is_heard_by_who_subscribed(tmp_path: Path) -> None:
    async with mosquitto(tmp_path) as broker, connected(broker) as (connection, ear):
        assert connection.up
        await connection.subscribe(["a"])
        await connection.publish("b", "unheard")
        await connection.publish("a", "電気")
        assert await ear.next() == "a=電気"


async def test_many_topics(tmp_path: Path) -> None:
    async with mosquitto(tmp_path) as broker, connected(broker) as (connection, ear):
        topics = [f"t/{number}" for number in range(120)]
        for topic in topics:
            await connection.publish(topic, "kept", qos=1, retain=True)
        await connection.subscribe(topics)
        assert {await ear.next() for _ in topics} == {f"{topic}=kept" for topic in topics}


async def test_a_broker_that_goes_and_comes_back(tmp_path: Path) -> None:
    async with mosquitto(tmp_path) as broker, connected(broker) as (connection, ear):
        await broker.kill()
        assert await ear.next() == "lost"
        assert not connection.up
        with pytest.raises(HomeOffline, match="is not there") as away:
            await connection.publish("a", "x")
        assert "つながって" in away.value.ja
        await broker.start()
        assert await ear.next() == "connected"
        await connection.subscribe(["a"])
        await connection.publish("a", "again")
        assert await ear.next() == "a=again"


async def test_before_there_is_a_broker() -> None:
    connection = Connection("mqtt://127.0.0.1:1")
    assert not connection.up
    await connection.subscribe(["a"])
    with pytest.raises(HomeOffline):
        await connection.publish("a", "x")


def test_a_password_is_not_shown() -> None:
    with pytest.raises(SettingsError) as wrong:
        Connection("http://ada:secret@host")
    assert "secret" not in str(wrong.value) and "mqtt://" in wrong.value.ja
