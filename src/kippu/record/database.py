"""The one SQLite file: how it is opened, written and brought up to date.

Knows nothing of what the tables mean; each user of it brings its own. What is committed survives a
``kill -9`` (write-ahead log); what is written with ``durable`` survives a power cut too.
"""

import re
import sqlite3
import threading
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from typing import Any

from kippu.errors import RecordError
from kippu.failures_ja import system_ja
from kippu.regex import regex

_WAIT_SECONDS = 5.0
_TABLE = regex(r"CREATE\s+(?:VIRTUAL\s+)?TABLE\s+IF\s+NOT\s+EXISTS\s+(\w+)", re.IGNORECASE)


class Database:
    """One connection to one file, shared by all who keep something in it.

    Raises RecordError, which names the file and says what to do, wherever it can't be read or written.
    """

    def __init__(self, path: Path) -> None:
        """Open the file at ``path``, or make it with its folder."""
        self.path = path
        self._lock = threading.RLock()
        self._synchronous = ""
        try:
            path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        except OSError as error:
            raise RecordError(
                f"The folder {path.parent} can't be made: {error.strerror}. Choose another with KIPPU_DATA.",
                f"フォルダー {path.parent} を作れません（{system_ja(error)}）。"
                "KIPPU_DATA で別の場所を指定してください。",
            ) from error
        with self._telling():
            # Made here, for SQLite would let others of this machine read it; its log follows the file.
            with suppress(OSError):
                path.touch(mode=0o600)
                path.chmod(0o600)
            self.connection = sqlite3.connect(
                path, timeout=_WAIT_SECONDS, isolation_level=None, check_same_thread=False
            )
        try:
            with self._telling():
                self.connection.row_factory = sqlite3.Row
                self.connection.execute("PRAGMA journal_mode = WAL")
                self.connection.execute("PRAGMA foreign_keys = ON")
                self.connection.execute("PRAGMA secure_delete = ON")
                # Folding waits for the disk: not in the midst of a request, but when ``fold`` is called.
                self.connection.execute("PRAGMA wal_autocheckpoint = 0")
                self.connection.execute(
                    "CREATE TABLE IF NOT EXISTS versions (name TEXT PRIMARY KEY, version INTEGER NOT NULL)"
                )
        except RecordError:
            self.connection.close()
            raise

    def table(self, first: str, *later: str) -> None:
        """Make a user's tables: ``first`` makes them, each of ``later`` changes them, each once and in order.

        Every text is SQL, one or more statements; the first begins with ``CREATE TABLE IF NOT EXISTS name``.
        Raises RecordError when a newer Kippu has already changed them further.
        """
        found = _TABLE.search(first)
        if found is None:
            raise ValueError(f"no CREATE TABLE IF NOT EXISTS in {first!r}")
        name, steps = found[1], (first, *later)
        with self.write():
            rows = self.read("SELECT version FROM versions WHERE name = ?", name)
            version = rows[0]["version"] if rows else 0
            if version > len(steps):
                raise RecordError(
                    f"{self.path} was written by a newer Kippu (its '{name}' is of version {version}, this "
                    f"one knows {len(steps)}). Update Kippu, or choose another data folder with KIPPU_DATA.",
                    f"{self.path} は新しい Kippu で書かれています（「{name}」は版 {version}、"
                    f"この Kippu が読めるのは版 {len(steps)} まで）。Kippu を更新するか、"
                    "KIPPU_DATA で別のデータフォルダーを指定してください。",
                )
            for step in steps[version:]:
                for statement in _statements(step):
                    self.connection.execute(statement)
            self.connection.execute("INSERT OR REPLACE INTO versions VALUES (?, ?)", (name, len(steps)))

    @contextmanager
    def write(self, durable: bool = True) -> Iterator[sqlite3.Connection]:
        """One transaction: all of the block or, when it raises, nothing of it. Not to be held over an await.

        With ``durable`` false it may be lost by a power cut (not by a kill), and needs no wait for the disk.
        """
        with self._lock, self._telling():
            if self.connection.in_transaction:
                yield self.connection
                return
            if self._synchronous != (synchronous := "FULL" if durable else "NORMAL"):
                self.connection.execute(f"PRAGMA synchronous = {synchronous}")
                self._synchronous = synchronous
            self.connection.execute("BEGIN IMMEDIATE")
            try:
                yield self.connection
                self.connection.execute("COMMIT")
            finally:
                if self.connection.in_transaction:
                    self.connection.execute("ROLLBACK")

    def read(self, sql: str, *values: Any) -> Sequence[sqlite3.Row]:
        """All rows of a query; columns by name."""
        with self._lock, self._telling():
            return self.connection.execute(sql, values).fetchall()

    def fold(self) -> None:
        """Fold what the log has into the file, as far as nobody reads it; may run in any thread."""
        with self._telling(), closing(sqlite3.connect(self.path, timeout=_WAIT_SECONDS)) as connection:
            connection.execute("PRAGMA wal_checkpoint(PASSIVE)")
            # What was deleted stands in the log until that is emptied: now, if nobody is held up by it.
            connection.execute("PRAGMA busy_timeout = 0")
            connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")

    def wipe(self) -> None:
        """Leave nothing of what was deleted in the file and its log; behind an open transaction, ``fold``
        does it later, and so it does where somebody else reads too long."""
        with self._lock:
            if not self.connection.in_transaction:
                self.fold()

    def close(self) -> None:
        """Fold the log into the file and let go of it, once no thread is reading. May be called twice."""
        # SQLite crashes the program when its connection goes in the midst of another thread's query.
        with self._lock:
            self.connection.close()

    @contextmanager
    def _telling(self) -> Iterator[None]:
        """Turn SQLite's errors into words for people."""
        try:
            yield
        except sqlite3.IntegrityError:
            raise
        except sqlite3.DatabaseError as error:
            raise RecordError(*self._told(error)) from error

    def _told(self, error: sqlite3.DatabaseError) -> tuple[str, str]:
        what = str(error)
        if "not a database" in what or "malformed" in what:
            return (
                f"{self.path} is damaged or not a database ({what}). "
                "Move it away (keep it: it may be mended) and start again; Kippu makes a new one.",
                f"{self.path} は壊れているか、データベースではありません（{what}）。"
                "直せることもあるので別の場所に移し、もう一度始めてください。新しいものが作られます。",
            )
        if "full" in what:
            return (
                f"No room left on the disk of {self.path}. Free some space; nothing written before is lost.",
                f"{self.path} のディスクに空きがありません。空きを作ってください。"
                "これまでに書かれたものは失われていません。",
            )
        if "readonly" in what or "unable to open" in what:
            return (
                f"{self.path} can't be written ({what}). "
                f"Allow writing to {self.path.parent}, or choose another folder with KIPPU_DATA.",
                f"{self.path} に書き込めません（{what}）。{self.path.parent} への書き込みを許可するか、"
                "KIPPU_DATA で別のフォルダーを指定してください。",
            )
        if "locked" in what:
            return (
                f"{self.path} is held by another program. End it, or wait, and try again.",
                f"{self.path} を別のプログラムが使っています。"
                "終了するか、少し待って、もう一度お試しください。",
            )
        return f"{self.path} can't be used: {what}.", f"{self.path} を使えません（{what}）。"


def _statements(script: str) -> Iterator[str]:
    """The statements of a script, one by one: ``executescript`` would commit the open transaction."""
    statement = ""
    for part in script.split(";"):
        statement += part
        if statement.strip() and sqlite3.complete_statement(statement + ";"):
            yield statement
            statement = ""
        elif statement.strip():
            statement += ";"
    if statement.strip(" \n;"):
        yield statement
