"""As many threads as there are cores that nobody else uses."""

import os
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
    cores = shared(1)
    assert 1 <= cores <= (psutil.cpu_count(logical=False) or 1)
    assert shared(cores) == shared(10 * cores) == 1


def test_counts_only_cores_that_it_may_use() -> None:
    if not hasattr(os, "sched_setaffinity"):
        return  # this system keeps no program to some cores
    said = (
        "import os; os.sched_setaffinity(0, {min(os.sched_getaffinity(0))}); from kippu.cores import shared"
    )
    counted = subprocess.run(
        [sys.executable, "-c", f"{said}; print(shared(1))"], capture_output=True, text=True, check=True
    )
    assert counted.stdout.strip() == "1"
