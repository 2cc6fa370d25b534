"""How far a model is with reading before its first word: said now and then, and only when it takes its time.

Knows the chunks that tell of it, and nothing of who wants to know.
"""

import time
from collections.abc import AsyncGenerator, Callable
from typing import Any

Chunks = AsyncGenerator[dict[str, Any], None]

_SILENT, _STEP = 1.0, 0.2
"""Seconds before a word is said on how far it is, and between two words."""


async def told(chunks: Chunks, tell: Callable[[int, int], None]) -> Chunks:
    """The same chunks without those that tell how far it is; ``tell`` hears tokens done, of how many.

    What a cache knew already counts as neither.
    """
    due, of, begun = time.monotonic() + _SILENT, 0, False
    async for chunk in chunks:
        if far := chunk.get("prompt_progress"):
            done, of = far["processed"] - far["cache"], far["total"] - far["cache"]
            if done < of and time.monotonic() >= due:
                tell(done, of)
                due, begun = time.monotonic() + _STEP, True
            continue
        if begun:
            tell(of, of)
            begun = False
        yield chunk
