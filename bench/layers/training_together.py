"""Whether several processes train the adapter that one trains alone, and how fast.

    python bench/layers/training_together.py --model FILE.gguf [--processes 2] [--limit 100] [--passes 2]

Needs the extra ``train``. The same passes over examples of docs/layers/expense-lines.csv are done by one
process, then by several that torchrun starts on this machine; then the loss curves, the adapters' values and
what both predict for the examples kept aside are laid side by side. Each process computes with its share of
the cores, so on one machine this tells what being several costs, not what more machines bring.
"""

import argparse
import asyncio
import json
import os
import subprocess
import sys
import tempfile
from contextlib import nullcontext
from pathlib import Path
from typing import Any

import torch
from rich.console import Console
from rich.table import Table

from kippu.cores import shared
from kippu.layers.training import Place, Recipe, Sample, read_examples, read_place, split
from kippu.layers.training.course import Course
from kippu.layers.training.folder import About
from kippu.layers.training.network import Network
from kippu.layers.training.team import joined
from kippu.start.training import read

EXAMPLES = Path(__file__).parents[2] / "docs" / "layers" / "expense-lines.csv"
PROMPT = "Write the expense as one line: kind | amount currency | how it was paid."


def lesson(model: Path, limit: int) -> tuple[tuple[int, ...], tuple[Sample, ...], tuple[Sample, ...]]:
    """The examples in tokens: their beginning, those to train on, those kept aside."""
    about = About("bench", "Bench", "scenario", ("en",), "none", "none", PROMPT)
    parts = split(read_examples(EXAMPLES)[:limit], Recipe().seed)
    return asyncio.run(read(model, about, parts, lambda done, of: None))


def train(given: argparse.Namespace) -> None:
    """Train as one of the processes, or alone; the one that leads keeps values and curve in ``--out``."""
    recipe = Recipe(epochs=given.passes)
    place = read_place(os.environ, [], recipe.batch) if "RANK" in os.environ else Place()
    torch.set_num_threads(shared(place.here))
    prefix, samples, aside = lesson(given.model, given.limit)
    with joined(place, lambda stage: nullcontext(lambda done, of: None)) as team:
        network = Network(given.model, prefix, recipe)
        kept = given.out.with_suffix(".kept")
        course = Course(network, len(prefix), recipe, kept, "bench", lambda done, of: None, team)
        curve = course.run(samples, aside, 3600)
    if place.leads:
        steps = [(one.loss, one.aside, one.tokens_a_second) for one in curve]
        torch.save({"values": network.weights(), "curve": steps}, given.out)


def trained(given: argparse.Namespace, processes: int, folder: Path) -> dict[str, Any]:
    """What so many processes make of it."""
    out = folder / f"{processes}.pt"
    launcher = ["-m", "torch.distributed.run", "--standalone", "--nproc-per-node", str(processes)]
    words = [__file__, "--model", given.model, "--limit", given.limit, "--passes", given.passes, "--out", out]
    line = [sys.executable, *(launcher if processes > 1 else []), *map(str, words)]
    subprocess.run(line, check=True)
    made: dict[str, Any] = torch.load(out, weights_only=True)
    return made


def compare(given: argparse.Namespace) -> None:
    """Train both ways and show what came of it."""
    with tempfile.TemporaryDirectory() as place:
        one, many = (trained(given, count, Path(place)) for count in (1, given.processes))
    table = Table("pass", "processes", "loss", "aside", "tokens/s")
    for at, both in enumerate(zip(one["curve"], many["curve"], strict=True), 1):
        for count, (loss, aside, speed) in zip((1, given.processes), both, strict=True):
            table.add_row(str(at), str(count), f"{loss:.5f}", f"{aside:.5f}", f"{speed:.0f}")
    Console().print(table)
    prefix, _, aside = lesson(given.model, given.limit)
    network = Network(given.model, prefix, Recipe())
    best = []
    with torch.no_grad():
        for made in (one, many):
            network.take(made["values"])
            best.append(network.scores(aside, network.lower(aside)).argmax(-1))
    a, b = (torch.cat([value.flatten() for value in made["values"].values()]) for made in (one, many))
    print(f"answer tokens kept aside that both predict alike: {(best[0] == best[1]).sum()} of {len(best[0])}")
    print(
        json.dumps(
            {
                "values_apart": float((a - b).norm() / a.norm()),
                "aside_apart": max(
                    abs(x[1] - y[1]) for x, y in zip(one["curve"], many["curve"], strict=True)
                ),
            }
        )
    )


def main() -> None:
    """Read the command line."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--model", type=Path, required=True)
    parser.add_argument("--processes", type=int, default=2)
    parser.add_argument("--limit", type=int, default=100, help="examples")
    parser.add_argument("--passes", type=int, default=2)
    parser.add_argument("--out", type=Path, help="for the processes that it starts")
    given = parser.parse_args()
    if given.out:
        train(given)
    else:
        compare(given)


if __name__ == "__main__":
    main()
