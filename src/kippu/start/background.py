"""What runs beside the requests for as long as Kippu does."""

import asyncio
import contextlib
import logging
from collections.abc import AsyncIterator, Callable, Coroutine
from contextlib import asynccontextmanager
from typing import Any

from kippu.errors import KippuError

_log = logging.getLogger(__name__)
_CANCEL_AGAIN_SECONDS = 0.5


@asynccontextmanager
async def in_background(task: Coroutine[Any, Any, None]) -> AsyncIterator[None]:
    """Run it until the block ends; an error of its own is logged at once."""
    running_task = asyncio.create_task(task)
    running_task.add_done_callback(_logged)
    try:
        yield
    finally:
        # More than once: Python 3.11's wait_for loses a cancellation that meets its result (mended in 3.12).
        while not running_task.done():
            running_task.cancel()
            await asyncio.wait({running_task}, timeout=_CANCEL_AGAIN_SECONDS)
        with contextlib.suppress(asyncio.CancelledError):
            await running_task


async def every(seconds: float, do: Callable[[], None]) -> None:
    """Do it so often, in a thread; what goes wrong is logged, and the next time may go well."""
    while True:
        await asyncio.sleep(seconds)
        try:
            await asyncio.to_thread(do)
        except KippuError as error:
            _log.warning("%s", error)


async def after(there: asyncio.Event, run: Callable[[], Coroutine[Any, Any, None]]) -> None:
    """Run it then: a home that is met half announced would seem to lack the other half."""
    await there.wait()
    await run()


def _logged(task: asyncio.Task[None]) -> None:
    """A part that ends by an error is missed at once, and not only when Kippu ends."""
    if not task.cancelled() and (error := task.exception()):
        _log.error("a part of Kippu ended: %s", error, exc_info=error)
