"""The first words of an answer, held back until it shows whether the model is sure of them.

Knows chunks in OpenAI's shape and nothing of who goes on instead.
"""

from collections.abc import AsyncGenerator, Awaitable, Callable
from typing import Any

from kippu.place.sure import TOKENS, UNSURE, sure

Chunks = AsyncGenerator[dict[str, Any], None]
Moves = Callable[[float], Awaitable[bool]]
"""Whether another model answers in place of one that was only so sure (0 to 1)."""


class Unsure(Exception):  # no error: another model had better answer
    """The model is not sure of how it began; nothing of it was passed on."""


async def unless_unsure(chunks: Chunks, moves: Moves) -> Chunks:
    """The same chunks, a moment later; raises Unsure instead of the first where it ``moves``. They must carry
    ``logprobs``."""
    held: list[dict[str, Any]] = []
    logprobs: list[float] = []
    async for chunk in chunks:
        held.append(chunk)
        for choice in chunk.get("choices", ()):
            told = (choice.get("logprobs") or {}).get("content") or ()
            logprobs += [token["logprob"] for token in told]
        if len(logprobs) >= TOKENS:
            break
    if logprobs and (chance := sure(logprobs)) < UNSURE and await moves(chance):
        raise Unsure
    for chunk in held:
        yield chunk
    async for chunk in chunks:
        yield chunk
