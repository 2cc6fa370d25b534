"""Rows as they were before a change, so that it can be taken back to the letter, under the old ids.

Knows no meaning of a row. What was deleted is kept here for a day at most, for "undo" alone.
"""

import json
import time
from collections.abc import Iterable, Mapping, Sequence
from secrets import token_hex
from typing import Any

from kippu.record.database import Database

_TABLE = """
CREATE TABLE IF NOT EXISTS images (
    number INTEGER PRIMARY KEY AUTOINCREMENT,
    key TEXT NOT NULL UNIQUE,
    at REAL NOT NULL,
    of TEXT NOT NULL,
    id TEXT NOT NULL,
    row TEXT NOT NULL
)
"""
_KEPT_SECONDS = 24 * 3600.0


class Images:
    """Those of the rows of one table, which has an ``id``."""

    def __init__(self, database: Database, of: str) -> None:
        self._database = database
        self._of = of
        database.table(_TABLE)
        self._drop_old()  # what was kept before a long rest, too

    def take(self, ids: Iterable[str]) -> tuple[str, ...]:
        """Keep these rows as they are now; gives the keys by which ``rows`` finds them, which nobody can
        guess. To be called before each change: what was changed since is not put back."""
        with self._database.write() as connection:
            self._drop_old()
            keys = []
            for id in ids:
                for row in connection.execute(f"SELECT * FROM {self._of} WHERE id = ?", (id,)).fetchall():  # noqa: S608  # a name of ours
                    keys.append(key := token_hex(8))
                    connection.execute(
                        "INSERT INTO images (key, at, of, id, row) VALUES (?, ?, ?, ?, ?)",
                        (key, time.time(), self._of, str(id), json.dumps(dict(row))),
                    )
            return tuple(keys)

    def rows(self, keys: Iterable[str]) -> list[dict[str, Any]]:
        """Those that are still kept and were not changed since, in that order."""
        return [json.loads(row["row"]) for key in keys for row in self._found(key)]

    def _found(self, key: str) -> Sequence[Any]:
        return self._database.read(
            "SELECT row FROM images AS mine WHERE key = ? AND of = ? AND at >= ? AND NOT EXISTS "
            "(SELECT 1 FROM images WHERE of = mine.of AND id = mine.id AND number > mine.number)",
            key,
            self._of,
            time.time() - _KEPT_SECONDS,
        )

    def put_back(self, rows: Iterable[Mapping[str, Any]]) -> None:
        """Let the table have these rows as they were. Their last images are used up."""
        with self._database.write() as connection:
            for row in rows:
                names = ", ".join(f'"{name}"' for name in row)
                holes = ", ".join("?" for _ in row)
                connection.execute(
                    f"INSERT OR REPLACE INTO {self._of} ({names}) VALUES ({holes})",  # noqa: S608  # names of ours
                    tuple(row.values()),
                )
                connection.execute(
                    "DELETE FROM images WHERE number = "
                    "(SELECT max(number) FROM images WHERE of = ? AND id = ?)",
                    (self._of, str(row["id"])),
                )

    def _drop_old(self) -> None:
        before = time.time() - _KEPT_SECONDS
        if self._database.read(
            "SELECT 1 FROM images WHERE at < ? LIMIT 1", before
        ):  # a write waits for the disk
            with self._database.write() as connection:
                connection.execute("DELETE FROM images WHERE at < ?", (before,))


def forget(database: Database) -> None:
    """Keep none of any table any more."""
    with database.write() as connection:
        connection.execute("DELETE FROM images")
