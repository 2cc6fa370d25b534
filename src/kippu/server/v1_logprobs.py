"""Log probabilities as plain completions have them: lists side by side, one for each thing told of a token.

Works on OpenAI's shapes alone: knows no model and no request.
"""

from collections.abc import AsyncGenerator, Mapping
from contextlib import aclosing
from typing import Any

from kippu.server.gather import Chunk


async def plain(chunks: AsyncGenerator[Chunk, None], most: int) -> AsyncGenerator[Chunk, None]:
    """The same pieces; ``most``: how many tokens that it might have been are told beside each."""
    so_far = 0
    async with aclosing(chunks):
        async for chunk in chunks:
            for choice in chunk.get("choices") or ():
                told = (choice.get("logprobs") or {}).get("content")
                choice["logprobs"] = _listed(told, so_far, most) if told else None
                so_far += len(choice.get("text") or "")
            yield chunk


def _listed(told: list[Mapping[str, Any]], at: int, most: int) -> dict[str, Any]:
    offsets = []
    for token in told:
        offsets.append(at)
        at += len(token["token"])
    return {
        "tokens": [token["token"] for token in told],
        "token_logprobs": [token["logprob"] for token in told],
        "top_logprobs": [
            {other["token"]: other["logprob"] for other in token["top_logprobs"][:most]} for token in told
        ],
        "text_offset": offsets,
    }
