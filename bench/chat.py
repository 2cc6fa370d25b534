"""Chat through Kippu beside the bare server of xllamacpp: same weights, same threads, same words.

    python bench/chat.py [--data FOLDER] [--model FILE] [--limit N] [--tokens N] [--threads N]

Kippu is asked in two ways: its engine alone, and all of it, a running ``kippu serve`` with the demo home in a
data folder of its own, over HTTP (``/v1/chat/completions`` with the model ``kippu``, streamed): understood,
inspected, placed and recorded as any message. Each way gets the person's message behind the instructions that
Kippu gives a model, and samples as Kippu does.

The three take turns, message by message and in another order each time, so that what else the machine does
falls on all. Times are medians: to the first token that a client sees, and tokens a second from there on (by
letters: what was held back comes in one piece). Ratios are Kippu's over the bare server's, the median of one
for each message: below 1 is better for the time, above 1 for the tokens. Beside each stands where 95 % of
such medians lie when the messages are drawn anew 2,000 times (bootstrap, seed 0): the machine's speed changes
more from answer to answer than the ways differ. No message is said twice; one that the whole assistant
answers without a model is left out, and counted.

``--threads`` are those of the bare server and of the engine alone; ``kippu serve`` takes as many as there are
physical cores that are free, which is the same where nothing else runs.
"""

import argparse
import asyncio
import contextlib
import json
import os
import random
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import AsyncIterator, Callable, Iterator, Sequence
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
from kippu.run.talk import _SAMPLING, system_text

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
ASKED = (
    "Why do people like {}?",
    "Write a short text about {}.",
    "How would you explain {} to a child?",
    "Tell me a story about {}.",
    "What would a poet say of {}?",
)
_WARM_UP = 3
"""Messages that are not counted."""
_IDLE = 10.0
"""Percent of one core that a Kippu takes at most which does nothing."""
FOLDER = Path(os.environ.get("KIPPU_TEST_MODELS", Path(__file__).parent.parent / ".kippu" / "models"))
Chat = Callable[[dict[str, Any]], AsyncIterator[dict[str, Any]]]


@dataclass(frozen=True)
class Timed:
    """One answer."""

    first: float
    """Seconds to the first words."""
    speed: float
    """Tokens a second after these."""


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
        async for chunk in posted(client, request):
            yield chunk

    return server, chat


@contextlib.contextmanager
def whole(model: Path) -> Iterator[Chat]:
    """All of Kippu, started as a person starts it; ends with the block."""
    with tempfile.TemporaryDirectory() as data:
        (Path(data) / "models").mkdir()
        (Path(data) / "models" / model.name).symlink_to(model.resolve())
        process = subprocess.Popen(
            [sys.executable, "-m", "kippu", "serve", "--port", "0"],
            env={**os.environ, "KIPPU_DATA": data, "PYTHONUNBUFFERED": "1"},
            stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True,
        )  # fmt: skip
        assert process.stdout is not None
        try:
            line = next(line for line in process.stdout if "http://" in line)
            address = line[line.index("http://") :].split()[0].rstrip("/")
            until_idle(process.pid)
            client = httpx.AsyncClient(base_url=address, timeout=None)  # noqa: S113  # a long answer takes its time

            async def chat(request: dict[str, Any]) -> AsyncIterator[dict[str, Any]]:
                said = {"messages": request["messages"][1:], "max_tokens": request["max_tokens"]}
                async for chunk in posted(client, {"model": "kippu", **said}):
                    yield chunk

            yield chat
        finally:
            process.send_signal(signal.SIGINT)
            process.wait(30)


def until_idle(program: int, patience: float = 60.0) -> None:
    """Wait until it has read ahead all that it reads after a start, or ``patience`` seconds."""
    watched = psutil.Process(program)
    end = time.monotonic() + patience
    while watched.cpu_percent(1.0) > _IDLE and time.monotonic() < end:
        pass


async def posted(client: httpx.AsyncClient, request: dict[str, Any]) -> AsyncIterator[dict[str, Any]]:
    asked = request | {"stream": True, "stream_options": {"include_usage": True}}
    async with client.stream("POST", "/v1/chat/completions", json=asked) as response:
        async for line in response.aiter_lines():
            if line.startswith("data: {"):
                yield json.loads(line[6:])


async def timed(chat: Chat, request: dict[str, Any]) -> Timed | None:
    """None where no model answered, or only a word."""
    began = time.perf_counter()
    pieces, at, tokens = list[str](), list[float](), 0
    async for chunk in chat(request):
        if piece := "".join(choice["delta"].get("content") or "" for choice in chunk.get("choices", ())):
            pieces.append(piece)
            at.append(time.perf_counter())
        tokens = (chunk.get("usage") or {}).get("completion_tokens") or tokens
    if tokens < 2 or len(pieces) < 2:
        return None
    after = tokens * (1 - len(pieces[0]) / len("".join(pieces)))
    return Timed(at[0] - began, after / (at[-1] - at[0]))


def prompts(asked: Sequence[str], limit: int, tokens: int) -> list[dict[str, Any]]:
    return [
        {
            "messages": [
                {"role": "system", "content": system_text("en")},
                {"role": "user", "content": asked[number % len(asked)]},
            ],
            "max_tokens": tokens,
            "seed": number,
            **_SAMPLING,
        }
        for number in range(limit + _WARM_UP)
    ]


async def measure(
    model: Path, asked: Sequence[str], limit: int, tokens: int, threads: int
) -> dict[str, list[Timed]]:
    """The same messages each way; those that all ways answered with words of the model."""
    with whole(model) as everything:
        server, plain = bare(model, threads)
        llama = await asyncio.to_thread(Llama, model, context=CONTEXT, threads=threads)
        ways: dict[str, Chat] = {"bare": plain, "engine": llama.chat, "assistant": everything}
        found: dict[str, list[Timed]] = {name: [] for name in ways}
        for number, request in enumerate(prompts(asked, limit, tokens)):
            order = sorted(ways)[number % 3 :] + sorted(ways)[: number % 3]
            answers = {name: await timed(ways[name], request) for name in order}
            if number >= _WARM_UP and all(answers.values()):
                for name, answer in answers.items():
                    assert answer is not None
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
    asked = [form.format(topic) for form in ASKED for topic in TOPICS]
    if chosen.data:
        lines = (file.read_text(encoding="utf-8") for file in sorted(chosen.data.glob("*.txt")))
        asked = [line for text in lines for line in text.splitlines() if line.strip()]
    found = asyncio.run(measure(chosen.model, asked, chosen.limit, chosen.tokens, chosen.threads))
    if not found["bare"]:
        raise SystemExit("No message was answered by the model in all three ways: take others, or more.")

    first = {name: median(one.first for one in all_) for name, all_ in found.items()}
    speed = {name: median(one.speed for one in all_) for name, all_ in found.items()}
    table = Table(title=f"{chosen.model.name}, {chosen.threads} threads, {len(found['bare'])} messages")
    for heading in ("", "first token, ms", "tokens/s"):
        table.add_column(heading, justify="right")
    for name in found:
        table.add_row(name, f"{first[name] * 1000:.1f}", f"{speed[name]:.1f}")
    Console().print(table)
    result: dict[str, Any] = {}
    for name, key in (("engine", ""), ("assistant", "assistant_")):
        for measure_, of in (("ttft", "first"), ("tokens", "speed")):
            each = [[getattr(one, of) for one in found[way]] for way in (name, "bare")]
            result[f"{key}{measure_}_ratio"], result[f"{key}{measure_}_between"] = ratios(*each)
    result |= {
        "ttft_ms": {name: round(value * 1000, 1) for name, value in first.items()},
        "tokens_per_second": {name: round(value, 1) for name, value in speed.items()},
        "threads": chosen.threads,
        "prompts": len(found["bare"]),
        "left_out": chosen.limit - len(found["bare"]),
    }
    Console(highlight=False, soft_wrap=True).print(json.dumps(result))


if __name__ == "__main__":
    main()
