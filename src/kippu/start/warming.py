"""Reads a few sentences before the person says one, so that theirs finds everything parsed and loaded."""

import asyncio
import contextlib
import threading
from collections.abc import Awaitable, Callable
from datetime import datetime

from kippu.errors import RecordError
from kippu.guard import Inspecting
from kippu.names import Names
from kippu.turn import Language, Turn
from kippu.understand import Understanding
from kippu.understand.free import Free

_PATIENCE_SECONDS = 1.0
"""How long it waits if nobody says a sentence before: the first page goes first."""
_SENTENCES: tuple[tuple[Language, str], ...] = (
    ("en", "turn on the light"),
    ("ja", "電気をつけて"),
    ("en", "set the brightness to 30 percent"),
    ("ja", "明るさを30%にして"),
    ("en", "lock the door"),
    ("ja", "鍵を閉めて"),
)


async def warm(
    understanding: Understanding, free: Free, inspecting: Inspecting, names: Callable[[], Awaitable[Names]]
) -> None:
    """Read them first without a home, which takes longest, and again with the names of this one."""
    await asyncio.sleep(_PATIENCE_SECONDS)
    await _apart(lambda: _read(understanding, inspecting, Names()))
    there = await names()
    await _apart(lambda: _read(understanding, inspecting, there))
    await _apart(lambda: _hear(free))


def _read(understanding: Understanding, inspecting: Inspecting, names: Names) -> None:
    for language, text in _SENTENCES:
        turn = Turn(text, language, datetime.now().astimezone(), "", "")
        understanding.read(turn, names)
        inspecting.inspect(turn)


def _hear(free: Free) -> None:
    free.hear(Turn("it is dark in here", "en", datetime.now().astimezone(), "", ""))


async def _apart(do: Callable[[], None]) -> None:
    """Do it in a thread that the end of the program does not wait for, as it would for the loop's own."""
    loop, done = asyncio.get_running_loop(), asyncio.Event()

    def run() -> None:
        with contextlib.suppress(RecordError, RuntimeError):  # Kippu, or the loop, has ended meanwhile
            do()
            loop.call_soon_threadsafe(done.set)

    threading.Thread(target=run, daemon=True).start()
    await done.wait()
