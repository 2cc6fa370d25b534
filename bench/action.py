"""From a sentence to the home: milliseconds until its command is on the broker, or the model has chosen.

    python bench/action.py [--data FOLDER] [--limit N] [--model FILE]

Template path: sentences are said to the demo home; the time runs from the request until Kippu publishes
the command, and until a subscriber of its own has it, which is the broker's time; of sentences that the
templates take, others are told of. Once more in a home of two hundred things. Model path: the same
sentences are put to the on-device model alone, with the few tools that could be meant. The peer in the
same run is the same model in llama.cpp's own server with every tool in its prompt, asked for a tool call
as JSON; its prompt is cached after the first sentence, as that server does. The data folder holds text
files, a sentence a line.
"""

import argparse
import asyncio
import json
import shutil
import tempfile
import time
from collections.abc import AsyncIterator, Iterator, Sequence
from contextlib import aclosing, asynccontextmanager, contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

import aiomqtt
import httpx
import xllamacpp
from rich.console import Console
from rich.table import Table

from action_home import two_hundred
from kippu.cores import Cores
from kippu.settings import Settings
from kippu.start import Kippu, running
from kippu.turn import Answer
from kippu.understand import Guess, Understanding, language_of
from kippu.understand.text import sentence

_MODEL = Path(__file__).parent.parent / ".kippu" / "models" / "SmolLM2-135M-Instruct.Q4_1.gguf"

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


async def to_broker(kippu: Kippu, address: str, sentences: Sequence[str]) -> tuple[list[float], list[float]]:
    """Milliseconds from each request until Kippu publishes its command, and until a subscriber has it."""
    parts = httpx.URL(address.replace("mqtt://", "http://"))
    published, arrived = [], []
    with noting(kippu) as sent:
        async with aiomqtt.Client(parts.host, parts.port or 1883) as client:
            await client.subscribe("#")
            commands = _commands(kippu)
            messages = aiter(client.messages)
            for text in sentences:
                turn = kippu.assistant.turn(text)
                sent.clear()
                start = time.perf_counter()
                answering = asyncio.create_task(_answered(kippu, turn, text))
                try:
                    async with asyncio.timeout(5):
                        while str((await anext(messages)).topic) not in commands:
                            pass
                    ended = time.perf_counter()
                except TimeoutError:
                    print(f"no command was sent for {text!r}")
                    ended = 0.0
                if await answering and ended:
                    arrived.append(1000 * (ended - start))
                    published.append(1000 * (sent[0] - start))
    return published, arrived


async def to_publish(kippu: Kippu, sentences: Sequence[str]) -> list[float]:
    """Milliseconds from each request until Kippu publishes its command."""
    published = []
    with noting(kippu) as sent:
        for text in sentences:
            turn = kippu.assistant.turn(text)
            sent.clear()
            start = time.perf_counter()
            if await _answered(kippu, turn, text) and sent:
                published.append(1000 * (sent[0] - start))
    return published


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


def _commands(kippu: Kippu) -> set[str]:
    """Every topic that a thing of the home takes commands on."""
    return {
        value
        for entity in kippu.home.things()
        for key, value in entity.config.items()
        if key.endswith("command_topic") and isinstance(value, str)
    }


async def _answered(kippu: Kippu, turn: Any, text: str) -> bool:
    """Once it is answered, whether a template took it."""
    by = ""
    async with aclosing(kippu.assistant.answer(turn)) as pieces:
        async for piece in pieces:
            by = piece.meaning.by if isinstance(piece, Answer) else by
    if by != "template":
        print(f"not taken by a template: {text!r}")
    return by == "template"


async def to_choice(kippu: Kippu, sentences: Sequence[str]) -> list[float]:
    """Milliseconds until the on-device model has chosen among the few tools that could be meant."""
    guess = Guess(kippu.loader.use, lambda: kippu.settings.model, kippu.skills)
    understanding = Understanding()
    names = kippu.home.names()
    took = []
    for number, text in enumerate((sentences[0], *sentences)):
        turn = replace(kippu.assistant.turn(text), language=language_of(text))
        said = sentence(text, turn.language)
        apart = understanding.readers(turn.language).apart(said, names)
        start = time.perf_counter()
        await guess.read(turn, *apart)
        if number:  # the first loads the model
            took.append(1000 * (time.perf_counter() - start))
    return took


def peer(kippu: Kippu, model: Path, sentences: Sequence[str]) -> tuple[list[float], float]:
    """The same model in llama.cpp's own server, every tool in its prompt: ms each, and of the first."""
    tools = [tool for skill in kippu.skills for tool in skill.tools]
    listed = "\n".join(
        f"{tool.name}({', '.join(tool.schema['properties'])}): {tool.description}" for tool in tools
    )
    schema = {
        "type": "object",
        "properties": {"tool": {"enum": [tool.name for tool in tools]}, "name": {"type": "string"}},
        "required": ["tool", "name"],
    }
    params = xllamacpp.CommonParams()
    params.model.path = str(model)
    params.n_ctx = 8192
    params.cpuparams.n_threads = params.cpuparams_batch.n_threads = Cores().free()
    params.verbosity = -1
    server = xllamacpp.Server(params)
    took = []
    for text in (sentences[0], *sentences):
        request = {
            "messages": [
                {"role": "system", "content": f"Choose the tool that the person wants.\n{listed}"},
                {"role": "user", "content": text},
            ],
            "response_format": {"type": "json_schema", "json_schema": {"name": "call", "schema": schema}},
            "max_tokens": 60,
            "temperature": 0,
            "cache_prompt": True,
        }
        start = time.perf_counter()
        server.handle_chat_completions(request)
        took.append(1000 * (time.perf_counter() - start))
    return took[1:], took[0]


async def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--data", type=Path, default=Path(__file__).parent / "action")
    parser.add_argument("--limit", type=int, help="sentences of each file")
    parser.add_argument("--model", type=Path, default=_MODEL)
    chosen = parser.parse_args()
    files = sorted(chosen.data.glob("*.txt"))
    sentences = [
        line
        for file in files
        for line in file.read_text(encoding="utf-8").splitlines()[: chosen.limit]
        if line.strip()
    ]
    async with kippu_with(chosen.model) as kippu:
        await to_broker(kippu, kippu.home.address, sentences[:2])  # templates are parsed, the home is there
        template, arrived = await to_broker(kippu, kippu.home.address, sentences)
        asked = sentences[:12]
        model = await to_choice(kippu, asked)
        await kippu.loader.close()
        other, cold = await asyncio.to_thread(peer, kippu, chosen.model, asked)
    async with two_hundred() as address, kippu_with(chosen.model, address) as kippu:
        things = len(kippu.home.things())
        await to_publish(kippu, sentences[:2])
        large = await to_publish(kippu, sentences)
    rows = {
        "template: request to publish": template,
        "template: request to a subscriber's hands": arrived,
        f"template, home of {things} things: request to publish": large,
        "model: the few tools that could be meant": model,
        "llama.cpp's server: every tool in the prompt": other,
    }
    table = Table("way", "sentences", "p50 ms", "p95 ms")
    for name, took in rows.items():
        table.add_row(name, str(len(took)), f"{quantile(took, 0.5):.1f}", f"{quantile(took, 0.95):.1f}")
    Console().print(table)
    print(f"The peer's first sentence, its prompt not yet read: {cold / 1000:.1f} s")
    figures = {
        "template": {
            "p50_ms": round(quantile(template, 0.5), 2),
            "p95_ms": round(quantile(template, 0.95), 2),
        },
        "template_200": {
            "things": things,
            "p50_ms": round(quantile(large, 0.5), 2),
            "p95_ms": round(quantile(large, 0.95), 2),
        },
        "model": {"p50_ms": round(quantile(model, 0.5), 1), "p95_ms": round(quantile(model, 0.95), 1)},
        "peer": {
            "p50_ms": round(quantile(other, 0.5), 1),
            "p95_ms": round(quantile(other, 0.95), 1),
            "first_ms": round(cold, 1),
        },
        "ratio_model_to_peer": round(quantile(model, 0.5) / quantile(other, 0.5), 3),
        "ratio_template_to_peer": round(quantile(template, 0.5) / quantile(other, 0.5), 4),
    }
    print(json.dumps(figures))


if __name__ == "__main__":
    asyncio.run(main())
