"""Shows, while an answer is awaited, how far the drawing or reading is that it waits for."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress

from kippu.cli.reach import Reach
from kippu.cli.steps import Bar


class Watch:
    """The bar of what an answer waits for: it goes when the answer's words come, and stays away from them.

    Steps and words come by two ways: a last step may come after the first word, whose line it would spoil.
    """

    def __init__(self, assistant: Reach) -> None:
        self._assistant = assistant
        self._bar = Bar()
        self._awaited = True

    async def run(self) -> None:
        """Show each step until nobody wants to know."""
        try:
            async for step in self._assistant.steps():
                if step is None:
                    self._bar.close()
                elif self._awaited:
                    self._bar.show(step)
        finally:
            self._bar.close()

    def wait(self) -> None:
        """An answer is awaited from now on."""
        self._awaited = True

    def end(self) -> None:
        """Its words come, or it has ended."""
        self._awaited = False
        self._bar.close()


@asynccontextmanager
async def watching(assistant: Reach) -> AsyncIterator[Watch]:
    """A watch that runs while the block does."""
    watch = Watch(assistant)
    task = asyncio.create_task(watch.run())
    try:
        yield watch
    finally:
        task.cancel()
        with suppress(asyncio.CancelledError):
            await task
