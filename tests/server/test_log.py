"""The log for developers: what it tells of an error, and what it never does."""

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from kippu.errors import BadInput
from kippu.server.log import keep, logged

SAID = "call 090-1234-5678"


@contextmanager
def alone() -> Iterator[None]:
    """A program without a log of its own, which pytest is not."""
    root = logging.getLogger()
    held, root.handlers = root.handlers, []
    try:
        yield
    finally:
        root.handlers = held


def broken(said: str) -> None:
    """Falls over what it is told, and quotes it."""
    try:
        int(said)
    except ValueError as error:
        raise KeyError(f"no such thing: {said}") from error


def test_no_words_of_an_error_but_its_kind_and_place(tmp_path: Path) -> None:
    with alone(), logged(tmp_path / "kippu.log"):
        try:
            broken(SAID)
        except KeyError as error:
            logging.getLogger("kippu.run").exception("a tool failed")
            logging.getLogger("kippu").error("a part ended: %s", error, exc_info=error)
    told = (tmp_path / "kippu.log").read_text()
    assert SAID not in told
    assert "a part ended: KeyError" in told
    assert told.count("ValueError") == told.count("and then:") == 2
    assert "in broken" in told and "test_log.py" in told


def test_several_at_once_are_told_one_by_one(tmp_path: Path) -> None:
    with alone(), logged(tmp_path / "kippu.log"):
        logging.getLogger("kippu").error(
            "ended", exc_info=ExceptionGroup("both", [ValueError("a"), OSError("b")])
        )
    told = (tmp_path / "kippu.log").read_text()
    assert "ExceptionGroup" in told and "ValueError" in told and "OSError" in told
    assert "both" not in told


def test_what_kippu_itself_says_is_kept(tmp_path: Path) -> None:
    with alone(), logged(tmp_path / "kippu.log"):
        logging.getLogger("kippu").warning("%s", BadInput("The index can't be read."))
    assert "The index can't be read." in (tmp_path / "kippu.log").read_text()


def test_a_program_that_ends_badly_leaves_the_place(data: Path) -> None:
    try:
        broken(SAID)
    except KeyError as error:
        with alone():
            file = keep(error)
    assert file == data / "kippu.log"
    assert "in broken" in file.read_text() and SAID not in file.read_text()


def test_a_folder_that_can_not_be_written_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "file").write_text("")
    monkeypatch.setenv("KIPPU_DATA", str(tmp_path / "file"))
    assert keep(ValueError("x")) is None
