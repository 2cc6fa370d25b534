"""What ``kippu doctor`` looks at first: the machine, the data folder, the port. No model and no home.

Each check is one function that gives one Finding, and never raises.
"""

import shutil
import socket
import sqlite3
import sys
import tempfile
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from kippu.cli.showing import size
from kippu.errors import KippuError

if TYPE_CHECKING:
    from kippu.settings import Settings

_LEAST_DISK = 500_000_000
_LEAST_MEMORY = 400_000_000


@dataclass(frozen=True, slots=True)
class Finding:
    """What one check found."""

    check: str
    """Its name, such as ``database``."""
    state: Literal["ok", "note", "broken"]
    """``note``: works, but the person may want to know. ``broken``: something will not work."""
    found: str
    """What is so."""
    do: str = ""
    """What the person can do about it; empty when there is nothing to do."""


def python() -> Finding:
    """The version that runs this."""
    version = ".".join(map(str, sys.version_info[:3]))
    if sys.version_info < (3, 11):  # noqa: UP036  # a copied installation may be run by an older one
        return Finding("python", "broken", f"Python {version}", "Install Python 3.11 or newer.")
    return Finding("python", "ok", f"Python {version}")


def folder(settings: "Settings") -> Finding:
    """Whether the data folder can be written."""
    try:
        settings.data.mkdir(parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile(dir=settings.data):
            pass
    except OSError as error:
        return Finding(
            "data folder",
            "broken",
            f"{settings.data} can't be written: {error.strerror}.",
            "Allow writing to it, or choose another with KIPPU_DATA.",
        )
    return Finding("data folder", "ok", str(settings.data))


def database(settings: "Settings") -> Finding:
    """Whether the record can be read and is whole."""
    from kippu.record import Database

    path = settings.data / "kippu.db"
    if not path.exists():
        return Finding("database", "ok", f"{path} is made at the first start.")
    try:
        opened = Database(path)
        try:
            found = [str(row[0]) for row in opened.read("PRAGMA quick_check(1)")]
        finally:
            opened.close()
    except (KippuError, sqlite3.Error) as error:
        return Finding("database", "broken", str(error), f"Move {path} away; Kippu makes a new one.")
    if found != ["ok"]:
        return Finding(
            "database", "broken", f"{path} is damaged: {found[0]}", f"Move {path} away and keep it."
        )
    return Finding("database", "ok", f"{path} ({size(path.stat().st_size)}) is whole.")


def other(address: str | None) -> Finding:
    """Whether another Kippu uses the data folder; ``address`` as ``kippu.server.lock.holder`` gives it."""
    if address is None:
        return Finding("other Kippu", "ok", "None uses this data folder.")
    if address:
        return Finding("other Kippu", "ok", f"One serves this data folder at {address}; commands go to it.")
    return Finding(
        "other Kippu",
        "note",
        "One uses this data folder and serves no address.",
        "Leave that chat before you start another, or run `kippu serve`.",
    )


def port(settings: "Settings", address: str | None) -> Finding:
    """Whether the server could listen."""
    where = f"{settings.host}:{settings.port}"
    if address:
        return Finding("port", "ok", f"{address} is this Kippu's own.")
    family = socket.AF_INET6 if ":" in settings.host else socket.AF_INET
    try:
        with socket.socket(family) as listening:
            listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            listening.bind((settings.host, settings.port))
    except OSError as error:
        return Finding(
            "port",
            "broken",
            f"{where} can't be listened on: {error.strerror}.",
            f"End what listens there, or choose another: kippu serve --port {settings.port + 1}",
        )
    return Finding("port", "ok", f"{where} is free.")


def disk(settings: "Settings") -> Finding:
    """Room for models."""
    there = next(place for place in (settings.data, *settings.data.parents) if place.exists())
    free = shutil.disk_usage(there).free
    if free < _LEAST_DISK:
        return Finding("disk", "note", f"{size(free)} free", "Free some space: models need 0.1 to 8 GB.")
    return Finding("disk", "ok", f"{size(free)} free")


def memory() -> Finding:
    """Room for a model while it runs."""
    import psutil

    found = psutil.virtual_memory()
    text = f"{size(found.available)} of {size(found.total)} available"
    if found.available < _LEAST_MEMORY:
        return Finding("memory", "note", text, "Close other programs: the default model needs about 300 MB.")
    return Finding("memory", "ok", text)


def terminal() -> Finding:
    """Whether Japanese can be shown here."""
    encoding = (sys.stdout.encoding or "").lower().replace("-", "")
    if encoding != "utf8":
        return Finding(
            "terminal", "note", f"It shows {encoding}, not UTF-8.", "For Japanese: export LANG=C.UTF-8"
        )
    return Finding("terminal", "ok", "UTF-8: English and Japanese")
