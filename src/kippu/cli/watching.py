"""Shows, while an answer is awaited, how far the drawing or reading is that it waits for."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress

from kippu.cli.reach import Reach
from kippu.cli.steps import Bar


async def shown(assistant: Reach) -> None:
    """Show how far each drawing and reading is that an answer waits for, until nobody wants to know."""
    bar = Bar()
    try:
        async for step in assistant.steps():
            if step is None:
                bar.close()
            else:
                bar.show(step)
    finally:
        bar.close()


@asynccontextmanager
async def showing_steps(assistant: Reach) -> AsyncIterator[None]:
    """The same while the block runs."""
    task = asyncio.create_task(shown(assistant))
    try:
        yield
    finally:
        task.cancel()
        with suppress(asyncio.CancelledError):
            await task
