"""Serving a Kippu that is there for something else, such as a chat in the terminal.

Nothing of the server is loaded before the first one connects: most chats are alone.
"""

import asyncio
import socket
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kippu.start import Kippu


@asynccontextmanager
async def beside(kippu: "Kippu", listener: socket.socket) -> AsyncIterator[None]:
    """Serve it from the first who connects until the block ends."""
    closing = asyncio.Event()
    serving = asyncio.create_task(_once_wanted(kippu, listener, closing))
    try:
        yield
    finally:
        closing.set()
        await serving


async def _once_wanted(kippu: "Kippu", listener: socket.socket, closing: asyncio.Event) -> None:
    loop, wanted = asyncio.get_running_loop(), asyncio.Event()
    loop.add_reader(listener, wanted.set)
    waiting = [asyncio.ensure_future(event.wait()) for event in (wanted, closing)]
    await asyncio.wait(waiting, return_when=asyncio.FIRST_COMPLETED)
    loop.remove_reader(listener)
    for each in waiting:
        each.cancel()
    if closing.is_set():
        return
    # A second of loading, in which the chat goes on.
    serve = await asyncio.to_thread(import_module, "kippu.server.serve")
    await serve.Server(serve.create(kippu, closing), closing).serve(sockets=[listener])
