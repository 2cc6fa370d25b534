"""News reaches all who listen, in order; who does not keep up loses the oldest."""

import asyncio

import pytest

from kippu.events import Event, Events

pytestmark = pytest.mark.anyio


async def test_news_in_order_to_every_listener() -> None:
    events = Events()
    with events.listen() as one, events.listen() as other:
        events.send("home", id="light.kitchen", state="on")
        events.send("ring", id=7)
        for news in (one, other):
            assert await anext(news) == Event("home", {"id": "light.kitchen", "state": "on"})
            assert await anext(news) == Event("ring", {"id": 7})


async def test_nothing_from_before_and_nothing_after() -> None:
    events = Events()
    events.send("home", number=0)
    with events.listen() as news:
        events.send("home", number=1)
        assert (await anext(news)).data == {"number": 1}
    events.send("home", number=2)
    with pytest.raises(TimeoutError):
        async with asyncio.timeout(0.01):
            await anext(news)


async def test_a_listener_that_sleeps_keeps_the_newest() -> None:
    events = Events()
    with events.listen() as news:
        for number in range(1000):
            events.send("home", number=number)
        seen = []
        async with asyncio.timeout(5):
            while not seen or seen[-1] != 999:
                seen.append((await anext(news)).data["number"])
    assert seen == list(range(1000 - len(seen), 1000))
    assert len(seen) >= 100


async def test_a_listener_that_waits_is_woken() -> None:
    events = Events()
    with events.listen() as news:
        waiting = asyncio.ensure_future(anext(news))
        await asyncio.sleep(0)
        assert not waiting.done()
        events.send("status")
        assert (await waiting) == Event("status", {})


async def test_a_word_called_kind_can_be_news_too() -> None:
    events = Events()
    with events.listen() as news:
        events.send("home", kind="light", self="me")
        assert (await anext(news)).data == {"kind": "light", "self": "me"}
