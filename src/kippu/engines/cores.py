"""How many threads a model should compute with, on this machine as it is now."""

import time

import psutil

_LOOK = 0.2


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
        seconds, busy, own = (now - then for now, then in zip(self._seen(), self._before, strict=True))
        cores = psutil.cpu_count(logical=False) or psutil.cpu_count() or 1
        others = max(0.0, busy - own) / seconds
        return max(1, cores - round(others))

    def _seen(self) -> tuple[float, float, float]:
        """Now; seconds that all cores have computed for anyone; and for us."""
        machine, own = psutil.cpu_times(), self._own.cpu_times()
        busy = machine.user + machine.system + getattr(machine, "nice", 0.0)
        return time.monotonic(), busy, own.user + own.system
