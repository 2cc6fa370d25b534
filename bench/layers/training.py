"""Whether llama.cpp answers with a trained adapter as torch does, and how many answers are right.

    python bench/layers/training.py --model FILE.gguf --layer expense-lines/

Needs the extra ``train``. llama.cpp answers 200 notes of the grammar of docs/layers/expense-lines.csv, and
30 that the grammar's author wrote by hand before seeing any answer. Then it sees whether each token of the
answer is the one that torch, given those before, finds the likeliest: if all are, torch's greedy answer is
the same.
"""

import argparse
import asyncio
import csv
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import gguf
import torch

from kippu.engines import Llama
from kippu.layers.training import Example, Parts, Recipe, read_examples
from kippu.layers.training.export import _NAMES
from kippu.layers.training.folder import About
from kippu.layers.training.network import Network
from kippu.run.talk import system_text
from kippu.start.training import read

ROOT = Path(__file__).parents[2]

sys.path.insert(0, str(ROOT / "scripts"))
from expense_lines import rows  # noqa: E402  # a script beside, not a package


def agree(model: Path, layer: Path, seed: int) -> None:
    """The share of answers that are the same, and how many are right."""
    known = {one.prompt for one in read_examples(ROOT / "docs" / "layers" / "expense-lines.csv")}
    notes = [(note, line) for note, line in rows(300, seed) if note not in known][:200]
    with (ROOT / "bench" / "layers" / "expense-by-hand.csv").open(encoding="utf-8", newline="") as file:
        by_hand = [(row["prompt"], row["answer"]) for row in csv.DictReader(file)]
    count = len(notes)
    notes += by_hand
    prompt = (layer / "prompt.txt").read_text().strip()
    answers = asyncio.run(_answers(model, layer / "adapter.gguf", prompt, [note for note, _ in notes]))
    stock = asyncio.run(_answers(model, None, prompt, [note for note, _ in by_hand]))
    about = About("bench", "Bench", "scenario", ("en",), "none", "none", prompt)
    examples = tuple(Example(note, answer) for (note, _), answer in zip(notes, answers, strict=True))
    prefix, samples, _ = asyncio.run(read(model, about, Parts(examples, (), ()), _quiet))
    tensors = {one.name: one for one in gguf.GGUFReader(layer / "adapter.gguf").tensors}
    layers = {int(name.split(".")[1]) for name in tensors}
    network = Network(model, prefix, Recipe(upper=len(layers) / 30))
    network.take({name: _back(name, tensors) for name, _ in network.trained()})
    same = []
    with torch.no_grad():
        for at in range(0, len(samples), 10):
            part = samples[at : at + 10]
            best = network.scores(part, network.lower(part)).argmax(-1)
            ends = torch.split(best, [len(one.answer) for one in part])
            same += [tuple(found.tolist()) == one.answer for found, one in zip(ends, part, strict=True)]
    right = [answer.strip() == line for answer, (_, line) in zip(answers, notes, strict=True)]
    for name, part in (("notes of the grammar", slice(count)), ("notes by hand", slice(count, None))):
        print(f"{name}: the same answer in llama.cpp and torch: {sum(same[part])} of {len(same[part])}")
        print(f"{name}: right in llama.cpp: {sum(right[part])} of {len(right[part])}")
    plain = sum(line in answer for answer, (_, line) in zip(stock, by_hand, strict=True))
    print(f"notes by hand: right in llama.cpp without the adapter: {plain} of {len(by_hand)}")
    for (note, line), answer, equal in zip(notes, answers, same, strict=True):
        if answer.strip() != line or not equal:
            print(f"  {'' if equal else 'differs '}{note!r}: {answer!r}, wanted {line!r}")


def _quiet(done: int, total: int) -> None:
    """Show nothing."""


async def _answers(model: Path, adapter: Path | None, prompt: str, notes: Sequence[str]) -> list[str]:
    llama = Llama(model, slots=1, adapters={"layer": adapter} if adapter else {})
    try:
        return [await _answer(llama, prompt, note) for note in notes]
    finally:
        await llama.close()


async def _answer(llama: Llama, prompt: str, note: str) -> str:
    messages = [{"role": "system", "content": system_text("en", prompt)}, {"role": "user", "content": note}]
    request = {
        "messages": messages,
        "adapters": list(llama.adapters),
        "temperature": 0.0,
        "max_tokens": 60,
    }
    said = [
        choice["delta"].get("content") or ""
        async for chunk in llama.chat(request)
        for choice in chunk.get("choices", ())
    ]
    return "".join(said)


def _back(name: str, tensors: dict[str, Any]) -> Any:
    """One tensor of the file in transformers' order."""
    parts = name.split(".")
    at = parts.index("layers")
    ours = f"blk.{parts[at + 1]}.{_NAMES['.'.join(parts[at + 2 : at + 4])]}.weight"
    half = "lora_a" if "lora_A" in parts else "lora_b"
    value = torch.tensor(tensors[f"{ours}.{half}"].data.astype("float32"))
    heads = {"q_proj": 9, "k_proj": 3}.get(parts[at + 3])
    if half == "lora_b" and heads:
        value = value.reshape(heads, value.shape[0] // heads // 2, 2, -1).transpose(1, 2).reshape(value.shape)
    return value


def main() -> None:
    """Read the command line."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--model", type=Path, required=True)
    parser.add_argument("--layer", type=Path, required=True)
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--threads", type=int, default=2)
    given = parser.parse_args()
    torch.set_num_threads(given.threads)
    agree(given.model, given.layer, given.seed)


if __name__ == "__main__":
    main()
