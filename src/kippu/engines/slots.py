"""Which of a model's slots a conversation sits in: the one that has read most of it already.

A slot keeps what it read last, so the right slot saves reading a conversation again. Knows messages as data,
and no engine.
"""

import asyncio
from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import Any


@dataclass(slots=True)
class Slot:
    """A place that reads and writes one conversation at a time."""

    id: int
    adapter: str = ""
    """Name of the topmost adapter of the conversations that it holds; a change would drop all it has read."""
    head: str = ""
    """Instructions and tools that it holds, as ``head_of`` writes them; empty when it holds nothing known."""
    tail: tuple[Any, ...] = ()
    """The messages after the head that it holds."""
    used: int = 0
    """The number of the request that it served last."""


def leading(messages: Sequence[Mapping[str, Any]]) -> int:
    """How many messages at the beginning are instructions, not conversation."""
    for number, message in enumerate(messages):
        if message.get("role") not in ("system", "developer"):
            return number
    return len(messages)


def head_of(messages: Sequence[Mapping[str, Any]], tools: Any) -> str:
    """What stays the same from request to request, as one text."""
    return repr((list(messages), tools or None))


class Slots:
    """All slots of one model. A request beyond them waits its turn, first come first served."""

    def __init__(self, count: int, adapters: Sequence[str] = ()) -> None:
        """``count`` for the model as it is, and one for each of its adapters."""
        owners = ["" for _ in range(count)] + list(adapters)
        self._free = [Slot(number, adapter) for number, adapter in enumerate(owners)]
        self._turns = {"": asyncio.Semaphore(count)} | {name: asyncio.Semaphore(1) for name in adapters}
        self._served = 0

    @asynccontextmanager
    async def take(self, head: str, tail: tuple[Any, ...], adapter: str = "") -> AsyncIterator[Slot]:
        """The best free slot, for the length of the block; with adapters, that of the topmost."""
        async with self._turns[adapter]:
            mine = [slot for slot in self._free if slot.adapter == adapter]
            slot = max(mine, key=lambda one: _fit(one, head, tail))
            self._free.remove(slot)
            self._served += 1
            slot.used = self._served
            try:
                yield slot
            finally:
                self._free.append(slot)


def _fit(slot: Slot, head: str, tail: tuple[Any, ...]) -> tuple[int, bool, int]:
    """Most messages in common; else the same head and no long conversation; else the longest idle."""
    if slot.head != head:
        return 0, False, -slot.used
    common = 0
    for mine, theirs in zip(slot.tail, tail, strict=False):
        if mine != theirs:
            break
        common += 1
    return common, len(slot.tail) <= 1, -slot.used
