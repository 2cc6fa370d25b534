"""How far something is that goes step by step: a bar on a terminal, a line now and then elsewhere."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from kippu.cli import showing

_PLAIN_STEPS = 4
"""Where there is no terminal, a line is written so often on the way."""


@contextmanager
def counting(name: str) -> Iterator[Callable[[int, int], None]]:
    """Tell it how many of how many are done; the bar shows the time left."""
    if not sys.stderr.isatty():
        yield _lines(name)
        return
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TimeRemainingColumn

    columns = ("{task.description}", BarColumn(), MofNCompleteColumn(), TimeRemainingColumn(compact=True))
    with Progress(*columns, console=showing.console(error=True), transient=True) as progress:
        task = progress.add_task(name, total=None)
        yield lambda done, total: progress.update(task, completed=done, total=total)


def _lines(name: str) -> Callable[[int, int], None]:
    def told(done: int, total: int) -> None:
        if done * _PLAIN_STEPS // total > (done - 1) * _PLAIN_STEPS // total:
            sys.stderr.write(f"{name}: {done}/{total}\n")
            sys.stderr.flush()

    return told
