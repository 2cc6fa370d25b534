"""Trains the reader of sequels: what a sentence means behind what was just done or told.

    PYTHONPATH=src python scripts/sequels/train.py [--language en|ja] [--write]

Rows are in ``data/<language>-<writer>.tsv``: what the turn before was about, what is meant, the sentence.
First each writer's rows are read by a network that learned from the others alone: their figures say what
it makes of people whom it never heard, and set the temperature by which its scores are divided (Guo et al.,
2017; arXiv:1706.04599). With ``--write`` one that learned from all is written into the shipped layer. Needs
torch; two minutes on two cores. Seed 0.
"""

import argparse
import json
import time
from pathlib import Path

import numpy as np
import torch
from torch import nn

from kippu.engines.embedding import Embedder
from kippu.engines.encoder import Encoder
from kippu.turn import Turn
from kippu.understand.free.opinion import said
from kippu.understand.sequels.head import CONTEXT_WEIGHT, features

_DATA = Path(__file__).parent / "data"
_SHIPPED = Path("src/kippu/layers/shipped/phone-and-home/encoder")
_HIDDEN, _EPOCHS, _BATCH = 256, 60, 64
_THRESHOLDS = (0.5, 0.6, 0.7, 0.8, 0.9)


def main() -> None:
    """Score by writers, and train on all."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--language", choices=("en", "ja"), default="en")
    parser.add_argument("--write", action="store_true")
    asked = parser.parse_args()
    rows = Rows(asked.language)
    scores = np.zeros((len(rows.right), len(rows.ops)), np.float32)
    for writer in sorted(set(rows.writers)):
        others = np.array([one != writer for one in rows.writers])
        scores[~others] = _scored(_trained(rows, others), rows.seen[~others])
        found = scores[~others].argmax(1) == rows.right[~others]
        print(f"{writer:12} {(~others).sum():5} rows, {found.mean():.1%} right", flush=True)
    temperature = _temperature(scores, rows.right)
    figures = _told(scores / temperature, rows)
    if asked.write:
        _write(_trained(rows, np.ones(len(rows.right), bool)), rows, temperature, asked.language)
    print(json.dumps({"language": asked.language, "temperature": round(temperature, 3), **figures}))


class Rows:
    """All rows of a language, as numbers: ``seen`` (rows, features + contexts), ``right`` (rows,)."""

    def __init__(self, language: str) -> None:
        lines, self.writers = [], []
        seen: set[tuple[str, str]] = set()
        for path in sorted(_DATA.glob(f"{language}-*.tsv")):
            for line in path.read_text(encoding="utf-8").splitlines():
                context, op, text = line.split("\t")
                if (context, text) not in seen:
                    seen.add((context, text))
                    lines.append((context, op, text))
                    self.writers.append(path.stem.partition("-")[2])
        self.ops = sorted({op for _, op, _ in lines})
        self.contexts = sorted({context for context, _, _ in lines})
        self.right = np.array([self.ops.index(op) for _, op, _ in lines])
        plain = np.array(_features(language, [text for *_, text in lines]))
        self.middle, self.spread = plain.mean(0), plain.std(0) + 1e-6
        marks = np.zeros((len(lines), len(self.contexts)), np.float32)
        for place, (context, *_) in enumerate(lines):
            marks[place, self.contexts.index(context)] = CONTEXT_WEIGHT
        self.seen = np.concatenate([(plain - self.middle) / self.spread, marks], 1).astype(np.float32)


def _features(language: str, texts: list[str]) -> list[np.ndarray]:
    encoder = Encoder(_SHIPPED if language == "en" else _SHIPPED / "ja")
    embedder = Embedder(_SHIPPED)
    found, began = [], time.monotonic()
    for text in texts:
        turn = Turn(text, language, None, "", "")  # type: ignore[arg-type]  # when it is said plays no part
        general = embedder.embed(text, 48) if language == "en" else None
        found.append(features(encoder.hear(said(turn)), general))
    print(f"{len(texts)} sentences encoded in {time.monotonic() - began:.0f} s", flush=True)
    return found


def _trained(rows: Rows, taken: np.ndarray) -> nn.Sequential:
    torch.manual_seed(0)
    width = rows.seen.shape[1]
    network = nn.Sequential(
        nn.Dropout(0.3), nn.Linear(width, _HIDDEN), nn.GELU(approximate="tanh"), nn.Dropout(0.3),
        nn.Linear(_HIDDEN, len(rows.ops)),
    )  # fmt: skip
    optimizer = torch.optim.AdamW(network.parameters(), 1e-3, weight_decay=0.05)
    seen, right = torch.tensor(rows.seen[taken]), torch.tensor(rows.right[taken])
    for _ in range(_EPOCHS):
        for places in torch.randperm(len(right)).split(_BATCH):
            loss = nn.functional.cross_entropy(network(seen[places]), right[places], label_smoothing=0.05)
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
    return network.eval()


def _scored(network: nn.Sequential, seen: np.ndarray) -> np.ndarray:
    with torch.no_grad():
        return network(torch.tensor(seen)).numpy()


def _temperature(scores: np.ndarray, right: np.ndarray) -> float:
    told, wanted = torch.tensor(scores), torch.tensor(right)
    losses = {one: float(nn.functional.cross_entropy(told / one, wanted)) for one in np.linspace(0.3, 3, 109)}
    return float(min(losses, key=losses.__getitem__))


def _told(scores: np.ndarray, rows: Rows) -> dict[str, float]:
    chances = np.exp(scores - scores.max(1, keepdims=True))
    chances /= chances.sum(1, keepdims=True)
    sure, found = chances.max(1), chances.argmax(1) == rows.right
    for one in _THRESHOLDS:
        taken = sure >= one
        print(f"from {one}: {taken.mean():.1%} of the rows, {found[taken].mean():.1%} of them right")
    for place, op in enumerate(rows.ops):
        mine, others = rows.right == place, scores.argmax(1) == place
        print(f"{op:12} {found[mine].mean():.0%} found, {found[others].mean():.0%} of those so taken right")
    bins = [(sure >= low) & (sure < low + 0.1) for low in np.arange(0, 1, 0.1)]
    error = sum(abs(sure[one].mean() - found[one].mean()) * one.mean() for one in bins if one.any())
    return {"rows": len(found), "right": round(float(found.mean()), 4), "ece": round(float(error), 4)}


def _write(network: nn.Sequential, rows: Rows, temperature: float, language: str) -> None:
    first, second = network[1], network[4]
    folder = _SHIPPED if language == "en" else _SHIPPED / "ja"
    np.savez_compressed(
        folder / "sequels.npz", ops=np.array(rows.ops), contexts=np.array(rows.contexts),
        middle=rows.middle.astype(np.float32), spread=rows.spread.astype(np.float32),
        first=first.weight.detach().numpy().T.astype(np.float16), first_bias=first.bias.detach().numpy(),
        second=second.weight.detach().numpy().T.astype(np.float16), second_bias=second.bias.detach().numpy(),
        temperature=np.float32(temperature),
    )  # fmt: skip


if __name__ == "__main__":
    main()
