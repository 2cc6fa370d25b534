"""Sentences are read ahead in a thread, and the end of the program leaves no such thread behind."""

import asyncio
import sys
import threading
import traceback
from pathlib import Path

from kippu.settings import load
from kippu.start import running


def reads_ahead() -> bool:
    """Whether some thread is within a sentence right now."""
    stacks = (traceback.walk_stack(frame) for frame in sys._current_frames().values())
    called = ({frame.f_code.co_name for frame, _ in stack} for stack in stacks)
    return any({"run", "_read", "inspect"} <= names for names in called)


def test_the_end_leaves_no_thread_that_is_still_reading(data: Path) -> None:
    before = set(threading.enumerate())

    async def leave_while_it_reads() -> None:
        async with running(load(home="mqtt://127.0.0.1:1")):
            while not reads_ahead():  # noqa: ASYNC110  # no event tells what a thread is doing
                await asyncio.sleep(0.01)

    asyncio.run(leave_while_it_reads())
    assert set(threading.enumerate()) <= before
