"""Round trips: a text is covered, a real model rewrites it, its answer is restored piece by piece as it came.

    python bench/restoring.py [--data FOLDER] [--model FILE] [--limit N] [--minutes M] [--tokens N]
                              [--log FILE] [--failures] [--repaired]

The texts are the sentences of ``presidio_synth_v2.jsonl`` (in ``../shared/data/personal``), put together
until there are two to four personal values that get a surrogate. The model (SmolLM2-135M-Instruct if none is
named) is told in turn to rewrite, summarise, translate, list, answer and shout. What it said goes into
``--log``, a line a trip, and a run with the same log goes on where it ended, with another model if one is
named. All trips of the log are judged with the code as it is now, so a change of restoring is judged on the
very same words; ``bench/restoring_judging.py`` tells when a trip is exact. A trip in which no surrogate came
back at all proves nothing: it is told apart and not counted.
"""

import argparse
import asyncio
import json
import random
import tempfile
import time
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.table import Table

from kippu.engines import Llama
from kippu.guard import Covering, Finder, Vault
from kippu.guard.surrogates import Making
from kippu.record import Database
from kippu.turn import Findings, Placement, Turn
from restoring_judging import Score, judge

_HERE = Path(__file__).parent
_MODEL = _HERE.parent / ".kippu" / "models" / "SmolLM2-135M-Instruct.Q4_1.gguf"
CLOUD = Placement("cloud", "model", "bench", provider="bench")
ORDERS = (
    "Rewrite this politely, with every name and number:",
    "Summarise this in one sentence that keeps the names and numbers:",
    "Translate this into Spanish:",
    "List the names, places and numbers in this, the last one first:",
    "Answer this in two sentences, and repeat the details:",
    "Write this again in CAPITAL LETTERS:",
)
_SLOTS = 2
"""Answers that the model writes at once."""
_LONGEST_TEXT = 200
_FEWEST, _MOST = 2, 4
"""Personal values in a trip."""


def main() -> None:
    """Gather, judge and print."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--data", type=Path, default=_HERE.parent.parent / "shared" / "data" / "personal")
    parser.add_argument("--model", type=Path, default=_MODEL)
    parser.add_argument("--limit", type=int, default=1000)
    parser.add_argument("--minutes", type=float, default=60)
    parser.add_argument("--tokens", type=int, default=64)
    parser.add_argument("--log", type=Path, default=Path(tempfile.gettempdir()) / "kippu_restoring.jsonl")
    parser.add_argument("--failures", action="store_true", help="print what was not exact")
    parser.add_argument("--repaired", action="store_true", help="print what the model wrote wrongly")
    arguments = parser.parse_args()
    rows = read(arguments.log)
    if sum(row["counts"] for row in rows) < arguments.limit:
        asyncio.run(gather(arguments, rows))
    score = Score()
    for row in rows:
        judge(row, score)
    _print(score, arguments)


def _print(score: Score, arguments: argparse.Namespace) -> None:
    table = Table("", "share", "count")
    lines = (
        ("trips restored exactly", score.exact, score.trips),
        ("  and with nothing written wrongly by the model", score.clean, score.trips),
        ("surrogates that came back", score.mentioned, score.surrogates),
        ("words and numbers that came back with a slip", score.misspelt, score.misspelt + score.mentions),
        ("  of these restored all the same", score.repaired, score.misspelt),
    )
    for what, some, of in lines:
        table.add_row(what, f"{some / max(of, 1):.2%}", f"{some} of {of}")
    table.add_row("trips without any surrogate in the answer", "", str(score.empty))
    table.add_row("letters held back, at most", "", str(score.held))
    Console().print(table)
    for failure in score.failed if arguments.failures else ():
        print(failure)
    for slip in score.slips if arguments.repaired else ():
        print(slip)
    figures = {
        "trips": score.trips, "exact": score.exact / max(score.trips, 1), "by_model": score.by_model(),
        "clean": score.clean / max(score.trips, 1), "mentioned": score.mentioned / max(score.surrogates, 1),
        "misspelt": score.misspelt, "repaired": score.repaired, "empty": score.empty, "held_most": score.held,
    }  # fmt: skip
    print(json.dumps(figures))


def read(log: Path) -> list[dict[str, Any]]:
    """The trips of a log, without a last line that was cut off."""
    rows = []
    for line in log.read_text(encoding="utf-8").splitlines() if log.exists() else ():
        try:
            rows.append(json.loads(line))
        except json.JSONDecodeError:
            continue
    return rows


async def gather(arguments: argparse.Namespace, rows: list[dict[str, Any]]) -> None:
    """As many trips as there are texts, time and ``--limit``, into ``rows`` and the log."""
    waiting = _texts(arguments.data)
    begun = max((row["trip"] + 1 for row in rows), default=0)
    llama = await asyncio.to_thread(Llama, arguments.model, slots=_SLOTS, context=1024)
    end = time.monotonic() + arguments.minutes * 60
    numbers = iter(range(begun, 10**9))
    finder = Finder()
    with tempfile.TemporaryDirectory() as folder, closing(Database(Path(folder) / "kippu.db")) as database:
        vault = Vault(database, lambda: b"k" * 32)

        async def work() -> None:
            while sum(row["counts"] for row in rows) < arguments.limit and time.monotonic() < end:
                number = next(numbers)
                chance = random.Random(number)
                covering = Covering(finder, vault, lambda _: 4096, Making(chance))
                covered = _covered(covering, vault, waiting, number, chance)
                pieces = [piece async for piece in _answer(llama, covered["messages"], arguments.tokens)]
                row = {**covered, "trip": number, "model": arguments.model.stem, "pieces": pieces}
                row["counts"] = judge(row, Score())
                rows.append(row)
                with arguments.log.open("a", encoding="utf-8") as log:
                    log.write(json.dumps(row, ensure_ascii=False) + "\n")

        await asyncio.gather(*(work() for _ in range(_SLOTS)))
    await llama.close()


def _covered(
    covering: Covering, vault: Vault, texts: list[str], number: int, chance: random.Random
) -> dict[str, Any]:
    """Sentences with two to four values that get a surrogate: what leaves, and the pairs."""
    order = ORDERS[number % len(ORDERS)]
    for attempt in range(1000):
        conversation = f"c{number}.{attempt}"
        sentences: list[str] = []
        while True:
            sentences.append(chance.choice(texts))
            text = " ".join(sentences)
            turn = Turn(f"{order} {text}", "en", datetime.now(UTC), conversation, conversation)
            egress = covering.cover(turn, CLOUD, Findings())
            pairs = vault.book(conversation).new
            if len(pairs) >= _FEWEST or len(text) > _LONGEST_TEXT:
                break
        if _FEWEST <= len(pairs) <= _MOST and len(text) <= _LONGEST_TEXT:
            return {
                "messages": [{"role": message.role, "content": message.text} for message in egress.messages],
                "pairs": [[pair.kind, pair.parts] for pair in pairs],
            }
    raise SystemExit("There are no texts with two to four personal values in the data.")


async def _answer(llama: Llama, messages: list[dict[str, str]], tokens: int) -> Any:
    request = {"messages": messages, "max_tokens": tokens, "temperature": 0.3, "repeat_penalty": 1.05}
    async for chunk in llama.chat(request):
        for choice in chunk.get("choices", ()):
            if piece := choice.get("delta", {}).get("content"):
                yield piece


def _texts(folder: Path) -> list[str]:
    lines = (folder / "presidio_synth_v2.jsonl").read_text(encoding="utf-8").splitlines()
    rows = [json.loads(line) for line in lines]
    return [row["full_text"] for row in rows if row["spans"] and len(row["full_text"]) < _LONGEST_TEXT]


if __name__ == "__main__":
    main()
