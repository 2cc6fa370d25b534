"""How far a drawing is, or the first reading of a layer or a model, and the bar that shows it."""

import sys
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal

from kippu.cli.person import say

if TYPE_CHECKING:
    from rich.progress import Progress


@dataclass(frozen=True, slots=True)
class Step:
    """How far one variant is."""

    variant: int
    """From 0."""
    done: int
    all: int
    what: Literal["drawing", "reading", "checking"] = "drawing"

    @property
    def name(self) -> str:
        """What is being done, in words."""
        return {
            "drawing": say("drawing", "描画中"),
            "reading": say("reading", "読み込み中"),
            "checking": say("checking the model's file", "モデルのファイルを確認中"),
        }[self.what]


def reading(news: Mapping[str, Any], what: Literal["reading", "checking"] = "reading") -> Step | None:
    """The step in news of a reading; None at its end."""
    return Step(0, news["done"], news["of"], what) if news["done"] < news["of"] else None


class Bar:
    """How far it is, on stderr; only where somebody looks. It is there from the first step on."""

    def __init__(self, variants: int = 1) -> None:
        self._variants = variants
        self._bar: Progress | None = None

    def show(self, step: Step) -> None:
        """Move it."""
        if not sys.stderr.isatty():
            return
        which = f" {step.variant + 1}/{self._variants}" if self._variants > 1 else ""
        if self._bar is None:
            self._bar = _bar()
            self._bar.add_task(step.name)
            self._bar.start()
        self._bar.update(
            self._bar.task_ids[0],
            description=step.name + which,
            completed=step.variant * step.all + step.done if self._variants > 1 else step.done,
            total=step.all * self._variants,
        )

    def close(self) -> None:
        """Leave the screen in order."""
        if self._bar is not None:
            self._bar.stop()
            self._bar = None


def _bar() -> "Progress":
    from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn

    from kippu.cli import showing

    columns = TextColumn("{task.description}"), BarColumn(), TimeElapsedColumn()
    return Progress(*columns, console=showing.console(error=True), transient=True)
