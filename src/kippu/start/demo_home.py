"""The demo home: a program of its own that is started beside Kippu and ends with it."""

import asyncio
import contextlib
import socket
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from kippu.start.background import in_background

_PARTING_SECONDS = 1.0
"""How long the demo home gets to end by itself."""


@asynccontextmanager
async def demo_home(data: Path, there: asyncio.Event) -> AsyncIterator[str]:
    """Play the demo home beside us, at the address that is given; it ends when we do, however we end.

    Sets ``there`` once all of it has announced itself.
    """
    port = _free_port()
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "kippu.demo", "--port", str(port), "--state", str(data / "demo-home.json"),
        "--with-parent", stdin=asyncio.subprocess.PIPE, stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.DEVNULL, start_new_session=True,
    )  # fmt: skip
    try:
        async with in_background(_told(process, there)):
            yield f"mqtt://127.0.0.1:{port}"
    finally:
        # It may end by itself at any moment; killed, it loses nothing, for it keeps each state at once.
        with contextlib.suppress(ProcessLookupError):
            process.terminate()
        try:
            await asyncio.wait_for(process.wait(), _PARTING_SECONDS)
        except TimeoutError:
            with contextlib.suppress(ProcessLookupError):
                process.kill()
            await process.wait()


async def _told(process: asyncio.subprocess.Process, there: asyncio.Event) -> None:
    """Its first line says that the home is there; an end without one is for the connection to tell of."""
    assert process.stdout is not None  # noqa: S101  # it was started with a pipe
    await process.stdout.readline()
    there.set()


def _free_port() -> int:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        port: int = listener.getsockname()[1]
        return port
