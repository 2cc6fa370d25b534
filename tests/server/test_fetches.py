"""Fetches under way, from a real index on loopback: their news, their end, and what the ledger says."""

import asyncio
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from kippu.errors import NotFound
from kippu.events import Events
from kippu.models import Catalogue, Store
from kippu.record import Database, Ledger
from kippu.server.fetches import Fetches
from models.conftest import site
from models.index_server import Site, noise, publish

pytestmark = pytest.mark.anyio
__all__ = ["site"]

WEIGHTS = noise(600_000)


@dataclass
class Fetching:
    """Fetches of one model called ``tiny``, and what they rest on."""

    fetches: Fetches
    store: Store
    ledger: Ledger
    events: Events
    used: list[str]
    """Ids of the models that were let talk."""

    async def news(self, begin: bool = True) -> list[dict[str, Any]]:
        """All news of one fetch, the last says how it ended."""
        heard: list[dict[str, Any]] = []
        with self.events.listen() as news:
            if begin:
                self.fetches.begin("tiny")
            async for event in news:
                assert event.kind == "model"
                heard.append(dict(event.data))
                if "received" not in event.data:
                    break
        return heard


@pytest.fixture
def fetching(data: Path, site: Site) -> Iterator[Fetching]:
    store = Store(data / "models", Catalogue((publish(site, WEIGHTS),)))
    database, events = Database(data / "kippu.db"), Events()
    ledger = Ledger(database)
    used: list[str] = []
    yield Fetching(Fetches(store, ledger, events, used.append), store, ledger, events, used)
    database.close()


async def test_progress_is_told_until_it_is_here(fetching: Fetching) -> None:
    *progress, last = await fetching.news()
    assert last == {"id": "tiny", "installed": True, "name": "Tiny", "talks": False}
    assert fetching.used == []
    assert all(each["received"] <= each["bytes"] for each in progress)
    assert progress[-1]["received"] == progress[-1]["bytes"]
    assert fetching.store.path("tiny").read_bytes() == WEIGHTS
    assert fetching.fetches.arriving("tiny") is None


async def test_what_is_asked_of_others_stands_in_the_ledger(fetching: Fetching) -> None:
    await fetching.news()
    (row,) = fetching.ledger.list()
    assert row.kind == "fetch"
    fetching.fetches.begin("tiny")  # it is here: nobody is asked again
    assert fetching.fetches.arriving("tiny") is None
    assert len(fetching.ledger.list()) == 1


async def test_a_cancelled_one_is_kept_for_the_next_time(fetching: Fetching, site: Site) -> None:
    site.pause = 0.05
    with fetching.events.listen() as news:
        fetching.fetches.begin("tiny")
        fetching.fetches.begin("tiny")  # twice is once
        async for event in news:
            if event.data.get("received"):
                break
        arriving = fetching.fetches.arriving("tiny")
        assert arriving is not None
        assert 0 < arriving.received < arriving.bytes
        await fetching.fetches.cancel("tiny")
        ended = [event.data async for event in _until_the_end(news)]
    assert ended[-1] == {"id": "tiny", "cancelled": True}
    assert not fetching.store.has("tiny")
    site.pause = 0
    await fetching.news()
    assert any(site.fetched(".whl")), "it goes on where it was"
    assert fetching.store.has("tiny")


async def test_an_error_is_told_in_words(fetching: Fetching, site: Site) -> None:
    site.refuse = 403
    last = (await fetching.news())[-1]
    assert last["id"] == "tiny"
    assert "403" in last["error"]
    assert "はありません（HTTP 403）" in last["error_ja"]
    assert [(row.what, bool(row.to)) for row in fetching.ledger.list()][-1] == (
        "Tiny did not arrive", False,
    )  # fmt: skip
    assert fetching.fetches.arriving("tiny") is None


async def test_closing_ends_all(fetching: Fetching, site: Site) -> None:
    site.pause = 0.05
    fetching.fetches.begin("tiny")
    await asyncio.sleep(0)
    await fetching.fetches.close()
    assert fetching.fetches.arriving("tiny") is None
    assert not fetching.store.has("tiny")


async def test_one_that_is_to_talk_does_once_it_is_here(fetching: Fetching) -> None:
    fetching.fetches.begin("tiny", use=True)
    assert fetching.used == []
    *_, last = await fetching.news(begin=False)
    assert last == {"id": "tiny", "installed": True, "name": "Tiny", "talks": True}
    assert fetching.used == ["tiny"]
    fetching.fetches.begin("tiny", use=True)  # it is here: it talks at once
    assert fetching.used == ["tiny", "tiny"]


async def test_whoever_wants_it_to_talk_later_is_heard_too(fetching: Fetching, site: Site) -> None:
    site.pause = 0.05
    fetching.fetches.begin("tiny")
    fetching.fetches.begin("tiny", use=True)
    site.pause = 0
    await fetching.news(begin=False)
    assert fetching.used == ["tiny"]


async def test_one_that_was_cancelled_talks_only_when_that_is_said_again(
    fetching: Fetching, site: Site
) -> None:
    site.pause = 0.05
    fetching.fetches.begin("tiny", use=True)
    await asyncio.sleep(0)
    await fetching.fetches.cancel("tiny")
    site.pause = 0
    await fetching.news()
    assert fetching.used == []


async def test_a_model_that_nobody_knows(fetching: Fetching) -> None:
    with pytest.raises(NotFound, match="nope"):
        fetching.fetches.begin("nope")


async def _until_the_end(news: Any) -> Any:
    async for event in news:
        yield event
        if "received" not in event.data:
            break
