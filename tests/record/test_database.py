import signal
import sqlite3
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from kippu.errors import RecordError
from kippu.record import Database

TABLE = "CREATE TABLE IF NOT EXISTS things (id INTEGER PRIMARY KEY, name TEXT)"


def test_tables_are_made_once_and_brought_up_to_date(tmp_path: Path) -> None:
    path = tmp_path / "new" / "kippu.db"
    database = Database(path)
    database.table(TABLE)
    with database.write() as connection:
        connection.execute("INSERT INTO things (name) VALUES ('old')")
    database.close()

    database = Database(path)
    database.table(TABLE, "ALTER TABLE things ADD COLUMN colour TEXT; UPDATE things SET colour = 'a;b'")
    database.table(TABLE, "ALTER TABLE things ADD COLUMN colour TEXT; UPDATE things SET colour = 'c'")
    assert [tuple(row) for row in database.read("SELECT name, colour FROM things")] == [("old", "a;b")]
    database.close()


def test_a_newer_version_is_refused(tmp_path: Path) -> None:
    database = Database(tmp_path / "kippu.db")
    database.table(TABLE, "ALTER TABLE things ADD COLUMN colour TEXT")
    with pytest.raises(RecordError, match="newer Kippu"):
        database.table(TABLE)
    database.close()


def test_a_transaction_is_all_or_nothing(database: Database) -> None:
    database.table(TABLE)
    with pytest.raises(ZeroDivisionError), database.write() as connection:
        connection.execute("INSERT INTO things (name) VALUES ('half')")
        raise ZeroDivisionError
    with pytest.raises(sqlite3.IntegrityError), database.write() as connection:
        connection.execute("INSERT INTO things VALUES (1, 'a')")
        connection.execute("INSERT INTO things VALUES (1, 'b')")
    assert database.read("SELECT * FROM things") == []


def test_a_file_that_is_no_database(tmp_path: Path) -> None:
    path = tmp_path / "kippu.db"
    path.write_bytes(b"this is a letter, not a database " * 100)
    with pytest.raises(RecordError, match=r"kippu\.db is damaged or not a database"):
        Database(path)
    assert path.read_bytes().startswith(b"this is a letter")


def test_a_folder_that_can_not_be_made(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(RecordError, match="can't be made"):
        Database(tmp_path / "file" / "kippu.db")


def test_a_folder_in_the_place_of_the_file(tmp_path: Path) -> None:
    (tmp_path / "kippu.db").mkdir()
    with pytest.raises(RecordError, match="can't be written"):
        Database(tmp_path / "kippu.db")


def test_a_file_that_may_only_be_read(tmp_path: Path) -> None:
    """A connection that refuses to write stands for a read-only disk: a superuser may write to any file."""
    database = Database(tmp_path / "kippu.db")
    database.table(TABLE)
    database.connection.execute("PRAGMA query_only = ON")
    with pytest.raises(RecordError, match="can't be written"), database.write() as connection:
        connection.execute("INSERT INTO things (name) VALUES ('x')")
    database.close()


def test_another_program_holds_it(tmp_path: Path) -> None:
    database = Database(tmp_path / "kippu.db")
    database.table(TABLE)
    database.connection.execute("PRAGMA busy_timeout = 50")
    other = sqlite3.connect(tmp_path / "kippu.db", isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    with pytest.raises(RecordError, match="held by another program"), database.write():
        pass
    other.execute("ROLLBACK")
    with database.write() as connection:
        connection.execute("INSERT INTO things (name) VALUES ('later')")
    other.close()
    database.close()


def test_a_full_disk(tmp_path: Path) -> None:
    database = Database(tmp_path / "kippu.db")
    database.table(TABLE)
    with database.write() as connection:
        connection.execute("INSERT INTO things (name) VALUES ('kept')")
    pages = database.read("PRAGMA page_count")[0][0]
    database.connection.execute(f"PRAGMA max_page_count = {pages}")
    with pytest.raises(RecordError, match="No room left") as caught, database.write() as connection:
        connection.execute("INSERT INTO things (name) VALUES (?)", ("x" * 100_000,))
    assert "空きがありません" in caught.value.ja
    assert [row["name"] for row in database.read("SELECT name FROM things")] == ["kept"]
    database.close()


def test_a_file_size_limit_is_told_too(tmp_path: Path) -> None:
    """The operating system refuses to let the file grow, as a full disk does."""
    script = """
import resource, signal, sys
from pathlib import Path
from kippu.errors import RecordError
from kippu.record import Database
database = Database(Path(sys.argv[1]))
database.table(sys.argv[2])
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (200_000, 200_000))
try:
    with database.write() as connection:
        connection.execute("INSERT INTO things (name) VALUES (?)", ("x" * 1_000_000,))
except RecordError as error:
    print("told:", error)
"""
    done = subprocess.run(
        [sys.executable, "-c", script, str(tmp_path / "kippu.db"), TABLE],
        capture_output=True,
        text=True,
        check=True,
    )
    assert "told:" in done.stdout and "kippu.db" in done.stdout


def test_a_kill_loses_nothing_that_was_committed(tmp_path: Path) -> None:
    path = tmp_path / "kippu.db"
    script = """
import sys
from pathlib import Path
from kippu.record import Database
database = Database(Path(sys.argv[1]))
database.table(sys.argv[2])
number = 0
while True:
    number += 1
    with database.write(durable=False) as connection:
        connection.execute("INSERT INTO things VALUES (?, 'x')", (number,))
    print(number, flush=True)
"""
    writer = subprocess.Popen(
        [sys.executable, "-c", script, str(path), TABLE], stdout=subprocess.PIPE, text=True
    )
    assert writer.stdout is not None
    while int(writer.stdout.readline()) < 200:
        pass
    writer.send_signal(signal.SIGKILL)
    told = [int(line) for line in writer.stdout.read().split()]
    writer.wait()
    database = Database(path)
    kept = database.read("SELECT max(id) AS last, count(*) AS n FROM things")[0]
    assert kept["n"] == kept["last"] >= max([200, *told])
    assert database.read("PRAGMA integrity_check")[0][0] == "ok"
    database.close()


def test_only_its_owner_reads_it(tmp_path: Path) -> None:
    path = tmp_path / "new" / "kippu.db"
    database = Database(path)
    database.table("CREATE TABLE IF NOT EXISTS things (id INTEGER PRIMARY KEY)")
    modes = {file.name: stat.S_IMODE(file.stat().st_mode) for file in path.parent.iterdir()}
    assert modes == {"kippu.db": 0o600, "kippu.db-wal": 0o600, "kippu.db-shm": 0o600}
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700
    database.close()
    path.chmod(0o644)
    Database(path).close()
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_what_is_folded_is_in_the_file_itself(database: Database) -> None:
    database.table(TABLE)
    with database.write() as connection:
        connection.executemany("INSERT INTO things (name) VALUES (?)", [("a" * 100,)] * 2000)
    before = database.path.stat().st_size
    database.fold()
    assert database.path.stat().st_size > before + 200_000
    assert database.read("SELECT count(*) FROM things")[0][0] == 2000


def test_it_closes_while_another_thread_reads(tmp_path: Path) -> None:
    """In a program of its own: SQLite ends it by a signal where a connection goes in the midst of a query."""
    script = """
import sys, threading, time
from pathlib import Path
from kippu.errors import RecordError
from kippu.record import Database

def read(database):
    try:
        while True:
            database.read("WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n LIMIT 20000) "
                          "SELECT sum(i) FROM n")
    except RecordError as error:
        print(error)

for number in range(20):
    database = Database(Path(sys.argv[1]) / f"{number}.db")
    reading = threading.Thread(target=read, args=(database,))
    reading.start()
    time.sleep(0.02)
    database.close()
    reading.join()
"""
    done = subprocess.run(
        [sys.executable, "-c", script, str(tmp_path)], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done
    assert done.stdout.count("can't be used: Cannot operate on a closed database.") == 20


def test_an_error_of_the_block_is_its_own(tmp_path: Path) -> None:
    database = Database(tmp_path / "kippu.db")
    with pytest.raises(FileNotFoundError), database.write():
        (tmp_path / "none").read_bytes()
    database.close()
