"""One Kippu for each data folder: a lock that a killed process frees by itself.

The file ``kippu.lock`` holds who has it: process and address. The kernel's lock on it is what counts; the
text in it is only for people. This module knows no server.
"""

import fcntl
import json
import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from kippu.errors import Busy, RecordError

_PATIENCE = 0.3
"""Seconds that a start waits: long enough for one that only looks who holds it."""


@dataclass(frozen=True, slots=True)
class Lock:
    """A held lock."""

    file: IO[str]

    def tell(self, address: str) -> None:
        """Write where this Kippu can be reached, for others that find the folder taken."""
        self.file.seek(0)
        self.file.truncate()
        json.dump({"pid": os.getpid(), "address": address}, self.file)
        self.file.flush()


@contextmanager
def hold(data: Path) -> Iterator[Lock]:
    """Hold the folder for this process; raises Busy that says who has it and where."""
    with _opened(data) as file:
        patience = time.monotonic() + _PATIENCE
        while not _take(file, fcntl.LOCK_EX):
            if time.monotonic() > patience:
                raise Busy(_who(data, file))
            time.sleep(0.02)
        lock = Lock(file)
        lock.tell("")
        try:
            yield lock
        finally:
            file.seek(0)
            file.truncate()
            file.flush()


def holder(data: Path) -> str | None:
    """Address of the Kippu that holds this folder, ``""`` if it serves none; None if nobody holds it."""
    if not (data / "kippu.lock").exists():
        return None
    with _opened(data) as file:
        if _take(file, fcntl.LOCK_SH):
            return None
        return str(_read(file).get("address", ""))


def _opened(data: Path) -> IO[str]:
    try:
        data.mkdir(parents=True, exist_ok=True)
        descriptor = os.open(data / "kippu.lock", os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
    except OSError as error:
        raise RecordError(
            f"The data folder {data} can't be used: {error.strerror}. Choose another with KIPPU_DATA."
        ) from error
    return os.fdopen(descriptor, "r+", encoding="utf-8")


def _take(file: IO[str], kind: int) -> bool:
    try:
        fcntl.flock(file, kind | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True


def _read(file: IO[str]) -> dict[str, object]:
    file.seek(0)
    try:
        found = json.loads(file.read())
    except ValueError:
        return {}
    return found if isinstance(found, dict) else {}


def _who(data: Path, file: IO[str]) -> str:
    who = _read(file)
    process = f" (process {who['pid']})" if "pid" in who else ""
    where = f" It is at {who['address']}." if who.get("address") else ""
    return (
        f"Another Kippu{process} uses the data folder {data}.{where} "
        "Use that one, stop it, or choose another folder with KIPPU_DATA."
    )
