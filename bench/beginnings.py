"""Beginnings of prompts that are read once: seconds to the first word, right after the model is loaded.

    python bench/beginnings.py [--model FILE] [--runs N]

What a talk, a choice among tools and a talk with a layer's instructions begin with, each read by the
model (the peer) and restored from disk where an earlier process read it. Loading the model is not counted.
"""

import argparse
import asyncio
import json
import tempfile
import time
from contextlib import aclosing
from pathlib import Path
from statistics import median
from typing import Any

from rich.console import Console
from rich.table import Table

from kippu.engines import Llama
from kippu.run.talk import system_text

_MODEL = Path(__file__).parent.parent / ".kippu" / "models" / "SmolLM2-135M-Instruct.Q4_1.gguf"
_TOOLS = """Which action does the person want? Answer with its name only.
home.turn_on: Turn on a thing, or all things of a kind, in a room or everywhere.
home.turn_off: Turn off a thing, or all things of a kind.
home.set_light: Set brightness, colour or white of lights.
home.change_brightness: Make lights brighter or dimmer by so many percent.
talk: anything else"""
_LESSON = (
    "Answer questions about the shop in a friendly way. Name the price of a thing where it is known. " * 10
)
BEGINNINGS = {
    "a talk": system_text("en", ""),
    "a choice among tools": _TOOLS,
    "a talk with a layer": system_text("en", _LESSON),
}


async def first_word(model: Path, cache: Path | None, system: str) -> tuple[float, int]:
    """Seconds to the first word of a first chat, and tokens of its beginning."""
    llama = await asyncio.to_thread(Llama, model, context=2048, cache=cache)
    messages: list[dict[str, Any]] = [
        {"role": "system", "content": system}, {"role": "user", "content": "Hello there, who are you?"},
    ]  # fmt: skip
    tokens = await llama.count_tokens({"messages": messages[:1]})
    begun = time.perf_counter()
    if cache:
        await llama.remember(messages[:1])
    async with aclosing(llama.chat({"messages": messages, "max_tokens": 4, "temperature": 0})) as chunks:
        async for chunk in chunks:
            if any(choice.get("delta", {}).get("content") for choice in chunk.get("choices", ())):
                break
    seconds = time.perf_counter() - begun
    await llama.close()
    return seconds, tokens


async def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--model", type=Path, default=_MODEL)
    parser.add_argument("--runs", type=int, default=5)
    options = parser.parse_args()
    table = Table("beginning", "tokens", "read, s", "restored, s", "ratio")
    figures: dict[str, Any] = {}
    for name, system in BEGINNINGS.items():
        with tempfile.TemporaryDirectory() as folder:
            await first_word(options.model, Path(folder), system)  # the process that reads it
            kept, read = [], []
            for _ in range(options.runs):
                read.append((await first_word(options.model, None, system))[0])
                seconds, tokens = await first_word(options.model, Path(folder), system)
                kept.append(seconds)
        figures[name] = {
            "tokens": tokens, "read_s": round(median(read), 3), "restored_s": round(median(kept), 3),
            "ratio": round(median(kept) / median(read), 3),
        }  # fmt: skip
        table.add_row(name, *(str(value) for value in figures[name].values()))
    Console().print(table)
    print(json.dumps(figures))


if __name__ == "__main__":
    asyncio.run(main())
