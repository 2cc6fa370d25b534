"""Which sources can be reached is looked at once, and read without a network; a real server in the loop."""

import json
import time
from pathlib import Path

import pytest

from kippu.models import Store, better
from kippu.models.catalogue import Source, load
from kippu.models.device import Device
from kippu.models.offer import candidates
from kippu.models.sources import look, reachable, sorted_by_reach

from .index_server import Site

CODER = load().get("qwen2.5-coder-1.5b-instruct")
HUB = Source("huggingface", "someone/tiny")
NOWHERE = "http://127.0.0.1:9"
LARGE = Device("Linux", "a workstation", 16, 64 << 30, 60 << 30, 900 << 30, 30e9, 200e9, 1e12)


def test_nobody_looked_yet(tmp_path: Path) -> None:
    assert reachable(tmp_path / "models") is None
    assert sorted_by_reach(tmp_path, CODER.sources) == CODER.sources


def test_what_answers_is_reachable(tmp_path: Path, site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    site.files["/someone/tiny/resolve/main/tiny.gguf"] = b"GGUF"
    assert look(tmp_path, [(HUB, "tiny.gguf")]) == {"huggingface"}
    assert reachable(tmp_path) == {"huggingface"}
    assert look(tmp_path, [(HUB, "other.gguf")]) == frozenset()
    monkeypatch.setenv("HF_ENDPOINT", NOWHERE)
    assert look(tmp_path, [(HUB, "tiny.gguf")]) == frozenset()
    assert reachable(tmp_path) == frozenset()


def test_an_old_look_does_not_count(tmp_path: Path) -> None:
    look(tmp_path, [])
    file = tmp_path / ".reachable.json"
    kept = json.loads(file.read_text())
    file.write_text(json.dumps({**kept, "at": kept["at"] - 8 * 86_400}))
    assert reachable(tmp_path) is None
    file.write_text("[1]")
    assert reachable(tmp_path) is None


def test_what_is_shown_is_the_source_that_will_be_used(tmp_path: Path) -> None:
    store = Store(tmp_path)
    assert store.plan(CODER.id).source.kind == "huggingface"
    (tmp_path / ".reachable.json").write_text(_looked("package"))
    plan = store.plan(CODER.id)
    assert plan.source.kind == "package"
    assert [other.kind for other in plan.others] == ["huggingface"]
    assert [source.kind for source in sorted_by_reach(tmp_path, CODER.sources)] == ["package", "huggingface"]


def test_only_what_can_be_had_is_offered(tmp_path: Path) -> None:
    store = Store(tmp_path)
    (tmp_path / ".reachable.json").write_text(_looked("package"))
    found = better(store, LARGE, ["ja"], [])
    assert found is not None and found.model.purpose == "code"
    (tmp_path / ".reachable.json").write_text(_looked("package", "huggingface"))
    found = better(store, LARGE, ["ja"], [])
    assert found is not None and found.model.purpose == "talk"
    (tmp_path / ".reachable.json").write_text(_looked())
    assert better(store, LARGE, ["ja"], []) is None


def test_one_file_of_each_kind_is_looked_at(tmp_path: Path) -> None:
    found = candidates(Store(tmp_path), LARGE, ["en"], [])
    assert [source.kind for source, _ in found] == ["huggingface", "package"]


def _looked(*kinds: str) -> str:
    return json.dumps({"at": time.time(), "kinds": kinds})
