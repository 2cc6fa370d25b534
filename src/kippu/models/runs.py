"""How fast models really ran here, and what they took: what predictions are measured against, and learn from.

Knows one file in the data folder; nothing of how a model is run or how a speed is predicted.
"""

import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from pathlib import Path
from statistics import median

from pydantic import TypeAdapter

from kippu.cores import QUIET

_KEPT = 20
"""Runs of each model that are kept, the newest."""
_ENOUGH = 16
"""Tokens from which on a run tells a speed; shorter ones tell mostly how long it takes to begin."""


@dataclass(frozen=True, slots=True)
class Run:
    """One answer of a model on this device."""

    model: str
    """Catalogue id."""
    tokens: int
    """Tokens that it wrote."""
    seconds: float
    """Time that it took to write them."""
    prompt_tokens: int = 0
    """Tokens that it read; without those that a cache knew already."""
    prompt_seconds: float = 0.0
    memory: int = 0
    """Bytes by which the program grew when the model came into memory, 0 when not known."""
    others: float = 0.0
    """Cores that other programs computed with meanwhile, on average."""


class Runs:
    """The runs so far, in ``runs.json`` of the data folder."""

    def __init__(self, data: Path) -> None:
        self._file = data / "runs.json"

    def all(self) -> tuple[Run, ...]:
        """Oldest first. A file that can't be read counts as none: speeds are measured again by themselves."""
        try:
            return TypeAdapter(tuple[Run, ...]).validate_json(self._file.read_bytes())
        except (OSError, ValueError):
            return ()

    def add(self, run: Run) -> None:
        """Keep one more; one too short to tell a speed is left out."""
        if run.tokens < _ENOUGH and run.prompt_tokens < _ENOUGH:
            return
        kept = [*self.all(), run]
        same = [one for one in kept if one.model == run.model]
        for old in same[: max(0, len(same) - _KEPT)]:
            kept.remove(old)
        fresh = self._file.with_suffix(".new")
        fresh.parent.mkdir(parents=True, exist_ok=True)
        fresh.write_text(json.dumps([asdict(one) for one in kept]), encoding="utf-8")
        fresh.replace(self._file)


@dataclass(frozen=True, slots=True)
class Seen:
    """What the runs of a model tell of one of its speeds, in tokens a second."""

    real: float | None
    """The median of those during which nothing else computed; None without any."""
    least: float
    """It is at least so fast: the best of all, as others only slow it down. 0 without any."""

    def of(self, predicted: float) -> float:
        """What the prediction is to be multiplied with; 1 when nothing speaks against it."""
        return (self.real or max(self.least, predicted)) / predicted


def writing(runs: Iterable[Run], model: str) -> Seen:
    """How fast this model wrote."""
    return _seen((run.tokens, run.seconds, run.others) for run in runs if run.model == model)


def reading(runs: Iterable[Run], model: str) -> Seen:
    """How fast this model read prompts."""
    return _seen((run.prompt_tokens, run.prompt_seconds, run.others) for run in runs if run.model == model)


def took(runs: Iterable[Run], model: str) -> int | None:
    """Bytes that this model took: the median, as other things come and go in the same program meanwhile."""
    told = [run.memory for run in runs if run.model == model and run.memory]
    return round(median(told)) if told else None


def _seen(told: Iterable[tuple[int, float, float]]) -> Seen:
    speeds = [
        (tokens / seconds, others) for tokens, seconds, others in told if tokens >= _ENOUGH and seconds > 0
    ]
    quiet = [speed for speed, others in speeds if others <= QUIET]
    return Seen(median(quiet) if quiet else None, max((speed for speed, _ in speeds), default=0.0))
