"""What is taken from the budget and the row of what leaves are written at once, or neither is."""

from contextlib import closing
from pathlib import Path

import pytest

from kippu.record import Database, Ledger, Spending


def test_both_or_none(tmp_path: Path) -> None:
    with closing(Database(tmp_path / "kippu.db")) as database:
        ledger, spending = Ledger(database), Spending(database)
        with pytest.raises(RuntimeError), ledger.at_once():
            spending.reserve("near", 2.0, 10.0)
            ledger.add("egress", "why", to="near", text="hello")
            raise RuntimeError
        assert spending.spent() == 0 and ledger.list() == ()
        with ledger.at_once():
            spending.reserve("near", 2.0, 10.0)
            ledger.add("egress", "why", to="near", text="hello")
        assert spending.spent() == 2 and [row.text for row in ledger.list()] == ["hello"]
        assert ledger.verify() is None
