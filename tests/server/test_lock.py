"""One Kippu for each data folder, also after a kill -9."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from kippu.errors import Busy, RecordError
from kippu.server.lock import hold, holder

_HOLD = """
import sys, time
from pathlib import Path
from kippu.server.lock import hold
with hold(Path(sys.argv[1])) as lock:
    lock.tell("http://127.0.0.1:4242")
    print("held", flush=True)
    time.sleep(60)
"""


def _another(data: Path) -> "subprocess.Popen[str]":
    process = subprocess.Popen([sys.executable, "-c", _HOLD, str(data)], stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None
    assert process.stdout.readline() == "held\n"
    return process


def test_nobody_holds_a_new_folder(tmp_path: Path) -> None:
    assert holder(tmp_path / "none") is None
    assert not (tmp_path / "none").exists()


def test_a_holder_tells_its_address(data: Path) -> None:
    with hold(data) as lock:
        assert holder(data) == ""
        lock.tell("http://127.0.0.1:8642")
        assert holder(data) == "http://127.0.0.1:8642"
    assert holder(data) is None


def test_a_second_process_is_told_who_and_where(data: Path) -> None:
    process = _another(data)
    try:
        assert holder(data) == "http://127.0.0.1:4242"
        with pytest.raises(Busy, match=rf"process {process.pid}.*127\.0\.0\.1:4242"), hold(data):
            pass
        assert holder(data) == "http://127.0.0.1:4242"
    finally:
        process.kill()
        process.wait()


def test_a_killed_holder_frees_it(data: Path) -> None:
    process = _another(data)
    os.kill(process.pid, signal.SIGKILL)
    process.wait()
    assert holder(data) is None
    with hold(data):
        assert holder(data) == ""


def test_nonsense_in_the_file_does_not_matter(data: Path) -> None:
    (data / "kippu.lock").write_bytes(b"[1, 2")
    assert holder(data) is None
    with hold(data):
        (data / "kippu.lock").write_text("[1]")
        assert holder(data) == ""


def test_a_folder_that_cannot_be(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(RecordError, match="KIPPU_DATA"), hold(tmp_path / "file"):
        pass
