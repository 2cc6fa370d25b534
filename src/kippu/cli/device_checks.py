"""What ``kippu doctor`` looks at first: the machine, the data folder, the port. No model and no home.

Each check is one function that gives one Finding, and never raises.
"""

import errno
import shutil
import socket
import sqlite3
import sys
import tempfile
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from kippu.cli import letters
from kippu.cli.person import language, say
from kippu.cli.showing import size
from kippu.errors import KippuError
from kippu.failures_ja import system_ja

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
        return Finding(
            "python",
            "broken",
            f"Python {version}",
            say("Install Python 3.11 or newer.", "Python 3.11 以降を入れてください。"),
        )
    return Finding("python", "ok", f"Python {version}")


def folder(settings: "Settings") -> Finding:
    """Whether the data folder can be written."""
    try:
        settings.data.mkdir(mode=0o700, parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile(dir=settings.data):
            pass
    except OSError as error:
        return Finding(
            "data folder",
            "broken",
            say(
                f"{settings.data} can't be written: {error.strerror}.",
                f"{settings.data} に書き込めません（{system_ja(error)}）。",
            ),
            say(
                "Allow writing to it, or choose another with KIPPU_DATA.",
                "書き込みを許すか、KIPPU_DATA で別のフォルダーを指定してください。",
            ),
        )
    return Finding("data folder", "ok", str(settings.data))


def database(settings: "Settings") -> Finding:
    """Whether the record can be read and is whole."""
    from kippu.record import Database

    path = settings.data / "kippu.db"
    if not path.exists():
        return Finding(
            "database",
            "ok",
            say(f"{path} is made at the first start.", f"{path} は最初の起動時に作られます。"),
        )
    try:
        opened = Database(path)
        try:
            found = [str(row[0]) for row in opened.read("PRAGMA quick_check(1)")]
        finally:
            opened.close()
    except (KippuError, sqlite3.Error) as error:
        told = error.say(language()) if isinstance(error, KippuError) else str(error)
        away = say(
            f"Move {path} away; Kippu makes a new one.", f"{path} を別の場所へ移すと、新しく作られます。"
        )
        return Finding("database", "broken", told, away)
    if found != ["ok"]:
        return Finding(
            "database",
            "broken",
            say(f"{path} is damaged: {found[0]}", f"{path} が壊れています: {found[0]}"),
            say(f"Move {path} away and keep it.", f"{path} を別の場所へ移し、残しておいてください。"),
        )
    bytes = size(path.stat().st_size)
    return Finding("database", "ok", say(f"{path} ({bytes}) is whole.", f"{path}（{bytes}）は正常です。"))


def other(address: str | None) -> Finding:
    """Whether another Kippu uses the data folder; ``address`` as ``kippu.server.lock.holder`` gives it."""
    if address is None:
        none = say("None uses this data folder.", "このデータフォルダーを使う別の Kippu はありません。")
        return Finding("other Kippu", "ok", none)
    if address:
        served = say(
            f"One serves this data folder at {address}; commands go to it.",
            f"{address} で動いています。コマンドはそこへ送られます。",
        )
        return Finding("other Kippu", "ok", served)
    return Finding(
        "other Kippu",
        "note",
        say(
            "One uses this data folder and serves no address.",
            "別の Kippu がこのデータフォルダーを使っています（アドレスなし）。",
        ),
        say(
            "Leave that chat before you start another, or run `kippu serve`.",
            "その会話を終えてから始めるか、`kippu serve` を使ってください。",
        ),
    )


def port(settings: "Settings", address: str | None) -> Finding:
    """Whether the server could listen."""
    where = f"{settings.host}:{settings.port}"
    if address:
        return Finding(
            "port", "ok", say(f"{address} is this Kippu's own.", f"{address} はこの Kippu のものです。")
        )
    family = socket.AF_INET6 if ":" in settings.host else socket.AF_INET
    try:
        with socket.socket(family) as listening:
            listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            listening.bind((settings.host, settings.port))
    except OSError as error:
        return _taken(settings, where, error)
    return Finding("port", "ok", say(f"{where} is free.", f"{where} は空いています。"))


def _taken(settings: "Settings", where: str, error: OSError) -> Finding:
    """Another port is taken by itself; an address that is not of this device can't be helped."""
    if error.errno in {errno.EADDRINUSE, errno.EACCES}:
        return Finding(
            "port",
            "note",
            say(f"{where} is taken by another program.", f"{where} は別のプログラムが使っています。"),
            say(
                "`kippu serve` takes the next free one, and says which.",
                "`kippu serve` は次に空いているポートを使い、番号を表示します。",
            ),
        )
    return Finding(
        "port",
        "broken",
        say(
            f"{where} can't be listened on: {error.strerror}.",
            f"{where} で待ち受けできません（{system_ja(error)}）。",
        ),
        say(
            "Choose an address of this device: kippu serve --host 127.0.0.1",
            "このデバイスのアドレスを選んでください: kippu serve --host 127.0.0.1",
        ),
    )


def disk(settings: "Settings") -> Finding:
    """Room for models."""
    there = next(place for place in (settings.data, *settings.data.parents) if place.exists())
    free = shutil.disk_usage(there).free
    text = say(f"{size(free)} free", f"空き {size(free)}")
    if free < _LEAST_DISK:
        need = say(
            "Free some space: models need 0.1 to 8 GB.",
            "空きを作ってください。モデルは 0.1〜8 GB 必要です。",
        )
        return Finding("disk", "note", text, need)
    return Finding("disk", "ok", text)


def memory() -> Finding:
    """Room for a model while it runs."""
    import psutil

    found = psutil.virtual_memory()
    text = say(
        f"{size(found.available)} of {size(found.total)} available",
        f"{size(found.total)} のうち {size(found.available)} が使えます",
    )
    if found.available < _LEAST_MEMORY:
        close = say(
            "Close other programs: the default model needs about 300 MB.",
            "他のプログラムを終了してください。標準のモデルには約 300 MB 必要です。",
        )
        return Finding("memory", "note", text, close)
    return Finding("memory", "ok", text)


def terminal() -> Finding:
    """Whether Japanese can be shown here."""
    if missing := letters.missing():
        return Finding(
            "terminal",
            "note",
            say(
                f"The locale {missing} is not installed here; Kippu uses UTF-8 all the same.",
                f"ロケール {missing} はこのシステムにありません。Kippu は UTF-8 で動きます。",
            ),
            say(
                "For other programs: export LANG=C.UTF-8 (Japanese in Kippu: KIPPU_LANGUAGE=ja)",
                "他のプログラムのためには: export LANG=C.UTF-8（Kippu の日本語は KIPPU_LANGUAGE=ja）",
            ),
        )
    encoding = (sys.stdout.encoding or "").lower().replace("-", "")
    if encoding != "utf8":
        return Finding(
            "terminal",
            "note",
            say(f"It shows {encoding}, not UTF-8.", f"UTF-8 ではなく {encoding} です。"),
            say("For Japanese: export LANG=C.UTF-8", "日本語を使うには: export LANG=C.UTF-8"),
        )
    return Finding("terminal", "ok", say("UTF-8: English and Japanese", "UTF-8（英語と日本語）"))
