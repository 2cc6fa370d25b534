"""The token's file, and which address a phone gets."""

import stat
from pathlib import Path

import pytest

from kippu.errors import RecordError
from kippu.server import pairing


def test_a_token_is_made_once_and_for_its_owner_alone(data: Path) -> None:
    token = pairing.token(data)
    assert len(token) >= 43  # 32 bytes in base64
    assert pairing.token(data) == token
    assert stat.S_IMODE((data / "token").stat().st_mode) == 0o600


def test_an_emptied_token_is_made_anew(data: Path) -> None:
    (data / "token").write_text("\n")
    assert len(pairing.token(data)) >= 43


def test_a_file_that_is_no_token(data: Path) -> None:
    (data / "token").write_bytes(b"\xff\xfe")
    with pytest.raises(RecordError, match="delete it"):
        pairing.token(data)


def test_same() -> None:
    assert pairing.same("abc", "abc")
    assert not pairing.same("abd", "abc")
    assert not pairing.same("ａ\udc80", "abc")


@pytest.mark.parametrize("host", ["127.0.0.1", "127.8.8.8", "::1", "localhost", "::ffff:127.0.0.1"])
def test_loopback(host: str) -> None:
    assert pairing.is_loopback(host)


@pytest.mark.parametrize("host", ["0.0.0.0", "192.168.1.2", "::", "example.org", "", "::ffff:10.0.0.1"])
def test_beyond_loopback(host: str) -> None:
    assert not pairing.is_loopback(host)


def test_addresses() -> None:
    assert pairing.address("127.0.0.1", 8642) == "http://127.0.0.1:8642"
    assert pairing.address("::1", 8642) == "http://[::1]:8642"
    assert "0.0.0.0" not in pairing.address("0.0.0.0", 8642)


def test_there_is_none_where_only_this_device_is_let_in(data: Path) -> None:
    found = pairing.pairing(data, "127.0.0.1", 8642)
    assert found.url is None
    assert found.svg is None
    assert not (data / "token").exists()


def test_pairing_gives_address_and_code(data: Path) -> None:
    found = pairing.pairing(data, "0.0.0.0", 8642)
    assert found.url is not None
    assert found.url.endswith(f":8642/?token={pairing.token(data)}")
    assert found.svg is not None
    assert found.svg.startswith("<svg")
