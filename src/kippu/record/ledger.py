"""What was decided, what left the device and what was done: rows that come, and never change or go.

Each row carries a hash over itself and the row before, so that a change of any shows. What was said stands
apart from the rows, with only its digest in the chain: the person can forget it, and the chain still holds.
Knows nothing of who sends or acts; whoever does writes here first.
"""

import hashlib
import json
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from typing import Literal

from kippu import reasons
from kippu.reasons import Reason, filled
from kippu.record.database import Database
from kippu.record.search import folded

Kind = Literal["placement", "egress", "action", "fetch"]
"""Where a request was placed; text that left; a tool that changed something; a file that was asked for."""

_TABLES = """
CREATE TABLE IF NOT EXISTS ledger_rows (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    at TEXT NOT NULL,
    kind TEXT NOT NULL,
    turn TEXT,
    receiver TEXT NOT NULL,
    bytes INTEGER NOT NULL,
    kinds TEXT NOT NULL,
    what TEXT NOT NULL,
    digest TEXT NOT NULL,
    hash TEXT NOT NULL
);
CREATE TABLE IF NOT EXISTS ledger_texts (id INTEGER PRIMARY KEY, text TEXT NOT NULL);
CREATE INDEX IF NOT EXISTS ledger_by_turn ON ledger_rows (turn);
CREATE INDEX IF NOT EXISTS ledger_by_kind ON ledger_rows (kind, id);
CREATE TRIGGER IF NOT EXISTS ledger_stays BEFORE UPDATE ON ledger_rows
BEGIN SELECT RAISE(ABORT, 'the ledger only grows'); END;
CREATE TRIGGER IF NOT EXISTS ledger_keeps BEFORE DELETE ON ledger_rows
BEGIN SELECT RAISE(ABORT, 'the ledger only grows'); END;
"""
_START = "0" * 64
"""What the first row has for the hash of the row before."""


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the ledger."""

    id: int
    at: str
    """ISO time in UTC."""
    kind: Kind
    turn: str | None
    """Id of the turn that it was for; None when no sentence asked for it, as for a model being fetched."""
    to: str
    """Who got it: a host or a provider's name. Empty when nothing left."""
    bytes: int
    """How many bytes left, in UTF-8; 0 when nothing did."""
    kinds: tuple[str, ...]
    """Kinds of personal data that were replaced in it."""
    what: str
    """For people, without what was said: a placement's reason, a tool's name and who asked for it."""
    text: str | None
    """Exactly what left, or the call that was made. None when it was not kept, or is forgotten."""
    digest: str
    """SHA-256 of that text, which stays."""
    hash: str
    """SHA-256 over this row and the hash of the row before."""


@dataclass(frozen=True, slots=True)
class Break:
    """Where the chain does not hold."""

    id: int
    """Number of the row that was changed, or is missing."""
    why: str


@dataclass(frozen=True, slots=True)
class Total:
    """What one receiver got on one day of the person's calendar."""

    day: str
    to: str
    times: int
    bytes: int


class Ledger:
    """The rows, oldest first."""

    def __init__(self, database: Database) -> None:
        self._database = database
        database.table(_TABLES)

    def add(
        self,
        kind: Kind,
        what: str,
        *,
        turn: str | None = None,
        to: str = "",
        text: str = "",
        kinds: Sequence[str] = (),
        keep: bool = True,
        size: int | None = None,
    ) -> Row:
        """Write what is decided, leaves or is done now. Call it before: what can't be written may not happen.

        With ``keep`` false the text itself is not kept, only its digest and its size. ``size``: bytes that
        leave, where the text only tells of them; by default its own.
        """
        at = datetime.now(UTC).isoformat(timespec="milliseconds")
        text = text.encode("utf-8", "replace").decode("utf-8")
        if size is None:
            size = len(text.encode()) if to else 0
        digest = _sha256(text)
        with self._database.write(durable=kind in {"egress", "fetch"}) as connection:
            last = connection.execute("SELECT id, hash FROM ledger_rows ORDER BY id DESC LIMIT 1").fetchone()
            number = (last["id"] if last else 0) + 1
            row = Row(
                number, at, kind, turn, to, size, tuple(kinds), what, text if keep else None, digest, ""
            )
            hashed = _chained(last["hash"] if last else _START, row)
            connection.execute(
                "INSERT INTO ledger_rows VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                (number, at, kind, turn, to, size, json.dumps(row.kinds), what, digest, hashed),
            )
            if keep and text:
                connection.execute("INSERT INTO ledger_texts VALUES (?, ?)", (number, text))
        return Row(number, at, kind, turn, to, size, row.kinds, what, row.text, digest, hashed)

    def at_once(self) -> AbstractContextManager[object]:
        """One transaction, and one wait for the disk, for all that is written within; an error undoes it."""
        return self._database.write()

    def list(
        self,
        *,
        turn: str | None = None,
        kinds: Sequence[Kind] = (),
        words: str = "",
        since: datetime | None = None,
        newest: int | None = None,
    ) -> tuple[Row, ...]:
        """The rows: of one turn, of these kinds, with these words, since then, the newest so many."""
        rows = self._database.read(
            "SELECT r.*, t.text FROM ledger_rows AS r LEFT JOIN ledger_texts AS t USING (id) "
            "WHERE (?1 IS NULL OR r.turn = ?1) "
            "AND (?2 = '[]' OR r.kind IN (SELECT value FROM json_each(?2))) "
            "AND (?3 IS NULL OR r.at >= ?3) ORDER BY r.id DESC LIMIT ?4",
            turn,
            json.dumps(list(kinds)),
            since.astimezone(UTC).isoformat(timespec="milliseconds") if since else None,
            -1 if newest is None or words.strip() else newest,
        )
        found = [_row(row) for row in rows]
        if sought := folded(words.strip()):  # SQLite's own lower() knows no letter beyond ASCII
            said = (folded(f"{row.to} {row.what} {row.text or ''}") for row in found)
            found = [row for row, text in zip(found, said, strict=True) if sought in text][:newest]
        return tuple(reversed(found))

    def totals(self) -> tuple[Total, ...]:
        """What left, by day and by receiver, oldest day first."""
        rows = self._database.read(
            "SELECT date(at, 'localtime') AS day, receiver, count(*) AS times, sum(bytes) AS bytes "
            "FROM ledger_rows WHERE receiver <> '' GROUP BY day, receiver ORDER BY day, receiver"
        )
        return tuple(Total(r["day"], r["receiver"], r["times"], r["bytes"]) for r in rows)

    def count(self) -> int:
        """How often something left."""
        return int(self._database.read("SELECT count(*) AS n FROM ledger_rows WHERE receiver <> ''")[0]["n"])

    def verify(self) -> Break | None:
        """None when every row is as it was written and none is missing; else the first that is not."""
        before, expected = _START, 1
        for row in self.list():
            if row.id != expected:
                return _broken(expected, reasons.ROW_GONE, row=str(expected), next=str(row.id))
            if row.text is not None and _sha256(row.text) != row.digest:
                return _broken(row.id, reasons.TEXT_CHANGED, row=str(row.id))
            if _chained(before, row) != row.hash:
                return _broken(row.id, reasons.ROW_CHANGED, row=str(row.id))
            before, expected = row.hash, row.id + 1
        newest = self._newest()
        if newest >= expected:
            return _broken(expected, reasons.NEWEST_GONE, first=str(expected), last=str(newest))
        return None

    def forget(self, *, before: datetime | None = None, turns: Sequence[str] | None = None) -> int:
        """Forget what was said in all rows, or those older than ``before``, or those of these turns.

        The rows stay, with digest and size. Gives how many texts were forgotten.
        """
        with self._database.write() as connection:
            forgotten = connection.execute(
                "DELETE FROM ledger_texts WHERE id IN (SELECT id FROM ledger_rows WHERE "
                "(?1 IS NULL OR at < ?1) AND (?2 IS NULL OR turn IN (SELECT value FROM json_each(?2))))",
                (
                    before.astimezone(UTC).isoformat(timespec="milliseconds") if before else None,
                    None if turns is None else json.dumps(list(turns)),
                ),
            ).rowcount
        self._database.wipe()
        return forgotten

    def export(self) -> Iterator[str]:
        """All rows as JSON, a line each, hashes included, so that others can check the chain too."""
        for row in self.list():
            yield json.dumps(asdict(row), ensure_ascii=False)

    def _newest(self) -> int:
        """Number of the newest row that was ever written; SQLite keeps it apart from the rows."""
        rows = self._database.read("SELECT seq FROM sqlite_sequence WHERE name = 'ledger_rows'")
        return int(rows[0]["seq"]) if rows else 0


def _broken(id: int, reason: Reason, **words: str) -> Break:
    return Break(id, filled(reason, **words)[0])


def _chained(before: str, row: Row) -> str:
    fields = [before, row.id, row.at, row.kind, row.turn, row.to, row.bytes, row.kinds, row.what, row.digest]
    return _sha256(json.dumps(fields, ensure_ascii=True, separators=(",", ":")))


def _sha256(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


def _row(row: sqlite3.Row) -> Row:
    return Row(
        id=row["id"],
        at=row["at"],
        kind=row["kind"],
        turn=row["turn"],
        to=row["receiver"],
        bytes=row["bytes"],
        kinds=tuple(json.loads(row["kinds"])),
        what=row["what"],
        text=row["text"],
        digest=row["digest"],
        hash=row["hash"],
    )
