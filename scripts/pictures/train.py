"""Trains the flow that draws, then the branch that makes it follow a sketch.

    PYTHONPATH=src python scripts/pictures/train.py --work FOLDER --minutes 50
    PYTHONPATH=src python scripts/pictures/train.py --work FOLDER --minutes 10 --branch

Minutes are of the processor's time, so that a run on a busy machine is the same run. One thread; a run that was
cut off goes on from its last checkpoint in ``--work``.
"""

import argparse
import copy
import time
from pathlib import Path

import torch
from network import Control, Flow
from rows import SEED, Rows, lines
from torch import Tensor, nn

BATCH, RATE = 32, 1.2e-3
HEAVIEST = 8.0
"""Most that a row counts; the weight of a flow's own loss, 1 / noise^2, would let the nearly clean ones rule."""


def cost(given: Tensor, clean: Tensor, time_: Tensor) -> Tensor:
    """Mean squared error of the direction, with the weight of the nearly clean capped."""
    weight = (1 / time_**2).clamp(max=HEAVIEST)
    return (weight * ((given - clean) ** 2).mean((1, 2))).mean() / weight.mean()


def noised(clean: Tensor, dice: torch.Generator) -> tuple[Tensor, Tensor]:
    """A time for each (logit-normal, leaning to noise), and the picture with so much noise."""
    time_ = torch.sigmoid(torch.randn(len(clean), generator=dice) * 1.1 + 0.5).clamp(0.02, 0.999)
    noise = torch.randn(clean.shape, generator=dice)
    return time_, (1 - time_[:, None, None]) * clean + time_[:, None, None] * noise


def sketched(pixels: Tensor, dice: torch.Generator) -> Tensor:
    """Its edges as a person would give them: in part left out, thick or thin."""
    seen = lines(pixels.float())
    keep = (torch.rand(len(seen), 64, 1, generator=dice) > 0.15 * torch.rand(len(seen), 1, 1, generator=dice)).float()
    return (seen * keep > 0.3 + 0.4 * torch.rand(len(seen), 1, 1, generator=dice)).float()


def spreads(rows: Rows) -> Tensor:
    """2 x 64: the variance of each of the code's numbers, without and with a drawing to go by."""
    batch = rows.batch(1500)
    near = (batch["clean"] - batch["shown"][:, 0])[batch["there"][:, 0] > 0]
    return torch.stack([batch["clean"].pow(2).mean((0, 1)), near.pow(2).mean((0, 1))])


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--work", type=Path, required=True)
    parser.add_argument("--minutes", type=float, required=True)
    parser.add_argument("--branch", action="store_true", help="the branch for a sketch; the flow stays as it is")
    parser.add_argument("--name", help="a run of its own, for an experiment")
    asked = parser.parse_args()
    torch.set_num_threads(1)
    torch.manual_seed(SEED)
    dice = torch.Generator().manual_seed(SEED)
    name = asked.name or ("control" if asked.branch else "flow")
    checkpoint = asked.work / f"{name}.pt"
    kept = torch.load(checkpoint, weights_only=False) if checkpoint.exists() else None
    rows = Rows(asked.work, SEED + (kept["step"] if kept else 0))
    flow = Flow()
    flow.spread.copy_(spreads(rows))
    network: nn.Module = flow
    if asked.branch:
        flow.load_state_dict(torch.load(asked.work / "flow.pt", weights_only=False)["average"])
        flow.requires_grad_(False)
        network = Control(flow)
    average = copy.deepcopy(network)
    learner = torch.optim.AdamW(network.parameters(), RATE, (0.9, 0.98), weight_decay=0.01)
    step, spent = 0, 0.0
    if kept:
        network.load_state_dict(kept["network"])
        average.load_state_dict(kept["average"])
        learner.load_state_dict(kept["learner"])
        step, spent = kept["step"], kept["spent"]
    rate = RATE * (0.7 if asked.branch else 1)
    began, seen = time.process_time() - spent, []
    while (minutes := (time.process_time() - began) / 60) < asked.minutes:
        for group in learner.param_groups:
            group["lr"] = rate * min(1, (step + 1) / 60) * min(1, max(0.02, 1.6 * (1 - minutes / asked.minutes)))
        batch = rows.batch(BATCH)
        clean, pixels = batch.pop("clean"), batch.pop("pixels")
        time_, noisy = noised(clean, dice)
        given = {"noisy": noisy, "time": time_, **batch}
        added = network(sketched(pixels, dice), **given) if asked.branch else None
        loss = cost(flow(**given, added=added), clean, time_)
        learner.zero_grad()
        loss.backward()
        nn.utils.clip_grad_norm_(network.parameters(), 1.0)
        learner.step()
        step += 1
        keep = min(0.995, (1 + step) / (10 + step))
        with torch.no_grad():
            for old, new in zip(average.parameters(), network.parameters(), strict=True):
                old.lerp_(new, 1 - keep)
        seen.append(float(loss.detach()))
        if step % 25 == 0:
            print(f"{minutes:.2f} min, step {step}, rows {step * BATCH}: loss {sum(seen[-100:]) / len(seen[-100:]):.4f}",
                  flush=True)  # fmt: skip
        if step % 50 == 0:
            torch.save({"network": network.state_dict(), "average": average.state_dict(), "step": step,
                        "learner": learner.state_dict(), "spent": time.process_time() - began}, checkpoint)  # fmt: skip


if __name__ == "__main__":
    main()
