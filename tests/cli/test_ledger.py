import json
from pathlib import Path

from kippu.record import Database, Ledger

from .conftest import Run


def test_empty(kippu: Run, data: Path) -> None:
    assert kippu("ledger").stdout == b"Nothing has left this device.\n"
    assert json.loads(kippu("ledger", "--json").stdout) == []


def test_rows(kippu: Run, data: Path) -> None:
    database = Database(data / "kippu.db")
    Ledger(database).add("egress", "for the test", to="example.org", text="hello\x1b[31m")
    database.close()
    assert b"example.org\t10\tfor the test" in kippu("ledger").stdout
    (row,) = json.loads(kippu("ledger", "--json").stdout)
    assert (row["to"], row["bytes"], row["what"]) == ("example.org", 10, "for the test")
