"""The gallery: every picture that was drawn, and all that it takes to draw it again.

A picture's files are on the disk before its row is, and its row goes before its files do; so a row always has
its files, whatever ends the program meanwhile. Knows no painter: it is given PNGs and numbers.
"""

import json
import os
import sqlite3
import uuid
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import asdict, dataclass, field, fields
from pathlib import Path
from typing import Literal

from kippu.errors import NotFound, RecordError
from kippu.failures_ja import system_ja
from kippu.record import search
from kippu.record.database import Database
from kippu.regex import regex

_TABLE = """
CREATE TABLE IF NOT EXISTS pictures (
    number INTEGER PRIMARY KEY AUTOINCREMENT,
    id TEXT NOT NULL UNIQUE,
    at TEXT NOT NULL,
    prompt TEXT NOT NULL,
    words TEXT NOT NULL,
    seed INTEGER NOT NULL,
    style TEXT NOT NULL,
    mode TEXT NOT NULL,
    model TEXT NOT NULL,
    steps INTEGER,
    guidance REAL,
    strength REAL,
    control REAL,
    parent TEXT,
    has_start INTEGER NOT NULL,
    has_sketch INTEGER NOT NULL,
    conversation TEXT,
    width INTEGER NOT NULL,
    height INTEGER NOT NULL
);
"""
_LARGER = """
ALTER TABLE pictures ADD COLUMN weights TEXT NOT NULL DEFAULT '{}';
ALTER TABLE pictures ADD COLUMN times INTEGER NOT NULL DEFAULT 1;
"""
_FILE = regex(r"(?P<id>[0-9a-f]{32})(?:\.start|\.mask|\.sketch)?\.png(?:\.part)?")

Part = Literal["image", "start", "sketch"]
"""What a picture has files of: itself, what it began from, the lines that it follows. Another may say what
of its start was painted anew (`mask`)."""


@dataclass(frozen=True, slots=True)
class Picture:
    """One picture."""

    id: str
    at: str
    """ISO time with offset."""
    prompt: str
    """What was asked for, in the person's words."""
    seed: int
    style: str
    mode: str
    """How it came about: ``model`` or ``composed``."""
    model: str
    """Name and version of what drew it."""
    steps: int | None
    """None of what has none to take, and of older pictures where the painter chose; so is ``guidance``."""
    guidance: float | None
    strength: float | None
    """How far from its start it may be; None where there was none."""
    control: float | None
    """How strictly it follows its sketch; None where there was none."""
    parent: str | None
    """Id of the picture that it began from, which may be gone since."""
    has_start: bool
    has_sketch: bool
    conversation: str | None
    """Id of the conversation in which it was asked for."""
    width: int
    height: int
    weights: Mapping[str, str] = field(default_factory=dict)
    """A short hash of each part that it comes of, by what that is; empty for older pictures."""
    times: int = 1
    """How many times larger it was made than what drew it draws: from ``parent``, where that is told."""


def new_id() -> str:
    """An id that no picture has."""
    return uuid.uuid4().hex


class Pictures:
    """All pictures, newest first. Fit for any thread."""

    def __init__(self, database: Database, folder: Path) -> None:
        """``folder``: where their files are; what a kill left there without a row goes."""
        self._database = database
        self._folder = folder
        database.table(_TABLE, _LARGER)
        self._sweep()

    def add(
        self, picture: Picture, image: bytes, start: bytes = b"", sketch: bytes = b"", mask: bytes = b""
    ) -> None:
        """Keep a picture with its files (PNG); raises RecordError when the disk won't take them."""
        files = {"image": image, "start": start, "sketch": sketch, "mask": mask}
        try:
            self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            for part, data in files.items():
                if data:
                    _write(self._file(picture.id, part), data)
            _settle(self._folder)
        except OSError as error:
            self._drop(picture.id)
            raise RecordError(
                f"The picture can't be kept in {self._folder}: {error.strerror}.",
                f"絵を {self._folder} に保存できません（{system_ja(error)}）。",
            ) from error
        told = {"words": search.folded(picture.prompt), "weights": json.dumps(dict(picture.weights))}
        row = {**asdict(picture), **told}
        with self._database.write() as connection:
            connection.execute(
                f"INSERT INTO pictures ({', '.join(row)}) VALUES ({', '.join('?' * len(row))})",  # noqa: S608  # names of our own fields
                tuple(row.values()),
            )

    def list(self, words: str = "", limit: int = 500) -> tuple[Picture, ...]:
        """Those whose prompt has all of the words."""
        wanted = search.folded(words.replace("\0", " ")).split()
        where = " AND ".join("instr(words, ?)" for _ in wanted) or "1"
        rows = self._database.read(
            f"SELECT * FROM pictures WHERE {where} ORDER BY number DESC LIMIT ?",  # noqa: S608  # question marks alone
            *wanted,
            limit,
        )
        return tuple(_picture(row) for row in rows)

    def last(self, conversation: str) -> Picture | None:
        """The newest of a conversation."""
        rows = self._database.read(
            "SELECT * FROM pictures WHERE conversation = ? ORDER BY number DESC LIMIT 1", conversation
        )
        return _picture(rows[0]) if rows else None

    def get(self, id: str) -> Picture:
        """One; raises NotFound."""
        rows = self._database.read("SELECT * FROM pictures WHERE id = ?", id)
        if not rows:
            raise NotFound(
                f"There is no picture '{id[:80]}'. It may have been deleted.",
                f"絵「{id[:80]}」はありません。削除されたのかもしれません。",
            )
        return _picture(rows[0])

    def file(self, id: str, part: Part = "image") -> Path:
        """Where a picture's file is; raises NotFound when there is none."""
        self.get(id)
        file = self._file(id, part)
        if not file.exists():
            raise NotFound(
                f"The picture {id} has no {part}.",
                f"絵 {id} には{'画像' if part == 'image' else '元になったもの'}がありません。",
            )
        return file

    def mask(self, id: str) -> Path | None:
        """The file of what was painted anew, white on black; None when that was all of it."""
        file = self._file(id, "mask")
        return file if file.exists() else None

    def remove(self, id: str) -> None:
        """Delete one with its files; raises NotFound."""
        self.get(id)
        with self._database.write() as connection:
            connection.execute("DELETE FROM pictures WHERE id = ?", (id,))
        self._drop(id)

    def leave(self, conversation: str) -> None:
        """Forget that any came of this conversation; the pictures stay."""
        with self._database.write() as connection:
            connection.execute(
                "UPDATE pictures SET conversation = NULL WHERE conversation = ?", (conversation,)
            )

    def _file(self, id: str, part: str) -> Path:
        return self._folder / (f"{id}.png" if part == "image" else f"{id}.{part}.png")

    def _drop(self, id: str) -> None:
        for part in ("image", "start", "mask", "sketch"):
            with suppress(OSError):
                self._file(id, part).unlink(missing_ok=True)

    def _sweep(self) -> None:
        if not self._folder.is_dir():
            return
        known = {row["id"] for row in self._database.read("SELECT id FROM pictures")}
        for file in self._folder.iterdir():
            match = _FILE.fullmatch(file.name)
            if match and (match["id"] not in known or file.suffix == ".part"):
                with suppress(OSError):
                    file.unlink()


def _write(to: Path, data: bytes) -> None:
    """The whole file or none, also after a power cut."""
    part = to.with_name(f"{to.name}.part")
    try:
        with part.open("wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        part.replace(to)
    finally:
        part.unlink(missing_ok=True)


def _settle(folder: Path) -> None:
    """Have the disk keep the names in a folder, where the system can."""
    if not hasattr(os, "O_DIRECTORY"):
        return
    handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _picture(row: sqlite3.Row) -> Picture:
    kept = {each.name: row[each.name] for each in fields(Picture)}
    given = {"has_start": bool(row["has_start"]), "has_sketch": bool(row["has_sketch"])}
    return Picture(**{**kept, **given, "weights": json.loads(row["weights"])})
