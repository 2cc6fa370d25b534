"""Models that are being fetched now: begun and cancelled by the person, their progress told as news.

Knows the store's one way to get a model; one fetch for each model at a time.
"""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass

from kippu.errors import KippuError
from kippu.events import Events
from kippu.models import Progress, Source, Store
from kippu.reasons import NOT_ARRIVED, WANTED, filled
from kippu.record import Ledger


@dataclass(frozen=True, slots=True)
class Arriving:
    """How far a fetch has come."""

    received: int
    """Bytes so far."""
    bytes: int
    """Bytes in all."""
    source: str
    """Where it comes from, for a person."""


class Fetches:
    """Fetches under way. Use it on the event loop's own thread."""

    def __init__(self, store: Store, ledger: Ledger, events: Events, use: Callable[[str], None]) -> None:
        """``use`` lets a model talk from then on."""
        self._store = store
        self._use = use
        self._ledger = ledger
        self._events = events
        self._tasks: dict[str, asyncio.Task[None]] = {}
        self._arriving: dict[str, Arriving] = {}
        self._to_talk: set[str] = set()

    def arriving(self, id: str) -> Arriving | None:
        """Progress of this model's fetch; None when there is none."""
        return self._arriving.get(id)

    def begin(self, id: str, use: bool = False) -> None:
        """Begin to fetch it; nothing happens when it is here or on its way. Raises NotFound, BadInput.

        With ``use`` it talks as soon as it is here, whether or not the page that asked is still open.
        """
        if self._store.has(id):
            if use:
                self._use(id)
            return
        plan = self._store.plan(id)
        if use:
            self._to_talk.add(id)
        if id in self._tasks:
            return
        self._arriving[id] = Arriving(0, plan.bytes, plan.source.text)
        self._tasks[id] = asyncio.create_task(self._fetch(id, plan.model.name))

    async def cancel(self, id: str) -> None:
        """Stop fetching it; what came is kept for the next time."""
        if task := self._tasks.get(id):
            task.cancel()
            await asyncio.wait([task])

    async def close(self) -> None:
        """Stop all."""
        for id in tuple(self._tasks):
            await self.cancel(id)

    async def _fetch(self, id: str, name: str) -> None:
        def ask(source: Source) -> None:
            self._ledger.add("fetch", filled(WANTED, name=name)[0], to=source.text, text=f"Asked for {name}")

        try:
            await self._store.get(id, self._tell, ask)
            if talks := id in self._to_talk:
                self._use(id)
        except KippuError as error:
            self._ledger.add("fetch", filled(NOT_ARRIVED, name=name)[0])
            self._end(id, error=str(error), error_ja=error.ja)
        except asyncio.CancelledError:
            self._end(id, cancelled=True)
            raise
        except BaseException:
            self._end(
                id,
                error=f"{id} could not be fetched: something went wrong inside Kippu.",
                error_ja=f"Kippu の内部で問題が起き、{id} を取得できませんでした。",
            )
            raise
        else:
            self._end(id, installed=True, name=name, talks=talks)

    def _tell(self, progress: Progress) -> None:
        if progress.model in self._tasks:
            now = Arriving(progress.done, progress.total, progress.source)
            self._arriving[progress.model] = now
            self._events.send(
                "model", id=progress.model, received=now.received, bytes=now.bytes, note=progress.note
            )

    def _end(self, id: str, **news: object) -> None:
        self._tasks.pop(id, None)
        self._arriving.pop(id, None)
        self._to_talk.discard(id)
        self._events.send("model", id=id, **news)
