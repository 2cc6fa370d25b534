"""A conversation goes back to the slot that has read it; another one leaves it alone."""

import asyncio

import pytest

from kippu.engines.slots import Slots, head_of, leading

pytestmark = pytest.mark.anyio


def say(*texts: str) -> tuple[dict[str, str], ...]:
    return tuple({"role": "user", "content": text} for text in texts)


async def _sit(slots: Slots, head: str, *texts: str) -> int:
    async with slots.take(head, say(*texts)) as slot:
        slot.head, slot.tail = head, say(*texts)
        return slot.id


async def test_back_to_where_it_was_read() -> None:
    slots = Slots(2)
    ann = await _sit(slots, "chat", "a", "b")
    tool = await _sit(slots, "tools", "x")
    assert tool != ann
    assert await _sit(slots, "tools", "y") == tool
    assert await _sit(slots, "chat", "a", "b", "c") == ann
    assert await _sit(slots, "chat", "other") == tool


async def test_beyond_the_slots_waits_and_a_cancelled_one_frees_its_place() -> None:
    slots = Slots(1)
    async with slots.take("", ()):
        waiting = asyncio.create_task(_sit(slots, "chat", "a"))
        given_up = asyncio.create_task(_sit(slots, "chat", "b"))
        await asyncio.sleep(0)
        given_up.cancel()
        assert not waiting.done()
    assert await waiting == 0
    assert await _sit(slots, "chat", "c") == 0


def test_the_head_is_instructions_and_tools() -> None:
    messages = [{"role": "system", "content": "s"}, *say("u")]
    assert leading(messages) == 1
    assert leading(messages[:1]) == 1
    assert head_of(messages[:1], None) == head_of(messages[:1], [])
    assert head_of(messages[:1], None) != head_of(messages[:1], [{"type": "function"}])
