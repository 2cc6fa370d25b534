"""What each way to save work brings a training, in tokens a second, beside peft as its documentation has it.

    python bench/layers/training_speed.py --model FILE.gguf [--data FOLDER] [--limit STEPS]

Needs the extra ``train``. The same steps (8 examples of docs/layers/expense-lines.csv, or of another such
file in FOLDER; forwards, backwards, AdamW) are done in five ways, each with one thing more. A token is one
of an example with its system prompt, as it would be read one by one; the first step warms up.
"""

import argparse
import asyncio
import json
import statistics
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import torch
from rich.console import Console
from rich.table import Table
from torch import Tensor
from torch.nn.functional import cross_entropy

from kippu.layers.training import Parts, Recipe, read_examples
from kippu.layers.training.folder import About
from kippu.layers.training.network import Network
from kippu.layers.training.recipe import Sample
from kippu.start.training import read

DOCS = Path(__file__).parents[2] / "docs" / "layers"
PROMPT = "Write the expense as one line: kind | amount currency | how it was paid."

Loss = Callable[[Sequence[Sample]], Tensor]
"""The mean loss of a batch, with its graph."""


def padded(prefix: Sequence[int], batch: Sequence[Sample]) -> tuple[Tensor, Tensor, Tensor]:
    """Tokens, which of them are any, and the answers' (-100 elsewhere): each samples by the longest."""
    whole = [(*prefix, *one.prompt, *one.answer) for one in batch]
    ids = torch.zeros(len(batch), max(map(len, whole)), dtype=torch.long)
    there, wanted = torch.zeros_like(ids), torch.full_like(ids, -100)
    for row, (tokens, one) in enumerate(zip(whole, batch, strict=True)):
        ids[row, : len(tokens)] = torch.tensor(tokens)
        there[row, : len(tokens)] = 1
        wanted[row, len(tokens) - len(one.answer) : len(tokens)] = torch.tensor(one.answer)
    return ids, there, wanted


def usual(network: Network, prefix: Sequence[int]) -> Loss:
    """One example a row, filled up to the longest; everything is predicted, the answer counts."""

    def loss(batch: Sequence[Sample]) -> Tensor:
        ids, there, wanted = padded(prefix, batch)
        return network.model(input_ids=ids, attention_mask=there, labels=wanted).loss

    return loss


def answers_alone(network: Network, prefix: Sequence[int]) -> Loss:
    """The same, but only the answers' tokens are predicted."""
    whole = network.model.base_model.model

    def loss(batch: Sequence[Sample]) -> Tensor:
        ids, there, wanted = padded(prefix, batch)
        hidden = whole.model(input_ids=ids, attention_mask=there).last_hidden_state[:, :-1]
        asked = wanted[:, 1:]
        return cross_entropy(whole.lm_head(hidden[asked >= 0]), asked[asked >= 0])

    return loss


def one_row(network: Network) -> Loss:
    """Our row behind one beginning; what the layers without an adapter make of it, if any, is made anew."""

    def loss(batch: Sequence[Sample]) -> Tensor:
        total, count = network.loss(batch, network.lower(batch))
        return total / count

    return loss


def lower_once(network: Network, samples: Sequence[Sample]) -> Loss:
    """What the layers without an adapter make of the samples is made before the clock starts."""
    lower = dict(zip(map(id, samples), network.lower(samples), strict=True))

    def loss(batch: Sequence[Sample]) -> Tensor:
        total, count = network.loss(batch, [lower[id(one)] for one in batch])
        return total / count

    return loss


def ways(
    model: Path, prefix: Sequence[int], samples: Sequence[Sample]
) -> Iterator[tuple[str, Network, Loss]]:
    """Each way with its network, fresh."""
    whole = Network(model, prefix, Recipe(upper=1.0))
    yield "peft as usual: all layers, all predicted, filled up", whole, usual(whole, prefix)
    yield "+ only answers are predicted", whole, answers_alone(whole, prefix)
    yield "+ one row behind one beginning", whole, one_row(whole)
    half = Network(model, prefix, Recipe())
    yield "+ adapters in the upper half alone", half, one_row(half)
    yield "+ the lower half computed once (as shipped)", half, lower_once(half, samples)


def timed(network: Network, loss: Loss, prefix: int, samples: Sequence[Sample], steps: int) -> float:
    """Tokens a second: the median over the steps but the first."""
    optimiser = torch.optim.AdamW([value for _, value in network.trained()], lr=1e-4)
    size, speeds = Recipe().batch, []
    for step in range(steps + 1):
        batch = samples[step * size : (step + 1) * size]
        began = time.perf_counter()
        optimiser.zero_grad()
        loss(batch).backward()
        optimiser.step()
        speeds.append(sum(prefix + len(one) for one in batch) / (time.perf_counter() - began))
    return statistics.median(speeds[1:])


def main() -> None:
    """Read the command line, time each way, show it."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--model", type=Path, required=True)
    parser.add_argument("--data", type=Path, default=DOCS, help="folder with one .csv file of examples")
    parser.add_argument("--limit", type=int, default=8, help="steps of each way")
    parser.add_argument("--threads", type=int, default=2)
    given = parser.parse_args()
    torch.set_num_threads(given.threads)
    file = next(iter(sorted(given.data.glob("*.csv"))))
    about = About("bench", "Bench", "scenario", ("en",), "none", "none", PROMPT)
    examples = read_examples(file)[: (given.limit + 1) * Recipe().batch]
    prefix, samples, _ = asyncio.run(read(given.model, about, Parts(examples, (), ()), lambda done, of: None))
    found = {}
    for name, network, loss in ways(given.model, prefix, samples):
        found[name] = timed(network, loss, len(prefix), samples, given.limit)
        print(f"{name}: {found[name]:.0f} tokens/s", flush=True)
    base = next(iter(found.values()))
    table = Table("way", "tokens/s", "times the usual")
    for name, speed in found.items():
        table.add_row(name, f"{speed:.0f}", f"{speed / base:.2f}")
    Console().print(table)
    print(json.dumps({"tokens_s": [round(speed, 1) for speed in found.values()],
                      "ratio": round(list(found.values())[-1] / base, 2)}))  # fmt: skip


if __name__ == "__main__":
    main()
