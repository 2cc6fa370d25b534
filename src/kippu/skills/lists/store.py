"""The person's lists and what is on them. Knows names and items, and nothing of how they are spoken of."""

import sqlite3
import time
from collections.abc import Sequence
from dataclasses import dataclass

from kippu.record import Database

_TABLES = """
CREATE TABLE IF NOT EXISTS lists (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    name TEXT NOT NULL UNIQUE COLLATE NOCASE
);
CREATE TABLE IF NOT EXISTS list_items (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    list INTEGER NOT NULL REFERENCES lists (id) ON DELETE CASCADE,
    text TEXT NOT NULL,
    done INTEGER NOT NULL DEFAULT 0
);
CREATE TABLE IF NOT EXISTS list_taken_off (
    list INTEGER NOT NULL REFERENCES lists (id) ON DELETE CASCADE,
    text TEXT NOT NULL,
    done INTEGER NOT NULL,
    at REAL NOT NULL
);
INSERT OR IGNORE INTO lists (name) VALUES ('shopping');
INSERT OR IGNORE INTO lists (name) VALUES ('to do');
"""


@dataclass(frozen=True, slots=True)
class Item:
    """One line of a list."""

    id: str
    text: str
    done: bool


class Lists:
    """All lists; ``shopping`` and ``to do`` are there from the start."""

    def __init__(self, database: Database) -> None:
        self._database = database
        database.table(_TABLES)

    def names(self) -> tuple[str, ...]:
        """Names of all lists, oldest first."""
        return tuple(row["name"] for row in self._database.read("SELECT name FROM lists ORDER BY id"))

    def items(self, name: str) -> tuple[Item, ...]:
        """What is on a list, in the order it came; empty for a list that is not there."""
        rows = self._database.read(
            "SELECT i.id, i.text, i.done FROM list_items AS i JOIN lists ON lists.id = i.list "
            "WHERE lists.name = ? ORDER BY i.id",
            name,
        )
        return tuple(Item(str(row["id"]), row["text"], bool(row["done"])) for row in rows)

    def begin(self, name: str) -> None:
        """Make a list with nothing on it; one of this name that is there stays as it is."""
        with self._database.write() as connection:
            connection.execute("INSERT OR IGNORE INTO lists (name) VALUES (?)", (name,))

    def add(self, name: str, text: str) -> Item:
        """Put an item on a list; the list is made when it is new."""
        with self._database.write() as connection:
            connection.execute("INSERT OR IGNORE INTO lists (name) VALUES (?)", (name,))
            number = connection.execute(
                "INSERT INTO list_items (list, text) SELECT id, ? FROM lists WHERE name = ?", (text, name)
            ).lastrowid
        return Item(str(number), text, False)

    def check(self, id: str, done: bool = True) -> None:
        """Tick an item off, or untick it."""
        with self._database.write() as connection:
            connection.execute("UPDATE list_items SET done = ? WHERE id = ?", (done, id))

    def reword(self, id: str, text: str) -> None:
        """Write an item otherwise; it keeps its place."""
        with self._database.write() as connection:
            connection.execute("UPDATE list_items SET text = ? WHERE id = ?", (text, id))

    def take_off(self, items: Sequence[Item]) -> None:
        """Take items off their list; ``restore`` puts them back."""
        with self._database.write() as connection:
            _take_off(connection, [item.id for item in items])

    def clear(self, name: str) -> int:
        """Take everything off a list; gives how many items that were. ``restore`` puts them back."""
        items = self.items(name)
        self.take_off(items)
        return len(items)

    def taken_off(self) -> tuple[str, float] | None:
        """The list that something was last taken off, and when (Unix time); None when nothing was."""
        rows = self._database.read(
            "SELECT lists.name, max(t.at) AS at FROM list_taken_off AS t JOIN lists ON lists.id = t.list "
            "GROUP BY lists.name"
        )
        return (rows[0]["name"], rows[0]["at"]) if rows else None

    def restore(self) -> tuple[Item, ...]:
        """Put back what was taken off last, behind what is there; what is there again stays once."""
        with self._database.write() as connection:
            rows = connection.execute(
                "INSERT INTO list_items (list, text, done) "
                "SELECT list, text, done FROM list_taken_off AS t WHERE NOT EXISTS "
                "(SELECT 1 FROM list_items AS i WHERE i.list = t.list AND i.text = t.text COLLATE NOCASE) "
                "RETURNING id, text, done"
            ).fetchall()
            connection.execute("DELETE FROM list_taken_off")
        return tuple(Item(str(row["id"]), row["text"], bool(row["done"])) for row in rows)


def _take_off(connection: sqlite3.Connection, ids: Sequence[str]) -> None:
    """Move items where ``restore`` finds them; what lay there is forgotten. Inside a transaction."""
    if not ids:
        return
    connection.execute("DELETE FROM list_taken_off")
    for id in ids:
        connection.execute(
            "INSERT INTO list_taken_off SELECT list, text, done, ? FROM list_items WHERE id = ?",
            (time.time(), id),
        )
        connection.execute("DELETE FROM list_items WHERE id = ?", (id,))
