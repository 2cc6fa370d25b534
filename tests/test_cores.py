"""As many threads as there are cores that nobody else uses."""

import subprocess
import sys
import time

import psutil

from kippu.cores import Cores, shared


def test_leaves_cores_to_others() -> None:
    cores = psutil.cpu_count(logical=False) or 1
    busy = [subprocess.Popen([sys.executable, "-c", "while True: pass"]) for _ in range(cores)]  # ours
    try:
        time.sleep(0.1)
        watch = Cores()
        assert watch.free() == 1
        assert watch.others() > 0.25
    finally:
        for process in busy:
            process.kill()
            process.wait()
    assert 1 <= Cores().free() <= cores


def test_processes_share_the_cores() -> None:
    cores = psutil.cpu_count(logical=False) or 1
    assert shared(1) == cores and shared(cores) == 1
    assert shared(10 * cores) == 1
