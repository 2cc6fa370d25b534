"""Send, wait for the thing's own word, and see what became of it. Knows no domain and no language."""

import asyncio
import contextlib
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from typing import Literal, Protocol

from kippu.errors import HomeOffline
from kippu.skills.home.entity import Entity
from kippu.skills.home.kinds.kind import Message, Unable

WAIT_SECONDS = 2.0
"""How long a thing may be silent. While others of the same command still answer, it may be in the queue."""
_LONGEST_SECONDS = 10.0

End = Literal["done", "already", "moving", "sent", "silent", "offline", "unreadable", "other", "unable"]
"""done: it says so. already: it was so before. moving: on its way. sent: a thing that tells no state got it.
silent: no answer in time. offline: it had said that it isn't there. unreadable: it answered garbage.
other: it answered, and it is not so. unable: it has no way to do that."""

GOOD = ("done", "already", "moving", "sent")


class Way(Protocol):
    """How to reach a thing."""

    async def send(self, entity: Entity, messages: Iterable[Message]) -> None:
        """Publish commands; raises HomeOffline."""


@dataclass(frozen=True, slots=True)
class Order:
    """What one thing shall do."""

    entity: Entity
    messages: tuple[Message, ...]
    done: Callable[[Entity], bool]
    """True once the thing says that it is so."""
    moving: Callable[[Entity], bool] = lambda entity: False
    """True while it says that it is on its way."""
    event: bool = False
    """True for what has no lasting state, such as a press: having been sent is all there is."""
    lacks: tuple[str, str] | None = None
    """Of what can do a part alone of what was asked: what to say of the rest, in English and Japanese."""


@dataclass(frozen=True, slots=True)
class Result:
    """What became of an order."""

    entity: Entity
    end: End
    why: tuple[str, str] | None = None
    """Of what is unable: what to say behind its name, in English and Japanese."""
    lacks: tuple[str, str] | None = None
    """Of what did a part alone: what to say behind that part."""

    @property
    def good(self) -> bool:
        """True if the thing is, or is getting, as it was told."""
        return self.end in GOOD


def reaches(
    entity: Entity, value: Callable[[Entity], float | None], wanted: float, *, exact: float, near: float
) -> Callable[[Entity], bool]:
    """Done when the value is so, within ``exact``; or within ``near`` once it moved, for devices round."""
    before = value(entity)

    def done(entity: Entity) -> bool:
        now = value(entity)
        if now is None:
            return False
        away = abs(now - wanted)
        return away <= exact or (now != before and away <= near)

    return done


def unable(entity: Entity, why: Unable) -> Result:
    """For a thing that has no way to do what is asked."""
    return Result(entity, "unable", (why.en, why.ja))


async def carry_out(orders: Iterable[Order], way: Way) -> list[Result]:
    """Send all, then wait for all at once; raises HomeOffline when the broker is not there."""
    patience = _Patience()
    watches = [_Watch(order, patience) for order in orders]
    for watch in watches:
        if watch.order.entity.available:
            await way.send(watch.order.entity, watch.order.messages)
    patience.renew()
    return list(await asyncio.gather(*(watch.end() for watch in watches)))


class _Patience:
    """Until when the things of one command are waited for: each answer of one gives the others time."""

    def __init__(self) -> None:
        self._end = time.monotonic() + _LONGEST_SECONDS
        self.renew()

    def renew(self) -> None:
        """Somebody answered."""
        self._until = min(self._end, time.monotonic() + WAIT_SECONDS)

    @property
    def left(self) -> float:
        """Seconds."""
        return self._until - time.monotonic()


class _Watch:
    """One order, and what its thing was like before it was sent."""

    def __init__(self, order: Order, patience: _Patience) -> None:
        self.order = order
        self._patience = patience
        self._was = order.done(order.entity)
        self._heard = order.entity.heard
        self._unreadable = order.entity.unreadable

    async def end(self) -> Result:
        """What became of it."""
        return replace(await self._ended(), lacks=self.order.lacks)

    async def _ended(self) -> Result:
        entity = self.order.entity
        if not entity.available:
            return Result(entity, "offline")
        if self.order.event or not entity.told:
            return Result(entity, "sent")
        if self._was and not entity.silent:
            return Result(entity, "already")
        while not self._answered() and entity.unreadable == self._unreadable:
            left = self._patience.left
            if left <= 0:
                break
            with contextlib.suppress(TimeoutError):
                async with asyncio.timeout(left):
                    await entity.next_word()
        else:
            self._patience.renew()
        now = self._now()
        if now == "silent":
            entity.unanswered = entity.heard
        return Result(entity, now)

    def _answered(self) -> bool:
        """Whether it is as it was told; one that was silent may only have been so before."""
        return self.order.done(self.order.entity) and not self.order.entity.silent

    def _now(self) -> End:
        entity = self.order.entity
        if self._answered():
            return "done"
        if entity.unreadable > self._unreadable:
            return "unreadable"
        if self.order.moving(entity):
            return "moving"
        return "other" if entity.heard > self._heard else "silent"


__all__ = ["GOOD", "HomeOffline", "Order", "Result", "Way", "carry_out", "reaches", "unable"]
