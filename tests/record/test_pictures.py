"""The gallery, over real files."""

import signal
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from kippu.errors import NotFound, RecordError
from kippu.record import Database, Picture, Pictures
from kippu.record.pictures import new_id

PNG = b"\x89PNG rather"
CAT = Picture(
    id="", at="2026-11-27T22:00:00+09:00", prompt="a cat with sunglasses", seed=4294967295, style="noto",
    mode="model", model="stickers 1", steps=8, guidance=2.5, strength=None, control=None, parent=None,
    has_start=False, has_sketch=False, conversation="c1", width=256, height=256,
)  # fmt: skip


@pytest.fixture
def pictures(database: Database, tmp_path: Path) -> Pictures:
    return Pictures(database, tmp_path / "pictures")


@pytest.fixture
def keep(pictures: Pictures) -> Callable[..., Picture]:
    def add(start: bytes = b"", sketch: bytes = b"", **changed: object) -> Picture:
        picture = replace(
            CAT,
            id=new_id(),
            has_start=bool(start),
            has_sketch=bool(sketch),
            **changed,
        )
        pictures.add(picture, PNG, start, sketch)
        return picture

    return add


def test_all_that_is_kept_comes_back(pictures: Pictures, keep: Callable[..., Picture]) -> None:
    more = {"parent": "p", "weights": {"model": "0123456789ab"}, "times": 4}
    plain, made = keep(), keep(b"start", b"sketch", strength=0.4, control=1.0, steps=None, **more)
    assert pictures.list() == (made, plain)
    assert pictures.get(made.id) == made
    assert pictures.file(plain.id).read_bytes() == PNG
    assert pictures.file(made.id, "start").read_bytes() == b"start"
    assert pictures.file(made.id, "sketch").read_bytes() == b"sketch"
    with pytest.raises(NotFound, match="has no sketch"):
        pictures.file(plain.id, "sketch")


def test_an_older_gallery_is_read_and_what_its_pictures_come_of_is_unknown(
    database: Database, tmp_path: Path
) -> None:
    columns = [each for each in Picture.__dataclass_fields__ if each not in {"weights", "times"}]
    database.table(
        f"CREATE TABLE IF NOT EXISTS pictures (number INTEGER PRIMARY KEY, words TEXT, {', '.join(columns)})"
    )
    with database.write() as connection:
        marks = ", ".join("?" * len(columns))
        values = [getattr(replace(CAT, id="old"), each) for each in columns]
        connection.execute(f"INSERT INTO pictures ({', '.join(columns)}) VALUES ({marks})", values)  # noqa: S608  # names of our own fields
    (old,) = Pictures(database, tmp_path / "pictures").list()
    assert old == replace(CAT, id="old") and (old.weights, old.times) == ({}, 1)


def test_words_are_found_in_both_languages(pictures: Pictures, keep: Callable[..., Picture]) -> None:
    cat, neko = keep(), keep(prompt="サングラスをかけたネコ")
    assert pictures.list("CAT sunglasses") == (cat,)
    assert pictures.list("ねこ") == (neko,)
    assert pictures.list("cat hat") == ()
    assert pictures.list("%") == ()
    assert pictures.list("  ") == (neko, cat)
    assert pictures.list(limit=1) == (neko,)


def test_the_last_of_a_conversation(pictures: Pictures, keep: Callable[..., Picture]) -> None:
    keep(), keep(conversation="c2")
    last = keep()
    assert pictures.last("c1") == last
    assert pictures.last("c3") is None
    pictures.leave("c1")
    assert pictures.last("c1") is None and len(pictures.list()) == 3


def test_what_is_removed_is_gone(pictures: Pictures, keep: Callable[..., Picture], tmp_path: Path) -> None:
    picture, other = keep(b"start", b"sketch"), keep()
    pictures.remove(picture.id)
    assert pictures.list() == (other,)
    assert [file.name for file in (tmp_path / "pictures").iterdir()] == [f"{other.id}.png"]
    for gone in (pictures.get, pictures.remove, pictures.file):
        with pytest.raises(NotFound, match="There is no picture"):
            gone(picture.id)


def test_a_name_that_leads_elsewhere_is_no_id(pictures: Pictures, tmp_path: Path) -> None:
    (tmp_path / "secret.png").write_text("secret")
    with pytest.raises(NotFound):
        pictures.file("../secret")


def test_nobody_else_on_the_machine_can_look_in(keep: Callable[..., Picture], tmp_path: Path) -> None:
    keep()
    assert (tmp_path / "pictures").stat().st_mode & 0o077 == 0


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a disk that is full")
def test_a_disk_that_takes_no_more_is_told_of(pictures: Pictures, database: Database, tmp_path: Path) -> None:
    picture = replace(CAT, id=new_id())
    (tmp_path / "pictures").mkdir()
    (tmp_path / "pictures" / f"{picture.id}.png.part").symlink_to("/dev/full")
    with pytest.raises(RecordError, match="can't be kept in"):
        pictures.add(picture, PNG)
    assert pictures.list() == () and not list((tmp_path / "pictures").iterdir())


_ADD_AND_DIE = """
import os, signal, sys
from dataclasses import replace
from pathlib import Path
from kippu.record import Database, Pictures
sys.path.insert(0, sys.argv[2])
from record.test_pictures import CAT, PNG, new_id
database = Database(Path(sys.argv[1]) / "kippu.db")
pictures = Pictures(database, Path(sys.argv[1]) / "pictures")
pictures.add(replace(CAT, id=new_id()), PNG, b"start")
database.write = lambda *_: os.kill(os.getpid(), signal.SIGKILL)
pictures.add(replace(CAT, id=new_id()), PNG, b"start")
"""


def test_a_kill_between_the_files_and_the_row_leaves_the_gallery_whole(tmp_path: Path) -> None:
    tests = str(Path(__file__).parents[1])
    died = subprocess.run([sys.executable, "-c", _ADD_AND_DIE, str(tmp_path), tests], check=False)
    assert died.returncode == -signal.SIGKILL
    assert len(list((tmp_path / "pictures").iterdir())) == 4, "the second has files and no row"
    database = Database(tmp_path / "kippu.db")
    (picture,) = Pictures(database, tmp_path / "pictures").list()
    database.close()
    names = {file.name for file in (tmp_path / "pictures").iterdir()}
    assert names == {f"{picture.id}.png", f"{picture.id}.start.png"}
