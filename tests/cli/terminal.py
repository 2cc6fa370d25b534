"""A real terminal (a pseudo one) with the program in it: type, wait for what appears, look at the screen."""

import fcntl
import os
import pty
import re
import select
import struct
import subprocess
import sys
import termios
import time
from collections.abc import Iterator
from contextlib import contextmanager

_ESCAPES = re.compile(r"\x1b\[[0-9;?]*[a-zA-Z]|\x1b[=>]|\x1b\][^\x07]*\x07")


class Terminal:
    """What a person sees, and a keyboard."""

    def __init__(self, process: "subprocess.Popen[bytes]", master: int) -> None:
        self.process = process
        self._master = master
        self._raw = b""

    @property
    def screen(self) -> str:
        """All that was shown so far, without colours."""
        return _ESCAPES.sub("", self._raw.decode("utf-8", "replace"))

    def type(self, keys: str) -> None:
        """Press keys; ``\\x03`` is Ctrl-C, ``\\x04`` Ctrl-D."""
        os.write(self._master, keys.encode())

    def interrupt(self) -> None:
        """Press Ctrl-C at a prompt, no faster than a person can.

        readline misses a signal that comes in the instant between its prompt and its wait for a key.
        """
        time.sleep(0.3)
        self.type("\x03")

    def resize(self, columns: int) -> None:
        """Drag the window wider or narrower."""
        fcntl.ioctl(self._master, termios.TIOCSWINSZ, struct.pack("HHHH", 24, columns, 0, 0))

    def until(self, pattern: str, after: int = 0, seconds: float = 60) -> int:
        """Wait until the pattern stands on the screen, from position ``after`` on; gives where it ends."""
        end = time.monotonic() + seconds
        while True:
            if found := re.compile(pattern, re.S).search(self.screen, after):
                return found.end()
            if time.monotonic() > end or not self._read(0.2):
                raise AssertionError(f"{pattern!r} did not appear in:\n{self.screen[after:]}")

    def ends(self, seconds: float = 30) -> int:
        """Wait until the program leaves; gives its exit code."""
        end = time.monotonic() + seconds
        while self.process.poll() is None and time.monotonic() < end:
            self._read(0.1)
        return self.process.wait(0.1)

    def _read(self, seconds: float) -> bool:
        """Take in what was written; False when nothing will come any more."""
        if not select.select([self._master], [], [], seconds)[0]:
            return self.process.poll() is None
        try:
            self._raw += os.read(self._master, 65536)
        except OSError:
            return False
        return True


@contextmanager
def terminal(*words: str, environment: dict[str, str], script: str = "") -> Iterator[Terminal]:
    """The program in a terminal of its own, so that Ctrl-C reaches it and not the tests; or a script."""
    master, slave = pty.openpty()
    process = subprocess.Popen(
        [
            "setsid",
            "--ctty",
            "--wait",
            sys.executable,
            *(["-c", script] if script else ["-m", "kippu"]),
            *words,
        ],
        stdin=slave,
        stdout=slave,
        stderr=slave,
        env={**environment, "TERM": "xterm-256color"},
    )
    os.close(slave)
    try:
        yield Terminal(process, master)
    finally:
        if process.poll() is None:
            process.terminate()
            process.wait(10)
        os.close(master)
