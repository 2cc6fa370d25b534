"""What providers cost this month: taken at the worst case before a request leaves, set right by its bill.

Knows no provider's prices; is told sums.
"""

from datetime import datetime

from kippu.errors import OverBudget
from kippu.record.database import Database

_TABLE = """
CREATE TABLE IF NOT EXISTS spending (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    month TEXT NOT NULL,
    provider TEXT NOT NULL,
    cents REAL NOT NULL
);
CREATE INDEX IF NOT EXISTS spending_by_month ON spending (month);
"""


class Spending:
    """Sums in US cents, by the person's calendar months."""

    def __init__(self, database: Database) -> None:
        self._database = database
        database.table(_TABLE)

    def spent(self) -> float:
        """What this month has cost so far, with what runs now at its worst."""
        rows = self._database.read("SELECT total(cents) AS cents FROM spending WHERE month = ?", _month())
        return float(rows[0]["cents"])

    def reserve(self, provider: str, cents: float, budget: float) -> int:
        """Take the worst that a request may cost, before it leaves; raises OverBudget when that passes it.

        Gives the number to settle it by.
        """
        with self._database.write() as connection:
            spent = self.spent()
            if cents and spent + cents > budget:
                raise OverBudget(
                    f"Asking {provider} could cost {cents:.2g} cents, and of this month's {budget:g} cents "
                    f"{spent:.2f} are spent. Raise the budget in the settings to ask it.",
                    f"{provider}への質問は最大{cents:.2g}セントかかり、今月の予算{budget:g}セントのうち"
                    f"{spent:.2f}セントを使っています。尋ねるには設定で予算を上げてください。",
                )
            row = connection.execute(
                "INSERT INTO spending (month, provider, cents) VALUES (?, ?, ?)", (_month(), provider, cents)
            )
            return row.lastrowid or 0

    def settle(self, number: int, cents: float) -> None:
        """What it really cost. A power cut may lose it: then the worst stays taken, and nothing is passed."""
        with self._database.write(durable=False) as connection:
            connection.execute("UPDATE spending SET cents = ? WHERE id = ?", (cents, number))


def _month() -> str:
    return datetime.now().astimezone().strftime("%Y-%m")
