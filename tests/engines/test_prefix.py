"""States on disk: kept whole or not at all, told apart by model and prompt, and bounded."""

import os
from pathlib import Path

import pytest

from kippu.engines import prefix
from kippu.engines.prefix import PrefixFiles, fingerprint


def _keep(files: PrefixFiles, prompt: str, content: bytes) -> str:
    key = files.key(prompt)
    (files.folder / files.part(key)).write_bytes(content)
    files.keep(key)
    return key


def test_kept_whole_or_not_at_all(tmp_path: Path) -> None:
    files = PrefixFiles(tmp_path / "new" / "folder", "model")
    assert not files.whole(files.key("prompt"))
    key = _keep(files, "prompt", b"state")
    assert files.whole(key)
    assert PrefixFiles(files.folder, "model").whole(key)
    (files.folder / files.file(key)).write_bytes(b"stale")
    assert not files.whole(key)
    assert list(files.folder.iterdir()) == []


def test_told_apart(tmp_path: Path) -> None:
    one, other = PrefixFiles(tmp_path, "one"), PrefixFiles(tmp_path, "other")
    assert len({one.key("a"), one.key("b"), other.key("a")}) == len("aba")


def test_half_written_ones_are_removed(tmp_path: Path) -> None:
    (tmp_path / "abc.part").write_bytes(b"cut")
    PrefixFiles(tmp_path, "model")
    assert list(tmp_path.iterdir()) == []


def test_the_longest_unused_makes_room(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(prefix, "_ROOM", 25)
    files = PrefixFiles(tmp_path, "model")
    old, used = _keep(files, "old", b"x" * 10), _keep(files, "used", b"y" * 10)
    for age, key in ((200, used), (100, old)):
        os.utime(tmp_path / files.file(key), (1e9 - age, 1e9 - age))
    assert files.whole(used)  # which makes it the latest used
    new = _keep(files, "new", b"z" * 10)
    assert [files.whole(key) for key in (old, used, new)] == [False, True, True]


def test_models_differ_by_what_is_in_them(tmp_path: Path) -> None:
    one, other = tmp_path / "one", tmp_path / "other"
    one.write_bytes(bytes(100_000))
    other.write_bytes(bytes(60_000) + b"\x01" + bytes(39_999))
    assert fingerprint(one) == fingerprint(one)
    assert fingerprint(one) != fingerprint(other)
