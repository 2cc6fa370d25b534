"""Trains the flow that draws, then the branch that makes it follow a sketch.

    PYTHONPATH=src python scripts/pictures/train.py --work FOLDER --minutes 7
    PYTHONPATH=src python scripts/pictures/train.py --work FOLDER --minutes 3 --branch

Minutes are of the processor's time, so that a run on a busy machine is the same run. One thread; a run that
was cut off, or that is to have more minutes, goes on from its last checkpoint in ``--work``.
"""

import argparse
import copy
import time
from pathlib import Path

import numpy as np
import torch
from network import DEEP, Control, Flow
from rows import SEED, Rows, lines
from torch import Tensor, nn

BATCH, RATE = 16, 8e-4
EACH = 200
"""Steps from one look at the rows that stay to the next: a look takes as long as ten steps."""
HEAVIEST = 8.0
"""Most that a row counts; a flow's own weight, 1 / noise^2, would let the nearly clean ones rule."""


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
    keep = (
        torch.rand(len(seen), 64, 1, generator=dice) > 0.15 * torch.rand(len(seen), 1, 1, generator=dice)
    ).float()
    return (seen * keep > 0.3 + 0.4 * torch.rand(len(seen), 1, 1, generator=dice)).float()


def spreads(rows: Rows) -> Tensor:
    """3 x 64: the variance of each of the code's numbers around the first drawing, by that one's kind."""
    batch = rows.batch(2000)
    away = (batch["clean"] - batch["shown"][:, 0]).pow(2).mean(1)
    return torch.stack([away[batch["kinds"][:, 0] == kind].mean(0) for kind in range(3)])


class Run:
    """A network that learns, the running average of its weights, and how far it is."""

    def __init__(self, flow: Flow, control: Control | None, rows: Rows, checkpoint: Path) -> None:
        self.flow, self.control, self.rows, self.checkpoint = flow, control, rows, checkpoint
        self.network: nn.Module = control or flow
        self.average = copy.deepcopy(self.network)
        self.learner = torch.optim.AdamW(
            self.network.parameters(), RATE, (0.9, 0.98), weight_decay=0.01, fused=True
        )
        self.dice = torch.Generator().manual_seed(SEED)
        self.fixed = [(rows.batch(64), number) for number in range(4)]
        self.step, self.spent = 0, 0.0
        if checkpoint.exists():
            kept = torch.load(checkpoint, weights_only=False)
            self.network.load_state_dict(kept["network"])
            self.average.load_state_dict(kept["average"])
            self.learner.load_state_dict(kept["learner"])
            self.step, self.spent = kept["step"], kept["spent"]
            rows.chosen = np.random.default_rng((SEED, self.step))
            self.dice.manual_seed(SEED + self.step)

    def loss(self, network: nn.Module, batch: dict[str, Tensor], dice: torch.Generator) -> Tensor:
        clean, pixels = batch["clean"], batch["pixels"]
        time_, noisy = noised(clean, dice)
        given = {"noisy": noisy, "time": time_}
        given |= {name: value for name, value in batch.items() if name not in {"clean", "pixels"}}
        if self.control is None:
            return cost(network(**given), clean, time_)
        return cost(self.flow(**given, added=network(sketched(pixels, dice), **given)), clean, time_)

    def learn(self, rate: float) -> float:
        for group in self.learner.param_groups:
            group["lr"] = rate
        loss = self.loss(self.network, self.rows.batch(BATCH), self.dice)
        self.learner.zero_grad()
        loss.backward()
        nn.utils.clip_grad_norm_(self.network.parameters(), 1.0)
        self.learner.step()
        self.step += 1
        keep = min(0.998, (1 + self.step) / (10 + self.step))
        with torch.no_grad():
            torch._foreach_lerp_(list(self.average.parameters()), list(self.network.parameters()), 1 - keep)
        return float(loss.detach())

    @torch.no_grad()
    def fares(self) -> float:
        """The averaged weights' loss on rows that stay the same."""
        losses = [
            self.loss(self.average, batch, torch.Generator().manual_seed(seed)) for batch, seed in self.fixed
        ]
        return float(torch.stack(losses).mean())

    def save(self, spent: float) -> None:
        torch.save({
            "network": self.network.state_dict(), "average": self.average.state_dict(), "step": self.step,
            "learner": self.learner.state_dict(), "spent": spent,
        }, self.checkpoint)  # fmt: skip


def go(run: Run, minutes: float) -> None:
    """Learns until so many minutes of the processor's time are spent in all; the last third of them the rate
    goes down."""
    began, seen = time.process_time() - run.spent * 60, []
    print(
        f"{sum(one.numel() for one in run.network.parameters())} numbers, loss {run.fares():.4f}", flush=True
    )
    while (spent := (time.process_time() - began) / 60) < minutes:
        late = min(1.0, max(0.02, 1.6 * (1 - spent / minutes)))
        seen.append(run.learn(RATE * min(1, (run.step + 1) / 100) * late))
        if run.step % EACH == 0:
            learned = float(np.mean(seen[-EACH:]))
            told = f"{spent:.2f} min, step {run.step}, rows {run.step * BATCH}: loss {learned:.4f}"
            print(f"{told}, on rows that stay {run.fares():.4f}", flush=True)
            run.save(spent)
    run.save(minutes)
    print(f"{minutes:.2f} min, step {run.step}: on rows that stay {run.fares():.4f}", flush=True)


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--work", type=Path, required=True)
    parser.add_argument("--minutes", type=float, required=True)
    parser.add_argument(
        "--branch", action="store_true", help="the branch for a sketch; the flow stays as it is"
    )
    parser.add_argument("--deep", type=int, default=DEEP, help="blocks of the flow")
    parser.add_argument("--grown", metavar="NAME", help="the run of a shallower flow, to start where it is")
    parser.add_argument("--name", help="a run of its own, for an experiment")
    asked = parser.parse_args()
    torch.set_num_threads(1)
    torch.manual_seed(SEED)
    name = asked.name or ("control" if asked.branch else "flow")
    checkpoint = asked.work / f"{name}.pt"
    rows = Rows(asked.work, SEED)
    flow = Flow(asked.deep)
    control = None
    if asked.branch:
        flow.load_state_dict(torch.load(asked.work / "flow.pt", weights_only=False)["average"])
        flow.requires_grad_(False)
        control = Control(flow).requires_grad_(True)
    elif not checkpoint.exists():
        flow.spread.copy_(spreads(rows))
        if asked.grown:
            flow.grown(torch.load(asked.work / f"{asked.grown}.pt", weights_only=False)["average"])
    run = Run(flow, control, rows, checkpoint)
    run.network.compile()  # a sixth faster
    go(run, asked.minutes)


if __name__ == "__main__":
    main()
