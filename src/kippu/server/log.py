"""Where what goes wrong is kept for a developer: ``kippu.log`` in the data folder, never the terminal.

It holds times, places in the code and kinds of errors; never what a person said or was answered, and so no
words of an unexpected error either: it may quote what it fell over.
"""

import contextlib
import copy
import logging
import traceback
from collections.abc import Iterator
from logging.handlers import RotatingFileHandler
from pathlib import Path

from kippu.errors import KippuError
from kippu.folder import data_folder

_BYTES = 1_000_000


class _Wordless(logging.Formatter):
    """Errors by their kinds and places alone; those of our own are written to be read, and stay."""

    def format(self, record: logging.LogRecord) -> str:
        own = copy.copy(record)  # others may write the same record with all its words
        own.exc_text = None
        if isinstance(own.args, tuple):
            own.args = tuple(_kind(one) if isinstance(one, BaseException) else one for one in own.args)
        return super().format(own)

    def formatException(self, ei: object) -> str:
        error = ei[1] if isinstance(ei, tuple) else None
        return "\n".join(_places(error)) if isinstance(error, BaseException) else ""


@contextlib.contextmanager
def logged(path: Path) -> Iterator[None]:
    """Warnings and worse go to this file, made with the first one, unless the program has a log already."""
    root = logging.getLogger()
    if root.handlers:
        yield
        return
    handler = RotatingFileHandler(path, maxBytes=_BYTES, backupCount=1, encoding="utf-8", delay=True)
    handler.setLevel(logging.WARNING)
    handler.setFormatter(_Wordless("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    root.addHandler(handler)
    try:
        yield
    finally:
        root.removeHandler(handler)
        handler.close()


def keep(error: BaseException) -> Path | None:
    """Write down where a program ended badly; the file, or None when it can't be written."""
    file = data_folder() / "kippu.log"
    try:
        file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        file.open("a").close()
    except OSError:
        return None
    with logged(file):
        logging.getLogger("kippu").error("unexpected", exc_info=error)
    return file


def _places(error: BaseException) -> Iterator[str]:
    before = error.__cause__ or (None if error.__suppress_context__ else error.__context__)
    if before is not None:
        yield from _places(before)
        yield "and then:"
    yield "Traceback (most recent call last):"
    yield from (line.rstrip("\n") for line in traceback.format_tb(error.__traceback__))
    yield _kind(error)
    if isinstance(error, BaseExceptionGroup):
        for one in error.exceptions:
            yield from _places(one)


def _kind(error: BaseException) -> str:
    return f"{type(error).__name__}: {error}" if isinstance(error, KippuError) else type(error).__name__
