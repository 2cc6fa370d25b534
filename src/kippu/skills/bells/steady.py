"""How far the wall clock stands from a clock that nobody sets: so that setting the one moves no timer.

The steady clock counts on through a suspend, where the system has such a one.
"""

import time
import uuid
from pathlib import Path

_CLOCK = getattr(time, "CLOCK_BOOTTIME", getattr(time, "CLOCK_MONOTONIC", None))
_BOOT = Path("/proc/sys/kernel/random/boot_id")
_THIS_PROCESS = uuid.uuid4().hex


def boot() -> str:
    """What names this run of the system: steady clocks of two runs can't be compared."""
    try:
        return _BOOT.read_text().strip()
    except OSError:
        return _THIS_PROCESS


def anchor() -> float:
    """Wall clock less steady clock, in seconds: the same number until someone sets the wall clock."""
    steady = time.monotonic() if _CLOCK is None else time.clock_gettime(_CLOCK)
    return time.time() - steady
