"""Where a program that ends badly leaves what a developer needs: ``kippu.log`` in the data folder.

It holds times, places in the code and messages of errors; never what a person said or was answered.
"""

import logging
from logging.handlers import RotatingFileHandler
from pathlib import Path

_BYTES = 1_000_000
_KEPT = 3


def path() -> Path:
    """The log file."""
    from kippu.folder import data_folder

    return data_folder() / "kippu.log"


def write_to_file() -> Path | None:
    """From now on warnings and errors go to the log file. None when the file can't be written."""
    file = path()
    try:
        file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        handler = RotatingFileHandler(file, maxBytes=_BYTES, backupCount=_KEPT, encoding="utf-8")
    except OSError:
        return None
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    root = logging.getLogger()
    root.addHandler(handler)
    root.setLevel(logging.WARNING)
    return file


def keep(error: BaseException) -> Path | None:
    """Write one traceback; the file, or None when it can't be written."""
    file = write_to_file()
    if file is not None:
        logging.getLogger("kippu").error("unexpected", exc_info=error)
    return file
