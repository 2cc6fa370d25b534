"""Where warnings of the parts and the libraries go while Kippu runs: a file, never the person's terminal.

It holds times, places in the code and messages of errors; never what a person said or was answered.
"""

import contextlib
import logging
from collections.abc import Iterator
from logging.handlers import RotatingFileHandler
from pathlib import Path

_BYTES = 1_000_000


@contextlib.contextmanager
def logged(path: Path) -> Iterator[None]:
    """Warnings and worse go to this file, made with the first one, unless the program has a log already."""
    root = logging.getLogger()
    if root.handlers:
        yield
        return
    handler = RotatingFileHandler(path, maxBytes=_BYTES, backupCount=1, encoding="utf-8", delay=True)
    handler.setLevel(logging.WARNING)
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    root.addHandler(handler)
    try:
        yield
    finally:
        root.removeHandler(handler)
        handler.close()
