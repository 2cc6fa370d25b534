"""Holding the data folder for as long as a command runs, with patience for one that is about to end."""

import asyncio
import time
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from pathlib import Path

from kippu.errors import Busy
from kippu.server.lock import Lock, hold

_PATIENCE = 8.0
"""Seconds that a command waits for another one on the same data folder to end."""


@asynccontextmanager
async def held(data: Path) -> AsyncIterator[Lock]:
    """Hold the folder; raises Busy when another Kippu keeps it for too long."""
    until = time.monotonic() + _PATIENCE
    async with AsyncExitStack() as stack:
        while True:
            try:
                lock = stack.enter_context(hold(data))
                break
            except Busy:
                if time.monotonic() > until:
                    raise
            await asyncio.sleep(0.1)
        yield lock
