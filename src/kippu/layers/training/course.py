"""The course of a training: passes over the examples until what is kept aside gets no better.

What was done is kept every half minute and after each pass, so Ctrl-C or a power cut costs that at most.
Knows the network and its checkpoint; no texts and no layer.
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
        self, network: Network, prefix: int, recipe: Recipe, checkpoint: Path, mark: str, tell: Tell
    ) -> None:
        """``prefix`` is how many tokens all samples share; ``tell`` hears steps done, of how many at most."""
        self._network, self._prefix, self._recipe, self._tell = network, prefix, recipe, tell
        self._checkpoint = checkpoint
        self._optimiser = torch.optim.AdamW(
            [value for _, value in network.trained()], lr=recipe.rate, weight_decay=0.01
        )
        self._state = self._resumed(mark)
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
        while state.step < total and not self._done():
            order = _order(len(train), self._recipe.seed, state.step // steps)
            at = state.step % steps * size
            self._step(order[at : at + size], train, lower, total)
            late = time.monotonic() > until
            if late or state.step % steps == 0:
                self._close(aside, other)
                self._save()
            elif time.monotonic() - self._saved > _EVERY:
                self._save()
            self._tell(state.step, total)
            if late:
                break
        self._network.take(state.best)
        return tuple(Step(**one) for one in state.curve)

    def _lowered(self, samples: Sequence[Sample]) -> list[Tensor]:
        rows = [samples[at : at + _ROW] for at in range(0, len(samples), _ROW)]
        return [one for row in rows for one in self._network.lower(row)]

    def _step(self, chosen: Sequence[int], train: Sequence[Sample], lower: list[Tensor], total: int) -> None:
        state, began = self._state, time.monotonic()
        for group in self._optimiser.param_groups:
            group["lr"] = self._recipe.rate * _pace(state.step, total)
        loss, count = self._network.loss([train[one] for one in chosen], [lower[one] for one in chosen])
        self._optimiser.zero_grad()
        (loss / count).backward()  # type: ignore[no-untyped-call, unused-ignore]
        torch.nn.utils.clip_grad_norm_([value for _, value in self._network.trained()], 1.0)
        self._optimiser.step()
        state.step += 1
        state.read += sum(self._prefix + len(train[one]) for one in chosen)
        state.sum, state.count = state.sum + float(loss.detach()), state.count + count
        state.seconds += time.monotonic() - began

    def _close(self, aside: Sequence[Sample], lower: list[Tensor]) -> None:
        """End a pass: a point of the curve, and the best values so far."""
        state, loss, count = self._state, 0.0, 0
        with torch.no_grad():
            for at in range(0, len(aside), _ROW):
                more, tokens = self._network.loss(aside[at : at + _ROW], lower[at : at + _ROW])
                loss, count = loss + float(more), count + tokens
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
        """Whether the last passes were all no gain on what was reached before them."""
        losses = [one["aside"] for one in self._state.curve]
        last = losses[-self._recipe.patience :]
        before = losses[: -self._recipe.patience]
        return bool(before) and min(last) > min(before) - self._recipe.gain

    def _save(self) -> None:
        state = self._state
        state.weights, state.optimiser = self._network.weights(), self._optimiser.state_dict()
        self._checkpoint.parent.mkdir(parents=True, exist_ok=True)
        part = self._checkpoint.with_suffix(".part")
        torch.save(vars(state), part)
        part.replace(self._checkpoint)
        self._saved = time.monotonic()

    def _resumed(self, mark: str) -> _State:
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
