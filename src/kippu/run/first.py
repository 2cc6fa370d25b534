"""The first words of an answer, held back until it shows whether the model is sure of them.

Knows chunks in OpenAI's shape and nothing of who goes on instead.
"""

from collections.abc import AsyncGenerator
from typing import Any

from kippu.place.sure import TOKENS, UNSURE, sure

Chunks = AsyncGenerator[dict[str, Any], None]


class Unsure(Exception):  # no error: another model had better answer
    """The model is not sure of how it began; nothing of it was passed on."""


async def unless_unsure(chunks: Chunks) -> Chunks:
    """The same chunks, a moment later; raises Unsure instead of the first. They must carry ``logprobs``."""
    held: list[dict[str, Any]] = []
    logprobs: list[float] = []
    async for chunk in chunks:
        held.append(chunk)
        for choice in chunk.get("choices", ()):
            told = (choice.get("logprobs") or {}).get("content") or ()
            logprobs += [token["logprob"] for token in told]
        if len(logprobs) >= TOKENS:
            break
    if logprobs and sure(logprobs) < UNSURE:
        raise Unsure
    for chunk in held:
        yield chunk
    async for chunk in chunks:
        yield chunk
