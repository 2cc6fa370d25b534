"""From a sentence to the home: milliseconds until its command is on the broker.

    python bench/action.py [--data FOLDER] [--limit N] [--model FILE]

Template path: sentences are said to the demo home; the time runs from the request until Kippu publishes
the command, and until a subscriber of its own has it, which is the broker's time; of sentences that the
templates take, others are told of. Once more in a home of two hundred things.

Model path: sentences that no template and no other reader takes are said to the whole assistant in the demo
home (``action_model.py``). The model has a guess, Kippu asks whether that is meant, the yes is said, and
Kippu publishes: the time is that of both turns. Which step took a sentence is counted; the model's times are
of those that came as far as the model. The peer in the same run is the same model in llama.cpp's own server
with every tool in its prompt (``action_peer.py``), which does what it chose without a question; its prompt is
cached after the first sentence. Where what it chose publishes nothing, its time is that of its choice, which
flatters it. Right is the home afterwards, of both.

The data folder holds text files, a sentence a line, and in ``free`` those for the model, with what they wish.
"""

import argparse
import asyncio
import json
import time
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import aiomqtt
import httpx
from rich.console import Console
from rich.table import Table

from action_home import two_hundred
from action_model import Done, Wish, done_by_model, stage, wishes
from action_peer import done_by_peer
from action_saying import answered, kippu_with, noting, quantile
from kippu.start import Kippu
from kippu.turn import Turn

_MODEL = Path(__file__).parent.parent / ".kippu" / "models" / "SmolLM2-135M-Instruct.Q4_1.gguf"


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
                answering = asyncio.create_task(_by_template(kippu, turn))
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
            if await _by_template(kippu, turn) and sent:
                published.append(1000 * (sent[0] - start))
    return published


def _commands(kippu: Kippu) -> set[str]:
    """Every topic that a thing of the home takes commands on."""
    return {
        value
        for entity in kippu.home.things()
        for key, value in entity.config.items()
        if key.endswith("command_topic") and isinstance(value, str)
    }


async def _by_template(kippu: Kippu, turn: Turn) -> bool:
    """Once it is answered, whether a template took it."""
    by = (await answered(kippu, turn)).meaning.by
    if by != "template":
        print(f"not taken by a template: {turn.text!r}")
    return by == "template"


def times(took: Sequence[float], name: str = "") -> dict[str, float | None]:
    """p50 and p95, as figures of a row; none of an empty one."""
    return {
        f"{name}{key}_ms": round(quantile(took, share), 2) if took else None
        for key, share in (("p50", 0.5), ("p95", 0.95))
    }


def ratio(ours: float | None, peer: float | None) -> float | None:
    return round(ours / peer, 4) if ours and peer else None


def published(done: Sequence[Done]) -> list[float]:
    return [one.published for one in done if one.published is not None]


def ended(done: Sequence[Done]) -> list[float]:
    """Until it published, or until its choice where that publishes nothing."""
    return [one.published or one.chosen for one in done]


def told(done: Sequence[Done], took: Sequence[float]) -> dict[str, Any]:
    """The times, how many were published, and how often the home is right afterwards."""
    return {
        **times(took),
        "sentences": len(done),
        "published": len(published(done)),
        "right": round(sum(one.right for one in done) / max(len(done), 1), 4),
        "wrong": round(sum(one.wrong for one in done) / max(len(done), 1), 4),
    }


def show_model(console: Console, ours: Sequence[Done], peer: Sequence[Done]) -> None:
    """A row a language: who took the sentences, and what became of them."""
    table = Table("language", "sentences", "reach the model", "it publishes", "right", "wrong",
                  "peer publishes", "right", "wrong")  # fmt: skip
    for language in ("en", "ja"):
        mine = [one for one in ours if one.wish.language == language]
        theirs = [one for one in peer if one.wish.language == language]
        reached = [one for one in mine if one.by == "model"]
        counts = (len(mine), len(reached), *_counts(reached), *_counts(theirs))
        table.add_row(language, *map(str, counts))
    console.print(table)
    for one in ours:
        if one.by != "model":
            print(f"taken before the model, by {one.by}: {one.wish.text!r}")


def _counts(done: Sequence[Done]) -> tuple[int, int, int]:
    return len(published(done)), sum(one.right for one in done), sum(one.wrong for one in done)


def read(data: Path, limit: int | None) -> tuple[list[str], list[Wish]]:
    """Sentences for templates, and wishes for the model."""
    sentences = [
        line
        for file in sorted(data.glob("*.txt"))
        for line in file.read_text(encoding="utf-8").splitlines()[:limit]
        if line.strip()
    ]
    return sentences, [wish for file in sorted(data.glob("free/*.txt")) for wish in wishes(file, limit)]


async def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--data", type=Path, default=Path(__file__).parent / "action")
    parser.add_argument("--limit", type=int, help="sentences of each file")
    parser.add_argument("--model", type=Path, default=_MODEL)
    chosen = parser.parse_args()
    sentences, wished = read(chosen.data, chosen.limit)
    async with kippu_with(chosen.model) as kippu:
        await to_broker(kippu, kippu.home.address, sentences[:2])  # templates are parsed, the home is there
        template, arrived = await to_broker(kippu, kippu.home.address, sentences)
        async with stage(kippu) as scene:
            ours = await done_by_model(kippu, scene, wished)
            await kippu.loader.close()
            peer, first = await done_by_peer(kippu, scene, chosen.model, wished)
    async with two_hundred() as address, kippu_with(chosen.model, address) as kippu:
        things = len(kippu.home.things())
        await to_publish(kippu, sentences[:2])
        large = await to_publish(kippu, sentences)
    reached = [one for one in ours if one.by == "model"]
    rows = {
        "template: request to publish": template,
        "template: request to a subscriber's hands": arrived,
        f"template, home of {things} things: request to publish": large,
        "model: request, question and yes to publish": published(reached),
        "model: request to what it is taken for": [one.chosen for one in reached],
        "llama.cpp's server, every tool in the prompt: to publish, else to its choice": ended(peer),
    }
    table = Table("way", "sentences", "p50 ms", "p95 ms")
    for name, took in rows.items():
        table.add_row(name, str(len(took)), f"{quantile(took, 0.5):.1f}", f"{quantile(took, 0.95):.1f}")
    console = Console(width=110)
    console.print(table)
    show_model(console, ours, peer)
    print(f"The peer's first sentence, its prompt not yet read: {first / 1000:.1f} s")
    model, other = told(reached, published(reached)), told(peer, ended(peer))
    decided = times([one.chosen for one in reached], "decided_")
    figures = {
        "template": times(template),
        "template_200": {"things": things, **times(large)},
        "model": model | decided,
        "steps": dict(Counter(one.by for one in ours)),
        "peer": {**other, "first_ms": round(first, 1)},
        "ratio_model_to_peer": ratio(model["p50_ms"], other["p50_ms"]),
        "ratio_decided_to_peer": ratio(decided["decided_p50_ms"], other["p50_ms"]),
        "ratio_template_to_peer": ratio(times(template)["p50_ms"], other["p50_ms"]),
    }
    print(json.dumps(figures))


if __name__ == "__main__":
    asyncio.run(main())
