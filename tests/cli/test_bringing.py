"""A better model that is fetched beside a chat talks as soon as it is there."""

import asyncio
import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from kippu.cli.bringing import Bringing
from kippu.models import Catalogue, Store
from kippu.settings import Settings, keep, load
from models.index_server import Site, noise, publish, serve


@pytest.fixture
def site(monkeypatch: pytest.MonkeyPatch) -> Iterator[Site]:
    made = Site()
    server = serve(made)
    monkeypatch.setenv("PIP_CONFIG_FILE", os.devnull)
    monkeypatch.setenv("PIP_INDEX_URL", f"{made.url}/simple/")
    monkeypatch.setenv("NO_PROXY", "127.0.0.1")
    yield made
    server.shutdown()
    server.server_close()


@pytest.fixture
def settings(data: Path, monkeypatch: pytest.MonkeyPatch) -> Settings:
    monkeypatch.setenv("LANG", "C.UTF-8")
    return load()


def test_it_talks_once_it_is_there(settings: Settings, site: Site) -> None:
    store = Store(settings.data / "models", Catalogue((publish(site, noise(300_000)),)))
    told: list[str] = []
    bringing = Bringing(store, settings, "tiny", told.append)
    assert "kippu models get tiny" in bringing.left()
    asyncio.run(bringing.run())
    assert store.is_whole("tiny")
    assert told == ["(Tiny is here, and talks from now on.)"]
    assert (settings.model, load().model) == ("tiny", "tiny")
    assert not bringing.left()


def test_the_way_back_is_told(settings: Settings, site: Site) -> None:
    models = (publish(site, noise(3000), id="before"), publish(site, noise(3000)))
    store = Store(settings.data / "models", Catalogue(models))
    asyncio.run(store.get("before"))
    keep(settings, model="before")
    told: list[str] = []
    asyncio.run(Bringing(store, settings, "tiny", told.append).run())
    assert told == ["(Tiny is here, and talks from now on. Back: `kippu models use before`)"]


def test_what_goes_wrong_is_told_and_the_old_model_talks(settings: Settings, site: Site) -> None:
    store = Store(settings.data / "models", Catalogue((publish(site, noise(300_000)),)))
    site.refuse = 404
    before = settings.model
    told: list[str] = []
    asyncio.run(Bringing(store, settings, "tiny", told.append).run())
    assert "could not be fetched" in told[0]
    assert told[1:] == ["(To try again: `kippu models get tiny`)"]
    assert settings.model == before


def test_one_who_leaves_hears_how_to_go_on(settings: Settings, site: Site) -> None:
    store = Store(settings.data / "models", Catalogue((publish(site, noise(3_000_000)),)))
    site.pause = 0.05
    told: list[str] = []
    bringing = Bringing(store, settings, "tiny", told.append)

    async def leave() -> str:
        fetch = asyncio.create_task(bringing.run())
        while "0 bytes" in bringing.left():  # noqa: ASYNC110  # nobody tells of the change
            await asyncio.sleep(0.02)
        left = bringing.left()
        fetch.cancel()
        await asyncio.wait([fetch])
        return left

    assert "kippu models get tiny" in asyncio.run(leave())
    assert not told
    site.pause = 0
    asyncio.run(bringing.run())
    assert store.is_whole("tiny")
