"""One holder at a time, and none after its end."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from kippu.errors import Busy
from kippu.models.lock import held

HOLDER = """
import sys, time
from pathlib import Path
from kippu.models.lock import held
with held(Path(sys.argv[1]), "holding"):
    print("held", flush=True)
    time.sleep(60)
"""


def test_a_second_holder_is_refused(tmp_path: Path) -> None:
    with held(tmp_path / "x.lock", "fetching Tiny"):
        words = f"fetching Tiny \\(process {os.getpid()}\\)"
        with pytest.raises(Busy, match=words), held(tmp_path / "x.lock", "fetching Tiny"):
            pass
    with held(tmp_path / "x.lock", "fetching Tiny"):
        pass


def test_a_holder_that_is_killed_lets_go(tmp_path: Path) -> None:
    lock = tmp_path / "x.lock"
    holder = subprocess.Popen([sys.executable, "-c", HOLDER, str(lock)], stdout=subprocess.PIPE, text=True)
    assert holder.stdout is not None
    holder.stdout.readline()
    with pytest.raises(Busy, match=str(holder.pid)), held(lock, "holding"):
        pass
    os.kill(holder.pid, signal.SIGKILL)
    holder.communicate()
    with held(lock, "holding"):
        pass
