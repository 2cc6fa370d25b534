"""A full-text index of passages, in one small SQLite file that can be made again at any time.

Knows words and SQLite's FTS5; not where the passages come from, nor which answer a question.
"""

import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from contextlib import closing, suppress
from dataclasses import dataclass
from pathlib import Path

from kippu.errors import RecordError
from kippu.layers.passages import Passage
from kippu.layers.words import words

_TITLE_WEIGHT = 4.0
_NEAR = 60
"""Passages that bm25 puts first, of which the best is chosen."""


@dataclass(frozen=True, slots=True)
class Row:
    """A passage in the index."""

    title: str
    place: str
    """The document's path in the layer."""
    text: str


@dataclass(frozen=True, slots=True)
class Near:
    """A passage that has some of the words."""

    number: int
    """Its place in the index: a document's passages follow each other."""
    row: Row
    rank: float
    """bm25, the higher the nearer."""
    has: frozenset[str]
    """Which of the words asked for it has, in any of their forms."""


class Index:
    """Passages of one layer."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    @classmethod
    def made(cls, file: Path | None, rows: Iterable[Row]) -> "Index":
        """A new one with these passages, in memory when there is no file for it."""
        part = file.with_suffix(".part") if file else None
        try:
            if part:
                part.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
                part.unlink(missing_ok=True)
            connection = _connect(part)
            connection.executescript(
                "CREATE TABLE passages (id INTEGER PRIMARY KEY, title TEXT, place TEXT, text TEXT);"
                "CREATE VIRTUAL TABLE found USING fts5 "
                "(title, text, content='', tokenize='porter unicode61');"
            )
            with connection:
                for number, row in enumerate(rows, 1):
                    connection.execute(
                        "INSERT INTO passages VALUES (?, ?, ?, ?)", (number, row.title, row.place, row.text)
                    )
                    connection.execute(
                        "INSERT INTO found (rowid, title, text) VALUES (?, ?, ?)",
                        (number, " ".join(words(row.title)), " ".join(words(row.text))),
                    )
            if file and part:
                connection.close()
                part.replace(file)
                connection = _connect(file)
        except (OSError, sqlite3.Error) as error:
            raise RecordError(
                f"The index {file} can't be written: {error}. Free some space.",
                f"索引 {file} を書けません（{error}）。空きを作ってください。",
            ) from error
        return cls(connection)

    @classmethod
    def opened(cls, file: Path) -> "Index | None":
        """The one in this file; None when there is none, or it is damaged and has to be made again."""
        if not file.exists():
            return None
        with suppress(sqlite3.Error):
            connection = _connect(file)
            connection.execute("SELECT count(*) FROM passages").fetchone()
            return cls(connection)
        return None

    @property
    def rows(self) -> list[Row]:
        """All passages in order."""
        found = self._connection.execute("SELECT title, place, text FROM passages ORDER BY id")
        return [Row(*one) for one in found]

    @property
    def size(self) -> int:
        """Passages in it."""
        return int(self._connection.execute("SELECT count(*) FROM passages").fetchone()[0])

    def counts(self, asked: Sequence[str]) -> Mapping[str, int]:
        """How many passages have each of the words."""
        return {word: len(self.having(word)) for word in asked}

    def near(self, question: Sequence[str], asked: Sequence[str]) -> list[Near]:
        """The passages that have any word of the question, the nearest first; ``asked``: those that tell."""
        if not question:
            return []
        having = {word: self.having(word) for word in asked}
        rows = self._connection.execute(
            f"SELECT rowid, -bm25(found, {_TITLE_WEIGHT}, 1.0) FROM found WHERE found MATCH ? "  # noqa: S608  # a number
            "ORDER BY 2 DESC LIMIT ?",
            (" OR ".join(map(_quoted, question)), _NEAR),
        ).fetchall()
        return [
            Near(number, self.row(number), rank, frozenset(word for word in asked if number in having[word]))
            for number, rank in rows
        ]

    def having(self, word: str) -> set[int]:
        """The numbers of the passages that have a word in any of its forms."""
        rows = self._connection.execute("SELECT rowid FROM found WHERE found MATCH ?", (_quoted(word),))
        return {number for (number,) in rows}

    def row(self, number: int) -> Row:
        """The passage with a number, from 1."""
        with closing(
            self._connection.execute("SELECT title, place, text FROM passages WHERE id = ?", (number,))
        ) as found:
            return Row(*found.fetchone())

    def close(self) -> None:
        """Let go of the file."""
        self._connection.close()


def rows_of(place: str, cut: Iterable[Passage]) -> list[Row]:
    """The rows of one document."""
    return [Row(passage.title, place, passage.text) for passage in cut]


def _connect(file: Path | None) -> sqlite3.Connection:
    return sqlite3.connect(file or ":memory:", check_same_thread=False)


def _quoted(word: str) -> str:
    return '"' + word.replace('"', '""') + '"'
