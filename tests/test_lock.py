"""One holder at a time, and none after its end."""

import os
import signal
import stat
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from kippu.errors import Busy
from kippu.lock import Facts, hold, holder, process

HOLDER = """
import sys, time
from pathlib import Path
from kippu.lock import hold
with hold(Path(sys.argv[1]), lambda who: None) as lock:
    lock.tell(doing="sleep")
    print("held", flush=True)
    time.sleep(60)
"""


def busy(who: Facts) -> Busy:
    return Busy(f"taken{process(who)}")


def test_a_second_holder_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "x.lock"
    with hold(path, busy) as lock:
        with pytest.raises(Busy, match=f"taken \\(process {os.getpid()}\\)"), hold(path, busy):
            pass
        lock.tell(address="here")
        assert holder(path) == {"pid": os.getpid(), "address": "here"}
    assert holder(path) is None
    with hold(path, busy):
        pass


def test_a_holder_that_is_killed_lets_go(tmp_path: Path) -> None:
    path = tmp_path / "x.lock"
    other = subprocess.Popen([sys.executable, "-c", HOLDER, str(path)], stdout=subprocess.PIPE, text=True)
    assert other.stdout is not None
    other.stdout.readline()
    assert holder(path) == {"pid": other.pid, "doing": "sleep"}
    with pytest.raises(Busy, match=str(other.pid)), hold(path, busy):
        pass
    os.kill(other.pid, signal.SIGKILL)
    other.communicate()
    assert holder(path) is None
    with hold(path, busy):
        pass


def test_the_patient_get_it(tmp_path: Path) -> None:
    path = tmp_path / "x.lock"
    held, leave = threading.Event(), threading.Event()

    def keep() -> None:
        with hold(path, busy):
            held.set()
            leave.wait(30)

    keeper = threading.Thread(target=keep)
    keeper.start()
    held.wait(30)
    begun = time.monotonic()
    with pytest.raises(Busy), hold(path, busy, patience=0.1):
        pass
    assert time.monotonic() - begun >= 0.1
    leave.set()
    with hold(path, busy, patience=30):
        pass
    keeper.join()


def test_only_its_owner_reads_it(tmp_path: Path) -> None:
    path = tmp_path / "x.lock"
    with hold(path, busy):
        assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_nobody_holds_what_is_not_there(tmp_path: Path) -> None:
    assert holder(tmp_path / "none") is None
    assert not (tmp_path / "none").exists()
