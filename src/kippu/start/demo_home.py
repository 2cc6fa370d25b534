"""The demo home: a program of its own that is started beside Kippu and ends with it."""

import asyncio
import contextlib
import logging
import re
import socket
import sys
import time
from asyncio.subprocess import PIPE, Process
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from kippu.regex import regex
from kippu.start.background import in_background

_log = logging.getLogger(__name__)
_PARTING_SECONDS = 1.0
"""How long the demo home gets to end by itself."""
_PAUSES = (1.0, 60.0)
"""Seconds before it is started again after it ended by itself: at first, and at most."""
_LAST_WORDS = 4000
"""Bytes of what it said last that are looked at when it ended by itself."""
_PLACES = regex(r'^ *(File "[^"]+", line \d+)|^([\w.]*(?:Error|Exception|Exit))\b', re.MULTILINE)
"""The places of an error and its kind; its words may be somebody's own."""


@asynccontextmanager
async def demo_home(data: Path, there: asyncio.Event) -> AsyncIterator[str]:
    """Play the demo home beside us, at the address that is given; it ends when we do, however we end.

    Sets ``there`` once all of it has announced itself. One that ends by itself is started again.
    """
    port = _free_port()
    async with in_background(_kept_up(data, port, there)):
        yield f"mqtt://127.0.0.1:{port}"


async def _kept_up(data: Path, port: int, there: asyncio.Event) -> None:
    least, most = _PAUSES
    pause = least
    while True:
        began = time.monotonic()
        try:
            async with _started(data, port) as process:
                _, places = await asyncio.gather(_told(process, there), _places(process))
                code: int | None = await process.wait()
        except OSError as error:
            places, code = type(error).__name__, None
        _log.error("The demo home ended by itself (%s) and is started again. %s", code, places)
        pause = least if time.monotonic() - began > most else min(2 * pause, most)
        await asyncio.sleep(pause)


@asynccontextmanager
async def _started(data: Path, port: int) -> AsyncIterator[Process]:
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "kippu.demo", "--port", str(port), "--state", str(data / "demo-home.json"),
        "--with-parent", stdin=PIPE, stdout=PIPE, stderr=PIPE, start_new_session=True,
    )  # fmt: skip
    try:
        yield process
    finally:
        # It may end by itself at any moment; killed, it loses what was done in its last tenth of a second.
        with contextlib.suppress(ProcessLookupError):
            process.terminate()
        try:
            await asyncio.wait_for(process.wait(), _PARTING_SECONDS)
        except TimeoutError:
            with contextlib.suppress(ProcessLookupError):
                process.kill()
            await process.wait()


async def _told(process: Process, there: asyncio.Event) -> None:
    """Its first line says that the home is there; an end without one is for the connection to tell of."""
    assert process.stdout is not None  # noqa: S101  # it was started with a pipe
    await process.stdout.readline()
    there.set()


async def _places(process: Process) -> str:
    assert process.stderr is not None  # noqa: S101  # it was started with a pipe
    said = b""
    while piece := await process.stderr.read(_LAST_WORDS):
        said = (said + piece)[-_LAST_WORDS:]
    return " / ".join("".join(found) for found in _PLACES.findall(said.decode(errors="replace")))


def _free_port() -> int:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        port: int = listener.getsockname()[1]
        return port
