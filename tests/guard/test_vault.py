"""The vault: the same map after a start, sealed, forgotten with the conversation."""

from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest

from kippu.guard.surrogates import Pair
from kippu.guard.vault import Vault
from kippu.record import Database, History
from kippu.turn import Turn

ANNA = Pair("person", (("Anna", "Odette"), (" ", " "), ("Kowalski", "Lisowski")))
PHONE = Pair("phone", (("415-555-2671", "212-555-0134"),))


def _key() -> bytes:
    return b"k" * 32


@pytest.fixture
def database(data: Path) -> Iterator[Database]:
    with closing(Database(data / "kippu.db")) as database:
        yield database


def _with(database: Database, conversation: str = "c1") -> Vault:
    vault = Vault(database, _key)
    for pair in (ANNA, PHONE):
        vault.book(conversation).add(pair)
    vault.save(conversation)
    return vault


def test_it_is_the_same_after_a_start(database: Database) -> None:
    _with(database)
    book = Vault(database, _key).book("c1")
    assert book.pair("Anna Kowalski") == ANNA
    assert book.pair("415-555-2671") == PHONE
    assert book.homeward.replaced("Odette, 212.555.0134") == "Anna, 415.555.2671"


def test_conversations_know_nothing_of_each_other(database: Database) -> None:
    vault = _with(database)
    assert len(vault.book("c2")) == 0
    vault.book("c2").add(Pair("person", (("Anna", "Marlena"),)))
    vault.save("c2")
    assert vault.book("c1").word("Anna") == "Odette"
    assert vault.book("c2").word("anna") == "marlena"


def test_nothing_of_it_stands_on_the_disk(database: Database, data: Path) -> None:
    _with(database)
    database.read("PRAGMA wal_checkpoint(TRUNCATE)")
    written = b"".join(file.read_bytes() for file in data.iterdir())
    for word in ("Anna", "Kowalski", "Odette", "Lisowski", "415-555-2671", "555", "person", "phone"):
        assert word.encode() not in written
    rows = database.read("SELECT sealed FROM surrogates")
    assert len({len(row["sealed"]) for row in rows}) == 1  # or lengths would tell of values


def test_what_is_not_saved_is_not_kept(database: Database) -> None:
    Vault(database, _key).book("c1").add(ANNA)
    assert len(Vault(database, _key).book("c1")) == 0


def test_forget(database: Database) -> None:
    vault = _with(database)
    _with(database, "c2")
    vault.forget("c1")
    assert len(vault.book("c1")) == 0
    assert [row["conversation"] for row in database.read("SELECT DISTINCT conversation FROM surrogates")] == [
        "c2"
    ]


def test_it_forgets_with_the_conversation(database: Database) -> None:
    history = History(database)
    vault = _with(database)
    history.on_delete.append(vault.forget)
    history.begin(Turn("hello", "en", datetime.now(UTC), "c1", "t1"))
    history.delete("c1")
    assert not database.read("SELECT * FROM surrogates")
    assert len(vault.book("c1")) == 0


def test_another_key_opens_nothing(database: Database) -> None:
    _with(database)
    other = Vault(database, lambda: b"o" * 32)
    assert len(other.book("c1")) == 0
    other.book("c1").add(PHONE)
    other.save("c1")
    assert len(Vault(database, lambda: b"o" * 32).book("c1")) == 1


def test_a_row_moved_to_another_conversation_opens_nothing(database: Database) -> None:
    _with(database)
    with database.write() as connection:
        connection.execute("UPDATE surrogates SET conversation = 'c9'")
    assert len(Vault(database, _key).book("c9")) == 0


def test_no_key_is_asked_for_while_nothing_leaves(database: Database) -> None:
    def never() -> bytes:
        raise AssertionError

    vault = Vault(database, never)
    assert len(vault.book("c1")) == 0
    vault.save("c1")
    vault.forget("c1")
