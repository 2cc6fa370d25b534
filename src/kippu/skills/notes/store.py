"""Notes in the record: short texts, newest first. Knows no language."""

from collections.abc import Iterable
from dataclasses import dataclass

from kippu.record import Database, Images

_TABLE = """
CREATE TABLE IF NOT EXISTS notes (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    at TEXT NOT NULL,
    text TEXT NOT NULL
)
"""


@dataclass(frozen=True, slots=True)
class Note:
    """One note."""

    id: str
    at: str
    """ISO time with offset."""
    text: str


class Notes:
    """All notes, newest first."""

    def __init__(self, database: Database) -> None:
        self._database = database
        database.table(_TABLE)
        self._images = Images(database, "notes")

    def add(self, at: str, text: str) -> Note:
        """Keep a note, written at that ISO time."""
        with self._database.write() as connection:
            number = connection.execute("INSERT INTO notes (at, text) VALUES (?, ?)", (at, text)).lastrowid
        return Note(str(number), at, text)

    def all(self) -> tuple[Note, ...]:
        """Every note."""
        rows = self._database.read("SELECT * FROM notes ORDER BY id DESC")
        return tuple(Note(str(row["id"]), row["at"], row["text"]) for row in rows)

    def change(self, id: str, text: str) -> None:
        """Let one say this from now on; nothing happens when it is gone."""
        with self._database.write() as connection:
            connection.execute("UPDATE notes SET text = ? WHERE id = ?", (text, id))

    def images(self, ids: Iterable[str]) -> tuple[str, ...]:
        """Keep these as they are now, for ``put_back``."""
        return self._images.take(ids)

    def put_back(self, images: Iterable[str]) -> tuple[Note, ...]:
        """Let notes be as they were; gives those that are."""
        rows = self._images.rows(images)
        self._images.put_back(rows)
        return tuple(Note(str(row["id"]), row["at"], row["text"]) for row in rows)

    def remove(self, id: str) -> None:
        """Delete one; nothing happens when it is gone already."""
        with self._database.write() as connection:
            connection.execute("DELETE FROM notes WHERE id = ?", (id,))
