import json
import sqlite3

import pytest

from kippu.record import Database, Ledger


def test_rows_come_and_stay(database: Database) -> None:
    ledger = Ledger(database)
    assert ledger.count() == 0 and ledger.export() == "[]"
    first = ledger.add("index.example", "GET /simple/切符/", "to fetch a model you asked for")
    ledger.add("cloud.example", "bell \ud800", "you allowed it", turn="t1")
    assert ledger.list()[0] == first
    assert (first.bytes, first.turn) == (len("GET /simple/切符/".encode()), None)
    assert [row.to for row in ledger.list("t1")] == ["cloud.example"]
    assert [row["to"] for row in json.loads(ledger.export())] == ["index.example", "cloud.example"]
    assert ledger.count() == 2


@pytest.mark.parametrize("change", ["DELETE FROM ledger", "UPDATE ledger SET text = ''"])
def test_nothing_changes_or_goes(database: Database, change: str) -> None:
    ledger = Ledger(database)
    ledger.add("index.example", "GET /", "why")
    with pytest.raises(sqlite3.IntegrityError, match="only grows"), database.write() as connection:
        connection.execute(change)
    assert [row.text for row in ledger.list()] == ["GET /"]
