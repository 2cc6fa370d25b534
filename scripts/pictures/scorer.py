"""Trains what judges pictures: a small network that tells which caption a picture has, apart from the model.

    PYTHONPATH=src python scripts/pictures/scorer.py --packages FOLDER --work FOLDER --minutes 4

It sees drawings that the model never saw, those of the exam among them, by makers of whom the model saw none:
the npm packages @iconify-json/openmoji (CC BY-SA 4.0), emojione (CC BY 4.0), emojione-v1 (CC BY-SA 4.0) and
fxemoji (Apache-2.0), and scenes made of them. Its weights are not shipped; ``--work`` gets scorer.onnx.
Minutes are of the processor's time.
"""

import argparse
import gzip
import hashlib
import json
import shutil
import time
from pathlib import Path

import numpy as np
import torch
from artwork import captions, drawings
from scenes import FIRSTS, wanted
from torch import Tensor, nn
from torch.nn import functional

from kippu.engines.pictures.artwork import Artwork
from kippu.engines.pictures.colours import NAMED
from kippu.engines.pictures.composer import Composer
from kippu.engines.pictures.svg import Placed, joined, pixels
from kippu.engines.pictures.wanted import RELATIONS, Thing, Wanted
from kippu.engines.pictures.weights import FOLDER

SEED = 20261128
SETS = ("openmoji", "emojione", "emojione-v1", "fxemoji")
SCENES = 700
BATCH, SIDE, WIDE = 64, 40, 128
TOLD = 64 + 64 + len(NAMED) + 1 + len(RELATIONS)


def told(one: Wanted, artwork: Artwork) -> np.ndarray:
    """A caption in 150 numbers: what the two things mean, the first one's colour, how they stand."""
    other = one.others[0] if one.others else None
    colour = np.zeros(len(NAMED) + 1, np.float32)
    colour[["", *NAMED].index(one.first.colour or "")] = 1
    relation = np.zeros(len(RELATIONS), np.float32)
    relation[RELATIONS.index(other[0]) if other else 0] = 1
    parts = (
        artwork.vector(one.first.words),
        artwork.vector(other[1].words if other else ""),
        colour,
        relation,
    )
    return np.concatenate(parts).astype(np.float32)


class Scorer(nn.Module):
    """Two towers into one space (CLIP, Radford et al., arXiv:2103.00020)."""

    def __init__(self) -> None:
        super().__init__()

        def step(before: int, after: int) -> nn.Sequential:
            return nn.Sequential(
                nn.Conv2d(before, after, 3, 2, 1, bias=False), nn.BatchNorm2d(after), nn.ReLU()
            )

        def stay(wide: int) -> nn.Sequential:
            return nn.Sequential(nn.Conv2d(wide, wide, 3, 1, 1, bias=False), nn.BatchNorm2d(wide), nn.ReLU())

        self.seen = nn.Sequential(
            step(3, 32), step(32, 64), stay(64), step(64, 128), stay(128), nn.Flatten(), nn.Dropout(0.2),
            nn.Linear(128 * 25, WIDE),
        )  # fmt: skip
        self.told = nn.Sequential(nn.Linear(TOLD, 256), nn.ReLU(), nn.Linear(256, WIDE))
        self.warm = nn.Parameter(torch.tensor(2.5))

    def picture(self, seen: Tensor) -> Tensor:
        """n x 3 x 40 x 40, 0 to 1, on a ground of grey."""
        return functional.normalize(self.seen(seen * 2 - 1), dim=1)

    def caption(self, told_: Tensor) -> Tensor:
        return functional.normalize(self.told(told_), dim=1)

    def forward(self, seen: Tensor, told_: Tensor) -> tuple[Tensor, Tensor]:
        return self.picture(seen), self.caption(told_)


def changed(pictures: Tensor, chosen: np.random.Generator) -> Tensor:
    """n x 64 x 64 x 4 bytes to n x 3 x 40 x 40: moved, sized, mirrored, colours a little off, on any grey."""
    count = len(pictures)
    seen = pictures.float().permute(0, 3, 1, 2) / 255
    seen = torch.cat([seen[:, :3] * seen[:, 3:], seen[:, 3:]], 1)
    size = torch.from_numpy(chosen.uniform(0.85, 1.25, (count, 2)).astype(np.float32))
    size[torch.from_numpy(chosen.random(count) < 0.5), 0] *= -1
    move = torch.from_numpy(chosen.uniform(-0.12, 0.12, (count, 2)).astype(np.float32))
    theta = torch.zeros(count, 2, 3)
    theta[:, 0, 0], theta[:, 1, 1], theta[:, :, 2] = size[:, 0], size[:, 1], move
    grid = functional.affine_grid(theta, [count, 4, SIDE, SIDE], align_corners=False)
    seen = functional.grid_sample(seen, grid, align_corners=False)
    ground = torch.from_numpy(chosen.uniform(0.7, 1, (count, 1, 1, 1)).astype(np.float32))
    tint = torch.from_numpy(chosen.normal(1, 0.08, (count, 3, 1, 1)).astype(np.float32))
    return (seen[:, :3] * tint + (1 - seen[:, 3:]) * ground).clamp(0, 1)


def collect(packages: Path, work: Path) -> Path:
    """Draws what is learned from, once: scorer.npz in ``work``."""
    kept = work / "scorer.npz"
    if kept.exists():
        return kept
    said = captions(packages)
    names: set[tuple[str, str]] = set()
    for named in packages.glob("iconify-json-*/chars.json"):
        names |= set(json.loads(named.read_text(encoding="utf-8")).items())
    rows = [row for one in SETS for row in drawings(packages, f"iconify-json-{one}-[0-9]*", one, said, names)]
    folder = work / "scorer"
    folder.mkdir(exist_ok=True)
    concepts: dict[str, dict] = {}
    for row in rows:
        concept = concepts.setdefault(row.code, {
            "code": row.code, "label": row.label, "label_ja": row.label_ja, "tags": row.tags,
            "tags_ja": row.tags_ja, "group": row.group, "subgroup": row.subgroup, "drawn": {},
        })  # fmt: skip
        concept["drawn"][row.style] = [row.side, row.body]
    lines = "".join(json.dumps(one) + "\n" for one in concepts.values())
    (folder / "artwork.jsonl.gz").write_bytes(gzip.compress(lines.encode()))
    shutil.copy(FOLDER / "words.npz", folder / "words.npz")
    hashes = {
        one: hashlib.sha256((folder / one).read_bytes()).hexdigest()
        for one in ("artwork.jsonl.gz", "words.npz")
    }
    (folder / "about.json").write_text(json.dumps({"sha256": hashes}), encoding="utf-8")
    artwork = Artwork(folder)
    pictures = [pixels(joined([Placed(row.side, row.body, 0.5, 0.5)]), 64) for row in rows]
    texts = [told(Wanted(Thing(row.label)), artwork) for row in rows]
    owner = [row.code for row in rows]
    print(len(rows), "drawings", {one: sum(row.style == one for row in rows) for one in SETS}, flush=True)
    chosen = np.random.default_rng(SEED)
    composer = Composer(artwork)
    firsts = [one for one in artwork.concepts if one.group in FIRSTS]
    for number in range(SCENES):
        scene = wanted(firsts, chosen)
        for style in chosen.choice(SETS, 2, replace=False):
            parts = composer.parts(scene, str(style), np.random.default_rng(number))
            pictures.append(pixels(joined(parts), 64))
            texts.append(told(scene, artwork))
            owner.append(f"scene {number}")
    np.savez(kept, pictures=np.stack(pictures), texts=np.stack(texts), owner=np.array(owner))
    return kept


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--packages", type=Path, required=True)
    parser.add_argument("--work", type=Path, required=True)
    parser.add_argument("--minutes", type=float, required=True)
    asked = parser.parse_args()
    torch.set_num_threads(1)
    torch.manual_seed(SEED)
    chosen = np.random.default_rng(SEED)
    data = np.load(collect(asked.packages, asked.work))
    pictures, texts = torch.from_numpy(data["pictures"]), torch.from_numpy(data["texts"])
    _, owner = np.unique(data["owner"], return_inverse=True)
    owners = torch.from_numpy(owner)
    network = Scorer()
    learner = torch.optim.AdamW(network.parameters(), 2e-3, weight_decay=0.05)
    step, began = 0, time.process_time()
    seen: list[float] = []
    while (minutes := (time.process_time() - began) / 60) < asked.minutes:
        for group in learner.param_groups:
            group["lr"] = 2e-3 * min(1, (step + 1) / 50) * max(0.01, 1 - minutes / asked.minutes)
        rows = torch.from_numpy(chosen.integers(0, len(pictures), BATCH))
        a, b = network(changed(pictures[rows], chosen), texts[rows])
        scores = a @ b.T * network.warm.exp()
        same = (owners[rows][:, None] == owners[rows][None]).float()
        wanted_ = same / same.sum(1, keepdim=True)
        loss = (functional.cross_entropy(scores, wanted_) + functional.cross_entropy(scores.T, wanted_)) / 2
        learner.zero_grad()
        loss.backward()
        learner.step()
        seen.append(float(loss.detach()))
        step += 1
        if step % 50 == 0:
            print(f"{minutes:.2f} min, step {step}: loss {np.mean(seen[-50:]):.3f}", flush=True)
    network.eval()
    torch.onnx.export(
        network, (torch.rand(2, 3, SIDE, SIDE), torch.rand(2, TOLD)), str(asked.work / "scorer.onnx"),
        dynamo=False, input_names=["seen", "told"], output_names=["pictures", "captions"],
        dynamic_axes={"seen": {0: "n"}, "told": {0: "m"}, "pictures": {0: "n"}, "captions": {0: "m"}},
    )  # fmt: skip


if __name__ == "__main__":
    main()
