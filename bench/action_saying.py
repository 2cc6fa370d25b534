"""What the ways of ``bench/action.py`` share: a Kippu with its home, a sentence said to it, and when it
publishes."""

import asyncio
import shutil
import tempfile
import time
from collections.abc import AsyncIterator, Iterator, Sequence
from contextlib import aclosing, asynccontextmanager, contextmanager
from pathlib import Path
from typing import Any

from kippu.settings import Settings
from kippu.start import Kippu, running
from kippu.turn import Answer, Turn

_FIRST_SECONDS = 5.0
"""From the start until the first sentence is said: Kippu reads a few of its own meanwhile."""


def quantile(values: Sequence[float], share: float) -> float:
    return sorted(values)[min(int(share * len(values)), len(values) - 1)] if values else float("nan")


@asynccontextmanager
async def kippu_with(model: Path, home: str = "") -> AsyncIterator[Kippu]:
    """A Kippu with this model, in a folder of its own, and the home at an address, or else the demo home."""
    with tempfile.TemporaryDirectory() as folder:
        data = Path(folder)
        (data / "models").mkdir()
        shutil.copy(model, data / "models" / model.name)
        async with running(Settings(data=data, home=home)) as kippu:
            await kippu.home.settled(10)
            await asyncio.sleep(_FIRST_SECONDS)
            yield kippu


@contextmanager
def noting(kippu: Kippu) -> Iterator[list[float]]:
    """The moments of publishing, seen from outside."""
    sent: list[float] = []
    send = kippu.home.send

    async def noted(*given: Any) -> None:
        sent.append(time.perf_counter())
        await send(*given)

    kippu.home.send = noted  # type: ignore[method-assign]  # put back below
    yield sent
    kippu.home.send = send  # type: ignore[method-assign]  # as it was


async def answered(kippu: Kippu, turn: Turn) -> Answer:
    """The answer, once it is whole."""
    async with aclosing(kippu.assistant.answer(turn)) as pieces:
        async for piece in pieces:
            if isinstance(piece, Answer):
                return piece
    raise RuntimeError("no answer came")
