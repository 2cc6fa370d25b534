"""What inspect, place, cover and record cost a request, beside the model's time.

Says sentences of several kinds in growing conversations to a Kippu that may ask a cloud when it helps, and
times the steps before a model is asked, and the record's writes. No model runs and nothing is sent.
The peer is the same Kippu under ``device only``, which covers nothing.

    python bench/steps.py --limit 300
"""

import argparse
import asyncio
import json
import statistics
import tempfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from time import perf_counter

from kippu.settings import Policy, Provider, load
from kippu.start import Kippu, running
from kippu.turn import Answer, Meaning, Message, Turn

SENTENCES = (
    "turn on the kitchen light",
    "What is the capital of Australia?",
    "Write a letter to my landlord, Martin Oakley, 14 Rose Lane, Bristol, about the broken heating.",
    "Please call me back on +44 20 7946 0123 or write to ayumi.sanderson@example.org before Friday.",
    "Write a Python function that reads a CSV file of bank statements and explain how fast it is.",
    "キッチンの電気を消して",
    "山田太郎さんに、来週の会議の案内メールを書いてください。電話は090-1234-5678です。",
    "フーリエ変換をわかりやすく説明してください。",
)
ANSWER = "Here is what I would write. The heating has been broken since Monday, and the flat is cold. " * 3


def turns(kippu: Kippu, limit: int) -> Iterator[Turn]:
    """Turns of conversations that grow to ten lines each."""
    history: tuple[Message, ...] = ()
    for number in range(limit):
        if number % 5 == 0:
            history = ()
        said = SENTENCES[number % len(SENTENCES)] + (f" ({number})" if number % 3 else "")
        made = kippu.assistant.turn(said, f"c{number // 5}")
        yield replace(made, history=history)
        history = (*history, Message("user", said), Message("assistant", ANSWER))


async def measure(policy: Policy, limit: int) -> list[float]:
    """Milliseconds of each request."""
    with tempfile.TemporaryDirectory() as folder:
        async with running(load(data=Path(folder), home="mqtt://127.0.0.1:1")) as kippu:
            kippu.settings.policy = policy
            kippu.settings.providers = (
                Provider(name="Near", url="http://127.0.0.1:9/v1", model="m", context=32_000),
            )
            return [one(kippu, turn) for turn in turns(kippu, limit + 5)][5:]


def one(kippu: Kippu, turn: Turn) -> float:
    """The four steps of one turn, as assistant.py takes them."""
    line, meaning = kippu.assistant, Meaning("talk", 0.7)
    start = perf_counter()
    findings = line._inspecting.inspect(turn)
    placement = line._placing.place(turn, meaning, findings)
    egress = line._covering.cover(turn, placement, findings)
    kippu.history.begin(turn)
    kippu.ledger.add("placement", placement.reason, turn=turn.id)
    kippu.history.finish(
        Answer(
            turn.id,
            turn.conversation,
            ANSWER,
            turn.language,
            meaning,
            placement,
            replace(egress, messages=()),
        )
    )
    return 1000 * (perf_counter() - start)


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--limit", type=int, default=300)
    limit = parser.parse_args().limit
    told = {}
    print(f"{'policy':<16}{'p50 ms':>10}{'p99 ms':>10}")
    for policy in ("when it helps", "device only"):
        took = sorted(asyncio.run(measure(policy, limit)))
        p50, p99 = statistics.median(took), took[int(0.99 * (len(took) - 1))]
        print(f"{policy:<16}{p50:>10.2f}{p99:>10.2f}")
        told[policy.replace(" ", "_")] = {"p50_ms": round(p50, 3), "p99_ms": round(p99, 3)}
    told["ratio"] = {"p50": round(told["when_it_helps"]["p50_ms"] / told["device_only"]["p50_ms"], 3)}
    print(json.dumps(told))


if __name__ == "__main__":
    main()
