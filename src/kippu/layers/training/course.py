"""The course of a training: passes over the examples until what is kept aside gets no better.

What was done is kept every half minute and after each pass, so Ctrl-C or a power cut costs that at most.
Several processes go through it side by side, each with its share of every step: the sum is what one alone
would have, so a checkpoint is of use to any number of them. Knows the network and its checkpoint; no texts
and no layer.
"""

import math
import random
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

import torch
from torch import Tensor

from kippu.layers.training.network import Network
from kippu.layers.training.recipe import Recipe, Sample, Step
from kippu.layers.training.team import Team

_WARM = 10
_EVERY = 30.0  # seconds
_ROW = 16
"""Samples that go through the lower layers at once."""

Tell = Callable[[int, int], None]


@dataclass
class _State:
    """All that a checkpoint has."""

    mark: str
    """Of the data, the base and the recipe: another one's checkpoint is of no use."""
    step: int = 0
    sum: float = 0.0
    count: int = 0
    read: int = 0
    seconds: float = 0.0
    """Of the pass under way, as are the three above."""
    curve: list[dict[str, Any]] = field(default_factory=list)
    best: dict[str, Tensor] = field(default_factory=dict)
    weights: dict[str, Tensor] = field(default_factory=dict)
    optimiser: dict[str, Any] = field(default_factory=dict)


class Course:
    """One training. ``run`` does it, or goes on with it."""

    def __init__(
        self,
        network: Network,
        prefix: int,
        recipe: Recipe,
        checkpoint: Path,
        mark: str,
        tell: Tell,
        team: Team,
    ) -> None:
        """``prefix`` is how many tokens all samples share; ``tell`` hears steps done, of how many at most."""
        self._network, self._prefix, self._recipe, self._tell = network, prefix, recipe, tell
        self._checkpoint, self._team = checkpoint, team
        self._optimiser = torch.optim.AdamW(
            [value for _, value in network.trained()], lr=recipe.rate, weight_decay=0.01
        )
        self._state = self._begun(mark)
        self._saved = time.monotonic()

    def run(self, train: Sequence[Sample], aside: Sequence[Sample], seconds: float) -> tuple[Step, ...]:
        """Train, for so long at most; the network then has the values that were best on ``aside``.

        Gives the loss curve.
        """
        until = time.monotonic() + seconds
        lower = self._lowered(train)
        other = self._lowered(aside)
        state, size = self._state, self._recipe.batch
        steps = math.ceil(len(train) / size)
        total = steps * self._recipe.epochs
        self._tell(state.step, total)
        going = state.step < total and not self._done()
        while going:
            order = _order(len(train), self._recipe.seed, state.step // steps)
            at = state.step % steps * size
            late = self._step(order[at : at + size], train, lower, total, time.monotonic() > until)
            if late or state.step % steps == 0:
                self._close(aside, other)
                self._save()
                going = state.step < total and not late and not self._done()
            elif time.monotonic() - self._saved > _EVERY:
                self._save()
            self._tell(state.step, total)
        self._network.take(state.best)
        return tuple(Step(**one) for one in state.curve)

    def _lowered(self, samples: Sequence[Sample]) -> list[Tensor]:
        rows = [samples[at : at + _ROW] for at in range(0, len(samples), _ROW)]
        lengths = [[len(one) - 1 for one in row] for row in rows]
        mine = [torch.cat(self._network.lower(row)) for row in self._team.place.share(rows)]
        made = self._team.shared(mine, [sum(row) for row in lengths], self._network.config.hidden_size)
        return [one for row, each in zip(made, lengths, strict=True) for one in row.split(each)]

    def _step(
        self, chosen: Sequence[int], train: Sequence[Sample], lower: list[Tensor], total: int, late: bool
    ) -> bool:
        """One step; gives whether the process that leads finds it late."""
        state, began = self._state, time.monotonic()
        for group in self._optimiser.param_groups:
            group["lr"] = self._recipe.rate * _pace(state.step, total)
        count = sum(len(train[one].answer) for one in chosen)
        self._optimiser.zero_grad()
        loss = 0.0
        if mine := self._team.place.share(chosen):
            found, _ = self._network.loss([train[one] for one in mine], [lower[one] for one in mine])
            (found / count).backward()  # type: ignore[no-untyped-call, unused-ignore]
            loss = float(found.detach())
        loss, late = self._added(loss, late)
        torch.nn.utils.clip_grad_norm_([value for _, value in self._network.trained()], 1.0)
        self._optimiser.step()
        state.step += 1
        state.read += sum(self._prefix + len(train[one]) for one in chosen)
        state.sum, state.count = state.sum + loss, state.count + count
        state.seconds += time.monotonic() - began
        return late

    def _added(self, loss: float, late: bool) -> tuple[float, bool]:
        """The gradients of all processes added up and, in the same message, what else a step needs."""
        if self._team.place.count == 1:
            return loss, late
        values = [value for _, value in self._network.trained()]
        grads = [torch.zeros_like(value) if value.grad is None else value.grad for value in values]
        told = torch.tensor([loss, float(late and self._team.place.leads)])
        flat = torch.cat([*(grad.flatten() for grad in grads), told])
        self._team.add(flat)
        parts = flat.split([*(value.numel() for value in values), len(told)])
        for value, part in zip(values, parts[:-1], strict=True):
            value.grad = part.view_as(value)
        return float(parts[-1][0]), bool(parts[-1][1])

    def _close(self, aside: Sequence[Sample], lower: list[Tensor]) -> None:
        """End a pass: a point of the curve, and the best values so far."""
        state, found = self._state, torch.zeros(2, dtype=torch.float64)
        with torch.no_grad():
            for at in self._team.place.share(range(0, len(aside), _ROW)):
                more, tokens = self._network.loss(aside[at : at + _ROW], lower[at : at + _ROW])
                found += torch.tensor([float(more), tokens], dtype=torch.float64)
        self._team.add(found)
        loss, count = found.tolist()
        point = Step(
            len(state.curve) + 1,
            state.sum / state.count,
            loss / count,
            state.read / state.seconds,
            state.seconds,
        )
        if point.aside < min((one["aside"] for one in state.curve), default=math.inf):
            state.best = self._network.weights()
        state.curve.append(asdict(point))
        state.sum, state.count, state.read, state.seconds = 0.0, 0, 0, 0.0

    def _done(self) -> bool:
        """Whether the last passes were all no gain on what was reached before them, as who leads finds."""
        losses = [one["aside"] for one in self._state.curve]
        last = losses[-self._recipe.patience :]
        before = losses[: -self._recipe.patience]
        done: bool = self._team.led(bool(before) and min(last) > min(before) - self._recipe.gain)
        return done

    def _save(self) -> None:
        if not self._team.place.leads:
            return
        state = self._state
        state.weights, state.optimiser = self._network.weights(), self._optimiser.state_dict()
        self._checkpoint.parent.mkdir(parents=True, exist_ok=True)
        part = self._checkpoint.with_suffix(".part")
        torch.save(vars(state), part)
        part.replace(self._checkpoint)
        self._saved = time.monotonic()

    def _begun(self, mark: str) -> _State:
        """What was done before, or the start; all processes begin with the values of the one that leads."""
        state = self._kept(mark) if self._team.place.leads else _State(mark)
        if self._team.place.count > 1:
            state.weights, state.optimiser = self._network.weights(), self._optimiser.state_dict()
            state = self._team.led(state)
            self._network.take(state.weights)
            self._optimiser.load_state_dict(state.optimiser)
        return state

    def _kept(self, mark: str) -> _State:
        with suppress(OSError, RuntimeError, EOFError, TypeError, KeyError, ValueError):
            kept = torch.load(self._checkpoint, weights_only=True)
            if kept["mark"] == mark:
                state = _State(**kept)
                self._network.take(state.weights)
                self._optimiser.load_state_dict(state.optimiser)
                return state
        return _State(mark)


def _order(count: int, seed: int, epoch: int) -> list[int]:
    order = list(range(count))
    random.Random(f"{seed} {epoch}").shuffle(order)  # noqa: S311  # an order needs no secrecy
    return order


def _pace(step: int, total: int) -> float:
    """Share of the learning rate: up in ten steps, then down to a tenth."""
    if step < _WARM:
        return (step + 1) / _WARM
    return 0.55 + 0.45 * math.cos(math.pi * (step - _WARM) / max(1, total - _WARM))
