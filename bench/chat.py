"""Chat through Kippu's engine beside the bare server of xllamacpp: same weights, same threads, same prompts.

    python bench/chat.py [--data FOLDER] [--model FILE] [--limit N] [--tokens N] [--threads N]

The two take turns, prompt by prompt and each first every other time, so that what else the machine does falls
on both. Times are medians: to the first token, and tokens a second from there on. Ratios are Kippu's over the
bare server's, the median of one for each prompt: below 1 is better for the time, above 1 for the tokens.
Beside each stands where 95 % of such medians lie when the prompts are drawn anew 2,000 times (bootstrap,
seed 0): the machine's speed changes more from answer to answer than the two differ. No prompt is said twice.
"""

import argparse
import asyncio
import json
import os
import random
import time
from collections.abc import AsyncIterator, Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median, quantiles
from typing import Any

import httpx
import psutil
import xllamacpp
from rich.console import Console
from rich.table import Table

from kippu.engines import Llama

CONTEXT = 4096
TOPICS = (
    "the moon",
    "bread",
    "old trains",
    "whales",
    "the sea in winter",
    "bicycles",
    "volcanoes",
    "tea",
    "maps",
)
FOLDER = Path(os.environ.get("KIPPU_TEST_MODELS", Path(__file__).parent.parent / ".kippu" / "models"))
Chat = Callable[[dict[str, Any]], AsyncIterator[dict[str, Any]]]


@dataclass(frozen=True)
class Timed:
    """One answer."""

    first: float
    """Seconds to the first token."""
    speed: float
    """Tokens a second after the first."""


def bare(model: Path, threads: int) -> tuple[Any, Chat]:
    """The server as xllamacpp starts it, and its HTTP API as its guide shows it."""
    params = xllamacpp.CommonParams()
    params.model.path = str(model)
    params.n_ctx = CONTEXT
    params.cpuparams.n_threads = params.cpuparams_batch.n_threads = threads
    params.verbosity = -1
    server = xllamacpp.Server(params)
    client = httpx.AsyncClient(base_url=server.listening_address, timeout=None)  # noqa: S113  # of no use here

    async def chat(request: dict[str, Any]) -> AsyncIterator[dict[str, Any]]:
        async with client.stream("POST", "/v1/chat/completions", json=request | {"stream": True}) as response:
            async for line in response.aiter_lines():
                if line.startswith("data: {"):
                    yield json.loads(line[6:])

    return server, chat


async def timed(chat: Chat, request: dict[str, Any]) -> Timed:
    began, first, count = time.perf_counter(), 0.0, 0
    async for chunk in chat(request):
        if any(choice["delta"].get("content") for choice in chunk["choices"]):
            count += 1
            last = time.perf_counter()
            first = first or last
    return Timed(first - began, (count - 1) / (last - first))


def prompts(asked: Sequence[str], limit: int, tokens: int) -> list[dict[str, Any]]:
    return [
        {
            "messages": [
                {"role": "system", "content": f"You are assistant {number}. Answer at length."},
                {"role": "user", "content": f"{number}: {asked[number % len(asked)]}"},
            ],
            "temperature": 0,
            "max_tokens": tokens,
            "ignore_eos": True,
        }
        for number in range(limit + 1)
    ]


async def measure(
    model: Path, asked: Sequence[str], limit: int, tokens: int, threads: int
) -> dict[str, list[Timed]]:
    server, plain = bare(model, threads)
    llama = await asyncio.to_thread(Llama, model, context=CONTEXT, threads=threads)
    ways: dict[str, Chat] = {"bare": plain, "kippu": llama.chat}
    found: dict[str, list[Timed]] = {name: [] for name in ways}
    for number, request in enumerate(prompts(asked, limit, tokens)):
        for name in sorted(ways, reverse=bool(number % 2)):
            answer = await timed(ways[name], request)
            if number:  # the first warms up
                found[name].append(answer)
    await llama.close()
    del server
    return found


def ratios(ours: Sequence[float], theirs: Sequence[float]) -> tuple[float, tuple[float, float]]:
    """The median of the ratios, prompt by prompt, and the interval in which it lies."""
    each = [mine / other for mine, other in zip(ours, theirs, strict=True)]
    draw = random.Random(0)
    drawn = quantiles((median(draw.choices(each, k=len(each))) for _ in range(2000)), n=40)
    return round(median(each), 3), (round(drawn[0], 3), round(drawn[-1], 3))


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--model", type=Path, default=FOLDER / "SmolLM2-135M-Instruct.Q4_1.gguf")
    parser.add_argument("--limit", type=int, default=40, help="prompts to say")
    parser.add_argument("--tokens", type=int, default=96, help="tokens in each answer")
    parser.add_argument("--threads", type=int, default=psutil.cpu_count(logical=False) or 1)
    parser.add_argument(
        "--data", type=Path, help="folder of text files, a prompt a line, in place of our own"
    )
    chosen = parser.parse_args()
    asked = [f"tell me about {topic}." for topic in TOPICS]
    if chosen.data:
        lines = (file.read_text(encoding="utf-8") for file in sorted(chosen.data.glob("*.txt")))
        asked = [line for text in lines for line in text.splitlines() if line.strip()]
    found = asyncio.run(measure(chosen.model, asked, chosen.limit, chosen.tokens, chosen.threads))

    first = {name: median(one.first for one in all_) for name, all_ in found.items()}
    speed = {name: median(one.speed for one in all_) for name, all_ in found.items()}
    table = Table(title=f"{chosen.model.name}, {chosen.threads} threads, {chosen.limit} prompts, medians")
    for heading in ("", "first token, ms", "tokens/s"):
        table.add_column(heading, justify="right")
    for name in found:
        table.add_row(name, f"{first[name] * 1000:.1f}", f"{speed[name]:.1f}")
    Console().print(table)
    bare_, kippu = found["bare"], found["kippu"]
    ttft, ttft_between = ratios([one.first for one in kippu], [one.first for one in bare_])
    tokens, tokens_between = ratios([one.speed for one in kippu], [one.speed for one in bare_])
    result = {
        "ttft_ratio": ttft,
        "ttft_between": ttft_between,
        "tokens_ratio": tokens,
        "tokens_between": tokens_between,
        "ttft_ms": {name: round(value * 1000, 1) for name, value in first.items()},
        "tokens_per_second": {name: round(value, 1) for name, value in speed.items()},
        "threads": chosen.threads,
        "prompts": chosen.limit,
    }
    Console(highlight=False, soft_wrap=True).print(json.dumps(result))


if __name__ == "__main__":
    main()
