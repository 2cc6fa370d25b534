"""``kippu ledger``: shown, checked, taken along and forgotten, also beside a Kippu that serves."""

import hashlib
import json
import sqlite3
import stat
from pathlib import Path
from typing import get_args

import pytest

from kippu.cli import ledger
from kippu.record import Database, Ledger
from kippu.record.ledger import Kind

from .conftest import Run, environment
from .terminal import terminal

WRITTEN: tuple[tuple[Kind, str], ...] = (
    ("placement", "on this device: home command"),
    ("placement", "この端末で: お金の話題は外に出さない設定"),
    ("placement", "a reason of long ago"),
    ("egress", "asked the cloud: long question, about 1.2 cents"),
    ("egress", "クラウドに依頼: 翻訳、0.1セント未満、Nearの代わりにFar"),
    ("action", "home.turn_on, asked for by you"),
    ("action", "home.turn_on: not done, or not confirmed"),
    ("fetch", "Qwen3 4B was wanted"),
    ("fetch", "Qwen3 4B did not arrive"),
)
SHOWN = {
    "on this device: home command": ("on this device: home command", "この端末で: 家の操作"),
    "この端末で: お金の話題は外に出さない設定": (
        "on this device: you keep money at home", "この端末で: お金の話題は外に出さない設定",
    ),
    "a reason of long ago": ("a reason of long ago", "a reason of long ago"),
    "asked the cloud: long question, about 1.2 cents": (
        "asked the cloud: long question, about 1.2 cents", "クラウドに依頼: 長い質問、約1.2セント",
    ),
    "クラウドに依頼: 翻訳、0.1セント未満、Nearの代わりにFar": (
        "asked the cloud: translation, under 0.1 cents; Far in place of Near",
        "クラウドに依頼: 翻訳、0.1セント未満、Nearの代わりにFar",
    ),
    "home.turn_on, asked for by you": (
        "home.turn_on, asked for by you", "home.turn_on、あなたの求めで",
    ),
    "home.turn_on: not done, or not confirmed": (
        "home.turn_on: not done, or not confirmed", "home.turn_on: 未実行、または未確認",
    ),
    "Qwen3 4B did not arrive": ("Qwen3 4B did not arrive", "Qwen3 4Bは届かず"),
    "Qwen3 4B was wanted": ("Qwen3 4B was wanted", "Qwen3 4Bの取得"),
}  # fmt: skip
"""What a row was written with, and how it is shown in English and in Japanese."""


@pytest.fixture
def rows(data: Path) -> Path:
    """A data folder whose ledger has a row of each kind."""
    database = Database(data / "kippu.db")
    kept = Ledger(database)
    kept.add("fetch", "a model was wanted", to="example.org", text="hello\x1b[31m")
    kept.add("placement", "asked the cloud: long", turn="t1")
    kept.add("egress", "long question", turn="t1", to="Near", text="Momo 東京", kinds=["person", "phone"])
    kept.add("action", "home.turn_on", turn="t2", text="home.turn_on(name='lamp')")
    kept.add("egress", "unkept", to="Near", text="a secret", keep=False)
    database.close()
    return data


def test_the_kinds_are_the_ledgers_own() -> None:
    assert get_args(ledger.Kind) == get_args(Kind)


def test_empty(kippu: Run, data: Path) -> None:
    assert kippu("ledger").stdout == b"Nothing has left this device.\n"
    assert json.loads(kippu("ledger", "--json").stdout) == []
    assert kippu("ledger", "totals").stdout == b"Nothing has left this device.\n"
    assert b"whole: 0 rows" in kippu("ledger", "verify").stdout
    assert "外に出たものはありません".encode() in kippu("ledger", LANG="ja_JP.UTF-8").stdout
    assert list(data.iterdir()) == []


def test_rows(kippu: Run, rows: Path) -> None:
    shown = kippu("ledger").stdout.decode()
    numbers = [line.split("\t")[0] for line in shown.splitlines()]
    assert numbers == ["row", "1", "3", "4", "5"]
    assert "\tegress\tNear\t11\tlong question\tnames, phone numbers\n" in shown
    assert "Momo" not in shown
    assert "送信\tNear\t11\t長い質問\t人名、電話番号" in kippu("ledger", LANG="ja_JP.UTF-8").stdout.decode()


def test_reasons_are_in_the_persons_language(kippu: Run, data: Path) -> None:
    database = Database(data / "kippu.db")
    kept = Ledger(database)
    for kind, what in WRITTEN:
        kept.add(kind, what, to="Near" if kind in {"egress", "fetch"} else "")
    database.close()
    as_before = kippu("ledger", "export", "-").stdout
    for language, place in (("en", 0), ("ja", 1)):
        told = []
        for kind in get_args(Kind):
            lines = kippu("ledger", "--kind", kind, KIPPU_LANGUAGE=language).stdout.decode().splitlines()[1:]
            told += [line.split("\t")[5] for line in lines]
        assert told == [SHOWN[what][place] for kind in get_args(Kind) for one, what in WRITTEN if one == kind]
    assert "家の操作" in kippu("ledger", "show", "1", KIPPU_LANGUAGE="ja").stderr.decode()
    rows = json.loads(kippu("ledger", "--kind", "action", "--json", KIPPU_LANGUAGE="ja").stdout)
    assert [row["what"] for row in rows] == [
        "home.turn_on, asked for by you", "home.turn_on: not done, or not confirmed",
    ]  # fmt: skip
    assert kippu("ledger", "export", "-", KIPPU_LANGUAGE="ja").stdout == as_before
    assert kippu("ledger", "verify", KIPPU_LANGUAGE="ja").returncode == 0


@pytest.mark.parametrize(
    ("given", "shown"),
    [
        ('{"name": "Kitchen Light", "level": 30}', "home.light (Kitchen Light, 30)"),
        ('{"item": "' + "soap " * 20 + '"}', "home.light (" + "soap " * 11 + "soap…)"),
        ('{"item": "a\\u001b[31m"}', "home.light (a)"),
        ("{}", "home.light"),
        ("[1]", "home.light"),
        ("no JSON", "home.light"),
    ],
)
def test_an_action_shows_what_it_was_done_with(kippu: Run, data: Path, given: str, shown: str) -> None:
    database = Database(data / "kippu.db")
    Ledger(database).add("action", "home.light", text=given)
    database.close()
    (line,) = kippu("ledger").stdout.decode().splitlines()[1:-1]
    assert line.split("\t")[5] == shown


@pytest.mark.parametrize(
    ("options", "ids"),
    [
        (["--kind", "placement"], [2]),
        (["--kind", "egress"], [3, 5]),
        (["--words", "momo"], [3]),
        (["--today"], [1, 3, 4, 5]),
        (["--since", "2999-01-01"], []),
        (["--since", "2020-01-01T08:00", "--kind", "fetch"], [1]),
    ],
)
def test_rows_of_a_kind_with_words_since(kippu: Run, rows: Path, options: list[str], ids: list[int]) -> None:
    assert [row["id"] for row in json.loads(kippu("ledger", *options, "--json").stdout)] == ids
    assert (kippu("ledger", *options).stdout == b"No such row.\n") == (not ids)


def test_times_that_are_none(kippu: Run, data: Path) -> None:
    done = kippu("ledger", "--since", "yesterday")
    assert (done.returncode, done.stdout) == (2, b"")
    assert b"'yesterday' is no time" in done.stderr
    assert kippu("ledger", "--since", "2026-01-01", "--today").returncode == 2


def test_show_gives_exactly_the_text(kippu: Run, rows: Path) -> None:
    done = kippu("ledger", "show", "3")
    assert done.stdout.decode() == "Momo 東京"
    told = done.stderr.decode()
    assert hashlib.sha256(done.stdout).hexdigest() in told
    assert "names, phone numbers" in told
    gone = kippu("ledger", "show", "5")
    assert (gone.returncode, gone.stdout) == (0, b"")
    assert b"not kept" in gone.stderr
    assert kippu("ledger", "show", "99").returncode == 2
    assert json.loads(kippu("ledger", "show", "3", "--json").stdout)["turn"] == "t1"
    with terminal("ledger", "show", "1", environment=environment(rows)) as screen:
        screen.until("hello\r\n")
        assert screen.ends() == 0


def test_verify_tells_where_it_breaks(kippu: Run, rows: Path) -> None:
    done = kippu("ledger", "verify")
    assert (done.returncode, b"5 rows" in done.stdout) == (0, True)
    database = sqlite3.connect(rows / "kippu.db")
    database.execute("DROP TRIGGER ledger_stays")
    database.execute("UPDATE ledger_rows SET receiver = 'nobody' WHERE id = 3")
    database.commit()
    database.close()
    done = kippu("ledger", "verify")
    assert (done.returncode, done.stdout) == (7, b"")
    assert b"not whole from row 3 on" in done.stderr
    assert "3 行目から".encode() in kippu("ledger", "verify", LANG="ja_JP.UTF-8").stderr
    done = kippu("ledger", "verify", "--json")
    assert (done.returncode, json.loads(done.stdout)["id"]) == (7, 3)


def test_totals(kippu: Run, rows: Path) -> None:
    sums = json.loads(kippu("ledger", "totals", "--json").stdout)
    assert [(total["to"], total["times"], total["bytes"]) for total in sums] == [
        ("Near", 2, 19),
        ("example.org", 1, 10),
    ]
    assert b"\tNear\t2\t19\n" in kippu("ledger", "totals").stdout


def test_export_has_what_others_need_to_check_the_chain(kippu: Run, rows: Path, tmp_path: Path) -> None:
    file = tmp_path / "kept.jsonl"
    assert kippu("ledger", "export", str(file)).returncode == 0
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert file.read_bytes() == kippu("ledger", "export", "-").stdout
    before = "0" * 64
    names = ("id", "at", "kind", "turn", "to", "bytes", "kinds", "what", "digest")
    for row in map(json.loads, file.read_text(encoding="utf-8").splitlines()):
        chained = json.dumps([before, *(row[name] for name in names)], separators=(",", ":"))
        assert hashlib.sha256(chained.encode()).hexdigest() == row["hash"]
        before = row["hash"]
    again = kippu("ledger", "export", str(file))
    assert (again.returncode, b"there already" in again.stderr) == (2, True)


def test_forget_asks_first(kippu: Run, rows: Path) -> None:
    assert kippu("ledger", "forget").returncode == 1
    with terminal("ledger", "forget", environment=environment(rows)) as screen:
        screen.until(r"all rows\? \[y/N\]")
        screen.type("\n")
        screen.until("Nothing was forgotten")
        assert screen.ends() == 1
    assert kippu("ledger", "show", "3").stdout
    assert json.loads(kippu("ledger", "forget", "--before", "2020-01-01", "--yes", "--json").stdout) == {
        "texts": 0
    }
    assert b"3 texts" in kippu("ledger", "forget", "--yes").stdout
    assert kippu("ledger", "show", "3").stdout == b""
    assert kippu("ledger", "verify").returncode == 0
