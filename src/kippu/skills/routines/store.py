"""The person's own routines, as they are kept."""

import unicodedata

from kippu.names import Routine
from kippu.record import Database

_TABLE = """
CREATE TABLE IF NOT EXISTS routines (
    folded TEXT PRIMARY KEY,
    name TEXT NOT NULL,
    does TEXT NOT NULL
)
"""


class Routines:
    """All of them, in the order in which they were taught."""

    def __init__(self, database: Database) -> None:
        self._database = database
        database.table(_TABLE)

    def put(self, name: str, does: str) -> Routine | None:
        """Keep one; gives back what its name meant before."""
        before = self.get(name)
        with self._database.write() as connection:
            connection.execute(
                "INSERT OR REPLACE INTO routines VALUES (?, ?, ?)", (_folded(name), name, does)
            )
        return before

    def get(self, name: str) -> Routine | None:
        """The one with this name, however it is written."""
        return next((one for one in self.all() if _folded(one.name) == _folded(name)), None)

    def all(self) -> tuple[Routine, ...]:
        """Every one."""
        rows = self._database.read("SELECT name, does FROM routines ORDER BY rowid")
        return tuple(Routine(row["name"], (), (row["does"],)) for row in rows)

    def remove(self, name: str) -> bool:
        """Forget one; False if there was none."""
        with self._database.write() as connection:
            return bool(
                connection.execute("DELETE FROM routines WHERE folded = ?", (_folded(name),)).rowcount
            )


def _folded(name: str) -> str:
    return " ".join(unicodedata.normalize("NFKC", name).casefold().split())
