"""One holder of a file at a time, across processes; a holder that dies lets go by itself.

The kernel's lock on the file is what counts; the text in it only tells others who has it. Knows nothing of
what is held.
"""

import json
import os
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from kippu.errors import Busy

Facts = Mapping[str, object]
"""What a holder tells of itself: ``pid``, and what it told since."""

if sys.platform == "win32":
    import msvcrt

    def _take(handle: int, shared: bool) -> bool:
        # Far behind the text, which others could not read otherwise.
        os.lseek(handle, 1 << 20, os.SEEK_SET)
        try:
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True
else:
    import fcntl

    def _take(handle: int, shared: bool) -> bool:
        try:
            fcntl.flock(handle, (fcntl.LOCK_SH if shared else fcntl.LOCK_EX) | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True


@dataclass(frozen=True, slots=True)
class Lock:
    """A held lock."""

    handle: int
    """The open file."""

    def tell(self, **facts: object) -> None:
        """Write for others what they should know of the holder."""
        _write(self.handle, json.dumps({"pid": os.getpid(), **facts}))


@contextmanager
def hold(path: Path, busy: Callable[[Facts], Busy], patience: float = 0.0) -> Iterator[Lock]:
    """Hold the file until the block ends; raises what ``busy`` makes of the facts of who has it.

    Waits for so many seconds of ``patience``. The file stays: removing it would let two hold it at once.
    Raises OSError when there can be no such file.
    """
    handle = _opened(path)
    try:
        until = time.monotonic() + patience
        while not _take(handle, shared=False):
            if time.monotonic() >= until:
                raise busy(_read(handle))
            time.sleep(0.02)
        lock = Lock(handle)
        lock.tell()
        try:
            yield lock
        finally:
            _write(handle, "")
    finally:
        os.close(handle)


def holder(path: Path) -> Facts | None:
    """What the holder of this file told; None when nobody holds it. Raises OSError as ``hold`` does."""
    if not path.exists():
        return None
    handle = _opened(path)
    try:
        return None if _take(handle, shared=True) else _read(handle)
    finally:
        os.close(handle)


def process(facts: Facts) -> str:
    """ " (process 4242)", to be put behind a name; empty when it is not known."""
    return f" (process {facts['pid']})" if "pid" in facts else ""


def _opened(path: Path) -> int:
    return os.open(path, os.O_RDWR | os.O_CREAT | getattr(os, "O_CLOEXEC", 0), 0o600)


def _read(handle: int) -> Facts:
    os.lseek(handle, 0, os.SEEK_SET)
    try:
        found = json.loads(os.read(handle, 4096))
    except ValueError:
        return {}
    return found if isinstance(found, dict) else {}


def _write(handle: int, text: str) -> None:
    os.lseek(handle, 0, os.SEEK_SET)
    os.ftruncate(handle, 0)
    os.write(handle, text.encode())
