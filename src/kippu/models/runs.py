"""How fast models really ran here: what predictions are measured against, and learn from.

Knows one file in the data folder; nothing of how a model is run or how a speed is predicted.
"""

import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from pathlib import Path
from statistics import median

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
    """Bytes that the model took, 0 when not known."""


class Runs:
    """The runs so far, in ``runs.json`` of the data folder."""

    def __init__(self, data: Path) -> None:
        self._file = data / "runs.json"

    def all(self) -> tuple[Run, ...]:
        """Oldest first. A file that can't be read counts as none: speeds are measured again by themselves."""
        try:
            return tuple(Run(**run) for run in json.loads(self._file.read_text(encoding="utf-8")))
        except (OSError, ValueError, TypeError):
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


def writing(runs: Iterable[Run], model: str) -> float | None:
    """Tokens that this model wrote in a second, the median of its runs; None without any."""
    speeds = [
        run.tokens / run.seconds for run in runs if run.model == model and _tells(run.tokens, run.seconds)
    ]
    return median(speeds) if speeds else None


def reading(runs: Iterable[Run], model: str) -> float | None:
    """Tokens of prompts that this model read in a second, the median of its runs; None without any."""
    speeds = [
        run.prompt_tokens / run.prompt_seconds
        for run in runs
        if run.model == model and _tells(run.prompt_tokens, run.prompt_seconds)
    ]
    return median(speeds) if speeds else None


def _tells(tokens: int, seconds: float) -> bool:
    return tokens >= _ENOUGH and seconds > 0
