"""News for whoever listens: a device changed, a reminder rings, a model is being fetched.

Knows nothing of what it carries. A listener that does not keep up loses its oldest news, never the newest.
"""

import asyncio
from collections.abc import AsyncIterator, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

_BACKLOG = 256


@dataclass(frozen=True, slots=True)
class Event:
    """One piece of news."""

    kind: str
    """``home`` (an entity's new state), ``ring`` (a reminder is due), ``rung`` (it was dismissed),
    ``model`` (progress of a fetch), ``drawing`` (a conversation waits for it), ``reading``
    (one waits for a long text, or a layer that is new, to be read), ``checking`` (a model's file is read
    through before it is loaded), ``loading`` (a model comes into memory, or is there), ``status``."""
    data: Mapping[str, Any]
    """JSON values only."""


class Events:
    """One loop, many listeners."""

    def __init__(self) -> None:
        self._listeners: set[asyncio.Queue[Event]] = set()

    def send(self, kind: str, /, **data: Any) -> None:
        """Tell all who listen now. Call it on the event loop's own thread."""
        for queue in self._listeners:
            if queue.full():
                queue.get_nowait()
            queue.put_nowait(Event(kind, data))

    @contextmanager
    def listen(self) -> Iterator[AsyncIterator[Event]]:
        """News from now until the block ends."""
        queue: asyncio.Queue[Event] = asyncio.Queue(_BACKLOG)
        self._listeners.add(queue)
        try:
            yield self._drain(queue)
        finally:
            self._listeners.discard(queue)

    @staticmethod
    async def _drain(queue: asyncio.Queue[Event]) -> AsyncIterator[Event]:
        while True:
            yield await queue.get()
