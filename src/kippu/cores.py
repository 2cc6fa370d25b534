"""How many threads a model should compute with, on this machine as it is now."""

import os
import time
from collections.abc import Collection

import psutil

_LOOK = 0.2
QUIET = 0.25
"""Cores that others may use while a speed still tells what the device can do: every token waits for the
slowest core, so half a core that something else takes costs more than half of one."""


class Cores:
    """Watches from its making on who else computes.

    Every token waits for the slowest thread, so a core that something else uses is worse than none: measured
    on two cores, two threads write 100 tokens a second alone and 24 to 34 beside one busy program; one thread
    writes 65 in both cases.
    """

    def __init__(self) -> None:
        self._own = psutil.Process()
        self._before = self._seen()

    def free(self) -> int:
        """Physical cores that nothing outside this process is using, at least 1. Looks for 0.2 s at least."""
        time.sleep(max(0.0, self._before[0] + _LOOK - time.monotonic()))
        return max(1, _physical() - round(self.others()))

    def others(self) -> float:
        """Cores that others have computed with since the making, such as 0.5 for half of the time of one."""
        seconds, busy, own = (now - then for now, then in zip(self._seen(), self._before, strict=True))
        return max(0.0, busy - own) / max(seconds, 1e-3)

    def _seen(self) -> tuple[float, float, float]:
        """Now; seconds that all cores have computed for anyone; and for us."""
        each, own = psutil.cpu_times(percpu=True), self._own.cpu_times()
        ours = [times for core, times in enumerate(each) if core in _allowed(len(each))]
        busy = sum(times.user + times.system + getattr(times, "nice", 0.0) for times in ours)
        return time.monotonic(), busy, own.user + own.system


def shared(processes: int) -> int:
    """Physical cores for each of so many processes of ours that compute at once, at least 1."""
    return max(1, _physical() // processes)


def _physical() -> int:
    there = psutil.cpu_count(logical=False) or psutil.cpu_count() or 1
    return min(there, len(_allowed(there)))


def _allowed(there: int) -> Collection[int]:
    """Numbers of the cores that this process may run on: a cpuset or ``taskset`` may leave it fewer."""
    return os.sched_getaffinity(0) if hasattr(os, "sched_getaffinity") else range(there)
