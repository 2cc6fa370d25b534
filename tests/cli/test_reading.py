from pathlib import Path

import pytest

from kippu.cli import reading
from kippu.errors import BadInput

from .conftest import Run


def test_lines_are_numbered_and_empty_ones_left_out(tmp_path: Path) -> None:
    file = tmp_path / "sentences.txt"
    file.write_bytes("\ufeffturn on the light\r\n\n  電気を消して\n".encode())
    assert [(line.number, line.text) for line in reading.lines(file)] == [
        (1, "turn on the light"),
        (3, "電気を消して"),
    ]


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"\x7fELF\0\0\0", "binary"),
        ("電気をつけて".encode("shift_jis"), "iconv"),
        ("light".encode("utf-16"), "UTF-8"),
        (b"x" * 1_000_000, "one sentence on each line"),
    ],
)
def test_files_that_are_no_sentences(tmp_path: Path, content: bytes, said: str) -> None:
    file = tmp_path / "sentences.txt"
    file.write_bytes(content)
    with pytest.raises(BadInput, match=said):
        list(reading.lines(file))


def test_missing_file(tmp_path: Path) -> None:
    with pytest.raises(BadInput, match="No such file"):
        list(reading.lines(tmp_path / "nothing.txt"))
    with pytest.raises(BadInput, match="directory"):
        list(reading.lines(tmp_path))


@pytest.mark.parametrize("text", ["", "  \n ", "x" * 1_000_000, "caf\udce9"])
def test_sentences_that_are_none(text: str) -> None:
    with pytest.raises(BadInput):
        reading.sentence(text)


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"\0\1\2", b"binary"),
        ("電気".encode("euc_jp"), b"not UTF-8"),
        (b"x" * 1_000_000, b"200 kB"),
    ],
)
def test_what_is_piped_in_is_checked(kippu: Run, content: bytes, said: bytes) -> None:
    done = kippu("ask", "summarise", stdin=content)
    assert done.returncode == 2
    assert said in done.stderr
    assert done.stderr.count(b"\n") == 1


def test_nothing_asked(kippu: Run) -> None:
    done = kippu("ask")
    assert done.returncode == 2
    assert b"nothing to ask" in done.stderr
