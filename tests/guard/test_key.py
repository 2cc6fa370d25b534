"""The key of the vault: made once, readable by its owner alone."""

import stat
from collections.abc import Iterator
from pathlib import Path

import keyring
import keyring.backend
import keyring.backends.fail
import pytest

from kippu.errors import RecordError
from kippu.guard.key import key


class Ring(keyring.backend.KeyringBackend):
    """A keyring in memory, which is what one looks like from here."""

    priority = 1  # type: ignore[assignment]  # keyring's own backends give it as a class attribute too

    def __init__(self) -> None:
        super().__init__()
        self.kept: dict[tuple[str, str], str] = {}

    def get_password(self, service: str, username: str) -> str | None:
        return self.kept.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        self.kept[service, username] = password


@pytest.fixture
def no_ring() -> Iterator[None]:
    before = keyring.get_keyring()
    keyring.set_keyring(keyring.backends.fail.Keyring())
    yield
    keyring.set_keyring(before)


@pytest.fixture
def ring() -> Iterator[Ring]:
    before = keyring.get_keyring()
    keyring.set_keyring(mine := Ring())
    yield mine
    keyring.set_keyring(before)


def test_a_file_without_a_keyring(data: Path, no_ring: None) -> None:
    first = key(data)
    assert len(first) == 32
    assert key(data) == first
    assert stat.S_IMODE((data / "vault.key").stat().st_mode) == 0o600


def test_the_keyring_where_there_is_one(data: Path, ring: Ring) -> None:
    first = key(data)
    assert len(first) == 32
    assert key(data) == first
    assert list(ring.kept.values()) == [first.hex()]
    assert not list(data.iterdir())


def test_a_file_that_was_made_first_stays(data: Path, ring: Ring) -> None:
    (data / "vault.key").write_bytes(b"k" * 32)
    assert key(data) == b"k" * 32
    assert not ring.kept


def test_a_broken_file_is_told_of(data: Path, no_ring: None) -> None:
    (data / "vault.key").write_bytes(b"short")
    with pytest.raises(RecordError, match=r"vault\.key.*5 bytes"):
        key(data)


def test_a_folder_that_takes_no_file_is_told_of(data: Path, no_ring: None) -> None:
    with pytest.raises(RecordError, match="can't be made"):
        key(data / "missing")
