"""One line from the person at this terminal, which Ctrl-C ends at any instant.

Knows the terminal and signals; not what is asked.
"""

import os
import select
import signal
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress


def line(question: str) -> str | None:
    """Ask on stderr and read one line, without its end; None when the keyboard is gone.

    Raises KeyboardInterrupt on Ctrl-C, also where an event loop took Ctrl-C to itself: it can't see to it
    while this waits.
    """
    with _interruptible() as waiting:
        sys.stderr.write(question)
        sys.stderr.flush()
        while waiting is not None and sys.stdin not in select.select([sys.stdin, waiting], [], [])[0]:
            os.read(waiting, 1)  # of a signal that is not Ctrl-C
        read = sys.stdin.readline()
    return read.rstrip("\n") if read else None


@contextmanager
def _interruptible() -> Iterator[int | None]:
    """Let Ctrl-C raise, and give what gets readable with it; None where there is no such thing.

    A read alone would miss a Ctrl-C between the interpreter's last look for one and the system's call, and
    one that the system gives to another thread; a byte in a pipe stays until it is seen.
    """
    if os.name != "posix" or threading.current_thread() is not threading.main_thread():
        yield None
        return
    comes, goes = os.pipe()
    os.set_blocking(goes, False)
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    woken = signal.set_wakeup_fd(goes, warn_on_full_buffer=False)
    try:
        yield comes
    finally:
        with suppress(ValueError):  # what was woken before may be closed by now
            signal.set_wakeup_fd(woken)
        signal.signal(signal.SIGINT, before)
        os.close(comes)
        os.close(goes)
