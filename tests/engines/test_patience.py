"""An answer is waited for to its first piece, between two, and in all; and only the wait counts."""

import asyncio

import pytest

from kippu.engines.patience import Patience

pytestmark = pytest.mark.anyio


async def test_the_first_piece_is_waited_for_once() -> None:
    patience = Patience(first=0.2, between=9, whole=9)
    await patience.wait(asyncio.sleep(0.15))
    with pytest.raises(TimeoutError):
        await patience.wait(asyncio.sleep(0.15))


async def test_then_each_piece_has_its_time_until_all_of_it_is_up() -> None:
    patience = Patience(first=0.1, between=0.2, whole=0.5)
    patience.begun()
    for _ in range(3):
        await patience.wait(asyncio.sleep(0.12))
    with pytest.raises(TimeoutError):
        await patience.wait(asyncio.sleep(0.18))


async def test_a_piece_may_not_stall() -> None:
    patience = Patience(first=9, between=0.1, whole=9)
    patience.begun()
    with pytest.raises(TimeoutError):
        await patience.wait(asyncio.sleep(1))


async def test_what_the_listener_does_meanwhile_does_not_count() -> None:
    patience = Patience(first=0.2, between=0.2, whole=0.2)
    await asyncio.sleep(0.3)
    assert await patience.wait(asyncio.sleep(0, "came")) == "came"
    assert patience.left > 0.1
