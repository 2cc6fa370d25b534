"""A Home for tests, connected to a real broker, with a short way to run its tools."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager, suppress
from datetime import UTC, datetime
from typing import Any

from kippu.events import Events
from kippu.skills.home import Home
from kippu.tool import Context, Said
from kippu.turn import Language

SOON = 15.0
"""Seconds in which anything that must come has come, on a slow machine too."""


class Living:
    """A connected Home."""

    def __init__(self, address: str) -> None:
        self.events = Events()
        self.home = Home(address, self.events)
        self._tools = {tool.name: tool for tool in self.home.skill().tools}

    async def do(
        self, tool: str, /, *, language: Language = "en", here: str | None = None, **arguments: Any
    ) -> Said:
        """Run ``home.<tool>``."""
        context = Context(language, datetime.now(UTC), here=here)
        return await self._tools[f"home.{tool}"].run(context, arguments)

    async def becomes(self, true: Callable[[], bool]) -> None:
        """Wait until this is true."""
        async with asyncio.timeout(SOON):
            while not true():  # noqa: ASYNC110  # whatever it is, it tells nobody
                await asyncio.sleep(0.01)

    def state(self, id_: str) -> str:
        """A thing's state as the home skill knows it."""
        entity = self.home.get(id_)
        assert entity, id_
        return entity.state

    def attribute(self, id_: str, key: str) -> Any:
        """A thing's attribute as the home skill knows it."""
        entity = self.home.get(id_)
        assert entity, id_
        return entity.attributes.get(key)


@asynccontextmanager
async def living(address: str, settled: bool = True) -> AsyncIterator[Living]:
    """One until the block ends."""
    found = Living(address)
    task = asyncio.create_task(found.home.run())
    try:
        if settled:
            assert await found.home.settled(SOON)
        yield found
    finally:
        task.cancel()
        with suppress(asyncio.CancelledError):
            await task
