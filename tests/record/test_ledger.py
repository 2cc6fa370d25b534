"""Rows come and stay, each change of them shows, and what was said in them can be forgotten."""

import json
import sqlite3
from datetime import UTC, datetime, timedelta

import pytest

from kippu.record import Database, Ledger


def _three(database: Database) -> Ledger:
    ledger = Ledger(database)
    ledger.add("placement", "asked the cloud: long code question", turn="t1")
    ledger.add("egress", "you allowed it", turn="t1", to="Near Cloud", text="bell \ud800", kinds=["person"])
    ledger.add("action", "lists.add, asked for by you", turn="t2", text='{"item": "milk"}')
    return ledger


def test_rows_come_and_stay(database: Database) -> None:
    ledger = _three(database)
    placement, egress, action = ledger.list()
    assert [placement.id, egress.id, action.id] == [1, 2, 3]
    assert (egress.to, egress.bytes, egress.kinds, egress.text) == ("Near Cloud", 6, ("person",), "bell ?")
    assert (placement.bytes, action.bytes, action.text) == (0, 0, '{"item": "milk"}')
    assert ledger.count() == 1
    assert ledger.verify() is None


def test_an_egress_can_be_kept_without_its_text(database: Database) -> None:
    ledger = Ledger(database)
    ledger.add("egress", "why", to="Near Cloud", text="切符", keep=False)
    (row,) = ledger.list()
    assert row.text is None and row.bytes == 6 and len(row.digest) == 64
    assert ledger.verify() is None


def test_rows_are_found_by_turn_kind_words_and_time(database: Database) -> None:
    ledger = _three(database)
    assert [row.id for row in ledger.list(turn="t1")] == [1, 2]
    assert [row.id for row in ledger.list(kinds=["egress", "action"])] == [2, 3]
    assert [row.id for row in ledger.list(words=" MILK")] == [3]
    assert [row.id for row in ledger.list(words="near cloud")] == [2]
    ledger.add("egress", "why", to="Österreich GmbH", text="Über ÄRGER")
    for words in ("österreich", "ÖSTERREICH", "ärger", "ＧｍｂＨ"):
        assert [row.id for row in ledger.list(words=words, newest=1)] == [4]
    assert ledger.list(since=datetime.now(UTC) + timedelta(minutes=1)) == ()
    assert len(ledger.list(since=datetime.now(UTC) - timedelta(minutes=1))) == 4


def test_totals_are_by_day_and_receiver(database: Database) -> None:
    ledger = _three(database)
    ledger.add("egress", "why", to="Near Cloud", text="four")
    ledger.add("fetch", "why", to="index.example", text="GET /切符")
    (near, index) = ledger.totals()
    assert (near.to, near.times, near.bytes) == ("Near Cloud", 2, 10)
    assert (index.to, index.times) == ("index.example", 1)
    assert near.day == datetime.now().astimezone().date().isoformat()


@pytest.mark.parametrize("change", ["DELETE FROM ledger_rows", "UPDATE ledger_rows SET what = ''"])
def test_nothing_changes_or_goes(database: Database, change: str) -> None:
    ledger = _three(database)
    with pytest.raises(sqlite3.IntegrityError, match="only grows"), database.write() as connection:
        connection.execute(change)
    assert len(ledger.list()) == 3


@pytest.mark.parametrize(
    ("change", "where", "why"),
    [
        ("UPDATE ledger_rows SET bytes = 1 WHERE id = 2", 2, "not as it was written"),
        ("UPDATE ledger_rows SET receiver = 'nobody' WHERE id = 1", 1, "not as it was written"),
        ("DELETE FROM ledger_rows WHERE id = 1", 1, "Row 1 is missing"),
        ("DELETE FROM ledger_rows WHERE id = 2", 2, "Row 2 is missing"),
        ("DELETE FROM ledger_rows WHERE id = 3", 3, "the newest, are missing"),
        ("UPDATE ledger_texts SET text = 'nothing' WHERE id = 2", 2, "The text of row 2"),
    ],
)
def test_a_changed_chain_says_where_it_breaks(database: Database, change: str, where: int, why: str) -> None:
    ledger = _three(database)
    with database.write() as connection:  # as someone would who can write the file
        connection.execute("DROP TRIGGER ledger_stays")
        connection.execute("DROP TRIGGER ledger_keeps")
        connection.execute(change)
    broken = ledger.verify()
    assert broken is not None and broken.id == where and why in broken.why


def test_what_was_said_can_be_forgotten_and_the_chain_holds(database: Database) -> None:
    ledger = _three(database)
    assert ledger.forget(turns=["t2"]) == 1
    assert [row.text for row in ledger.list()] == [None, "bell ?", None]
    assert ledger.forget(before=datetime.now(UTC) - timedelta(days=1)) == 0
    assert ledger.forget() == 1
    assert all(row.text is None for row in ledger.list())
    assert ledger.verify() is None and ledger.count() == 1


def test_export_can_be_checked_by_others(database: Database) -> None:
    ledger = _three(database)
    rows = [json.loads(line) for line in ledger.export()]
    assert [row["kind"] for row in rows] == ["placement", "egress", "action"]
    assert rows[1]["text"] == "bell ?" and len({row["hash"] for row in rows}) == 3
