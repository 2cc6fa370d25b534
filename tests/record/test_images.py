from pathlib import Path

import pytest

from kippu.record import Database, Images, images


@pytest.fixture
def kept(tmp_path: Path) -> tuple[Database, Images]:
    database = Database(tmp_path / "kippu.db")
    database.table(
        "CREATE TABLE IF NOT EXISTS things (id INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT, size REAL)"
    )
    with database.write() as connection:
        connection.execute("INSERT INTO things (name, size) VALUES ('cup', 1.5), ('jug', NULL)")
    return database, Images(database, "things")


def rows(database: Database) -> list[tuple[object, ...]]:
    return [tuple(row) for row in database.read("SELECT * FROM things ORDER BY id")]


def test_what_was_deleted_and_what_was_changed_are_as_they_were(kept: tuple[Database, Images]) -> None:
    database, things = kept
    before = rows(database)
    taken = things.take(["1", "2", "9"])
    with database.write() as connection:
        connection.execute("DELETE FROM things WHERE id = 1")
        connection.execute("UPDATE things SET name = 'pot', size = 3 WHERE id = 2")
    found = things.rows(taken)
    assert [row["name"] for row in found] == ["cup", "jug"]
    things.put_back(found)
    assert rows(database) == before


def test_of_another_table_is_none_and_so_after_a_day_or_once_forgotten(
    kept: tuple[Database, Images], monkeypatch: pytest.MonkeyPatch
) -> None:
    database, things = kept
    taken = things.take(["1"])
    assert Images(database, "others").rows(taken) == []
    with monkeypatch.context() as patch:
        patch.setattr(images, "_KEPT_SECONDS", -1.0)
        things.take([])
    assert things.rows(taken) == []
    again = things.take(["1"])
    images.forget(database)
    assert things.rows(again) == []
