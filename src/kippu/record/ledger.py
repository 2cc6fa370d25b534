"""Every byte that left the device: when, to whom, what, and why. Rows come, and never change or go.

Knows nothing of who sends; whoever does writes here first.
"""

import json
from dataclasses import asdict, dataclass
from datetime import UTC, datetime

from kippu.record.database import Database

_TABLE = """
CREATE TABLE IF NOT EXISTS ledger (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    at TEXT NOT NULL,
    turn TEXT,
    receiver TEXT NOT NULL,
    bytes INTEGER NOT NULL,
    text TEXT NOT NULL,
    why TEXT NOT NULL
);
CREATE TRIGGER IF NOT EXISTS ledger_stays BEFORE UPDATE ON ledger
BEGIN SELECT RAISE(ABORT, 'the ledger only grows'); END;
CREATE TRIGGER IF NOT EXISTS ledger_keeps BEFORE DELETE ON ledger
BEGIN SELECT RAISE(ABORT, 'the ledger only grows'); END;
"""


@dataclass(frozen=True, slots=True)
class Row:
    """One thing that left the device."""

    id: int
    at: str
    """ISO time in UTC."""
    turn: str | None
    """Id of the turn that it left for; None when no sentence asked for it, as for a model being fetched."""
    to: str
    """Who got it: a host or a provider's name."""
    bytes: int
    """How many bytes of what was said left, in UTF-8."""
    text: str
    """What left, as it left."""
    why: str
    """For people."""


class Ledger:
    """The rows, oldest first."""

    def __init__(self, database: Database) -> None:
        self._database = database
        database.table(_TABLE)

    def add(self, to: str, text: str, why: str, turn: str | None = None) -> Row:
        """Write that ``text`` leaves now. Call it before sending: what can't be written must not leave."""
        at = datetime.now(UTC).isoformat(timespec="milliseconds")
        size = len(text.encode("utf-8", "surrogatepass"))
        text = text.encode("utf-8", "replace").decode("utf-8")
        with self._database.write() as connection:
            number = connection.execute(
                "INSERT INTO ledger (at, turn, receiver, bytes, text, why) VALUES (?, ?, ?, ?, ?, ?)",
                (at, turn, to, size, text, why),
            ).lastrowid
        return Row(number or 0, at, turn, to, size, text, why)

    def list(self, turn: str | None = None) -> tuple[Row, ...]:
        """All rows, or those of one turn."""
        rows = self._database.read(
            "SELECT * FROM ledger WHERE ?1 IS NULL OR turn = ?1 ORDER BY id",
            turn,
        )
        return tuple(
            Row(r["id"], r["at"], r["turn"], r["receiver"], r["bytes"], r["text"], r["why"]) for r in rows
        )

    def count(self) -> int:
        """How often something left."""
        return int(self._database.read("SELECT count(*) AS n FROM ledger")[0]["n"])

    def export(self) -> str:
        """All rows as one JSON array."""
        return json.dumps([asdict(row) for row in self.list()], ensure_ascii=False, indent=2)
