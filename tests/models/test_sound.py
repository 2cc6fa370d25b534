"""A model file that was written over is told, whatever its length; what was read once is not read again."""

import asyncio
import os
from pathlib import Path

import pytest

from kippu.errors import ModelBroken
from kippu.models import Catalogue, Store, sound
from kippu.models.catalogue import File
from kippu.models.fetch import digest
from models.index_server import Site, entry, noise, publish

WEIGHTS = noise(600_000)


@pytest.fixture
def read(monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """The files that were read through."""
    paths: list[Path] = []

    def noted(path: Path, *rest: object, **more: object) -> object:
        paths.append(path)
        return digest(path, *rest, **more)  # type: ignore[arg-type]

    monkeypatch.setattr(sound, "digest", noted)
    return paths


@pytest.fixture
async def store(data: Path, site: Site) -> Store:
    store = Store(data / "models", Catalogue((publish(site, WEIGHTS),)))
    await store.get("tiny")
    return store


def spoil(path: Path) -> None:
    """Write over the middle of it, and leave the length as it is."""
    with path.open("r+b") as file:
        file.seek(300_000)
        file.write(bytes(64_000))


@pytest.mark.anyio
async def test_what_was_written_over_is_told_and_fetched_again(store: Store) -> None:
    path = store.whole("tiny")
    spoil(path)
    with pytest.raises(ModelBroken, match=r"damaged: .*tiny\.gguf has the SHA-256 .*kippu models get tiny"):
        store.whole("tiny")
    assert not store.has("tiny"), "what is known to be damaged is not here"
    assert not store.installed()
    with pytest.raises(ModelBroken) as told:
        store.path("tiny")
    assert "壊れています" in told.value.say("ja")
    assert (await store.get("tiny")).read_bytes() == WEIGHTS
    assert store.has("tiny")


@pytest.mark.anyio
async def test_getting_looks_into_a_file_that_nobody_has_read_since(store: Store) -> None:
    spoil(store.path("tiny"))
    assert (await store.get("tiny")).read_bytes() == WEIGHTS


@pytest.mark.anyio
async def test_a_file_is_read_once_until_it_changes(store: Store, read: list[Path]) -> None:
    path = store.whole("tiny")
    assert not read, "it was read as it arrived"
    os.utime(path, (1, 1))
    assert [store.whole("tiny"), store.whole("tiny")] == [path, path]
    assert read == [path]
    path.with_name("other").write_bytes(WEIGHTS)
    path.with_name("other").replace(path)
    Store(store.folder, store.catalogue).whole("tiny")
    Store(store.folder, store.catalogue).whole("tiny")
    assert read == [path, path]


@pytest.mark.anyio
async def test_what_becomes_whole_again_is_here_again(store: Store) -> None:
    spoil(store.path("tiny"))
    assert not store.is_whole("tiny")
    (store.folder / "tiny.gguf").write_bytes(WEIGHTS)
    assert store.has("tiny")
    assert store.is_whole("tiny")


def test_a_file_of_ones_own_is_looked_into_too(data: Path, tmp_path: Path, model_path: Path) -> None:
    own = tmp_path / "own.gguf"
    own.write_bytes(model_path.read_bytes())
    store = Store(data / "models", Catalogue(()))
    model = asyncio.run(store.add(own))
    assert store.whole(model.id) == own
    with own.open("r+b") as file:
        file.seek(50_000_000)
        file.write(bytes(64_000))
    with pytest.raises(ModelBroken, match=rf"kippu models get {own}"):
        store.whole(model.id)
    assert asyncio.run(store.add(own)).id == model.id
    assert store.whole(model.id) == own, "the person has said that this is the file"


def test_a_long_reading_says_how_far_it_is(data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sound, "_SILENT", 0.0)
    monkeypatch.setattr(sound, "_STEP", 0.0)
    files = [File(name, 3_000_000, "") for name in ("a", "b")]
    folder = data / "models" / "two"
    folder.mkdir(parents=True)
    hashed = []
    for file in files:
        (folder / file.name).write_bytes(noise(file.bytes))
        hashed.append(File(file.name, file.bytes, digest(folder / file.name).hexdigest()))
    model = entry(b"", (), id="two", files=tuple(hashed))
    news: list[tuple[int, int]] = []
    Store(data / "models", Catalogue((model,))).whole("two", lambda *told: news.append(told))
    assert news == sorted(news)
    assert len(news) > 2
    assert news[-1] == (6_000_000, 6_000_000)
    news.clear()
    Store(data / "models", Catalogue((model,))).whole("two", lambda *told: news.append(told))
    assert not news
