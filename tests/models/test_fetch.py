"""One file from one address, beyond what the store's tests show."""

import hashlib
import threading
from pathlib import Path

import httpx
import pytest

from kippu.models.fetch import Stopped, Unreachable, Wanted, WrongFile, fetch, part_of
from models.index_server import Site, noise

BODY = noise(100_000)
SHA256 = hashlib.sha256(BODY).hexdigest()


def get(wanted: Wanted, stop: threading.Event | None = None) -> str:
    with httpx.Client() as client:
        return fetch(client, wanted, lambda _: None, stop or threading.Event())


@pytest.fixture
def url(site: Site) -> str:
    site.files["/x"] = BODY
    return site.url + "/x"


def test_without_a_known_hash_it_tells_the_real_one(url: str, tmp_path: Path) -> None:
    assert get(Wanted(url, tmp_path / "x")) == SHA256
    assert [path.name for path in tmp_path.iterdir()] == ["x"]


def test_a_whole_part_needs_no_transfer(url: str, site: Site, tmp_path: Path) -> None:
    part_of(tmp_path / "x").write_bytes(BODY)
    assert get(Wanted(url, tmp_path / "x", len(BODY), SHA256)) == SHA256
    assert not site.asked


def test_a_part_that_is_longer_than_the_file_is_thrown_away(url: str, tmp_path: Path) -> None:
    part_of(tmp_path / "x").write_bytes(BODY * 2)
    with pytest.raises(Unreachable):
        get(Wanted(url, tmp_path / "x", 0, SHA256))
    assert get(Wanted(url, tmp_path / "x", 0, SHA256)) == SHA256


def test_a_part_of_another_file_is_found_out(url: str, tmp_path: Path) -> None:
    part_of(tmp_path / "x").write_bytes(noise(5000, seed=2))
    with pytest.raises(WrongFile, match="thrown away"):
        get(Wanted(url, tmp_path / "x", len(BODY), SHA256))
    assert get(Wanted(url, tmp_path / "x", len(BODY), SHA256)) == SHA256


def test_a_part_without_hash_and_tag_is_not_trusted(url: str, site: Site, tmp_path: Path) -> None:
    part_of(tmp_path / "x").write_bytes(noise(5000, seed=2))
    assert get(Wanted(url, tmp_path / "x")) == SHA256
    assert site.fetched("/x") == [""]


def test_a_local_file(tmp_path: Path) -> None:
    (tmp_path / "from").write_bytes(BODY)
    assert get(Wanted((tmp_path / "from").as_uri(), tmp_path / "to", len(BODY), SHA256)) == SHA256
    with pytest.raises(Unreachable, match="can't be read"):
        get(Wanted((tmp_path / "none").as_uri(), tmp_path / "to2"))


def test_a_refusal_names_the_licence(site: Site, tmp_path: Path) -> None:
    site.refuse = 403
    with pytest.raises(Unreachable, match="HF_TOKEN"):
        get(Wanted(site.url + "/x", tmp_path / "x"))


def test_a_stop_before_the_first_piece(url: str, tmp_path: Path) -> None:
    stop = threading.Event()
    stop.set()
    with pytest.raises(Stopped):
        get(Wanted(url, tmp_path / "x"), stop)
