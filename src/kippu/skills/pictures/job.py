"""One drawing under way: how far it is, what came of it, and how it is stopped. Draws nothing itself."""

import asyncio
import threading
from collections.abc import AsyncGenerator, Callable
from dataclasses import dataclass

from kippu.engines.pictures.origin import Origin
from kippu.errors import KippuError
from kippu.record import Picture
from kippu.record.pictures import new_id

ID = r"^[0-9a-f]{32}$"
"""What a job's id looks like."""


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a variant is."""

    variant: int
    """From 0."""
    step: int
    """Steps done."""
    steps: int
    """Steps in all."""
    preview: bytes
    """A PNG of the picture as it is so far, with its origin."""
    origin: Origin
    """What that says."""


@dataclass(frozen=True, slots=True)
class End:
    """It is over."""

    stopped: bool
    """True when somebody stopped it."""


News = Progress | Picture | KippuError | End
"""How far it is; a variant that is done and kept; what went wrong; the end, which comes always and last."""


def differing(one: Picture, other: Picture) -> tuple[str, ...]:
    """What two pictures come of that is not the same: parts by their names, ``model`` for what drew them.
    Nothing where it isn't known of one of them."""
    if not one.weights or not other.weights:
        return ("model",) if one.model != other.model else ()
    named = ("model",) if one.model != other.model else ()
    return named + tuple(
        sorted(
            part
            for part in {*one.weights, *other.weights} - set(named)
            if one.weights.get(part) != other.weights.get(part)
        )
    )


class Job:
    """One drawing, of one or more variants. Use it on the event loop's own thread."""

    def __init__(self, id: str | None = None) -> None:
        """``id``: what whoever asked for it calls it, so that they can come back before they are answered."""
        self.id = id or new_id()
        self.pictures: list[Picture] = []
        """Those that are done."""
        self.lacks: tuple[str, ...] = ()
        """What was wanted and the painter has never seen: something near stands in for it."""
        self.of: Picture | None = None
        """The picture that is drawn again, where the same is meant."""
        self.differs: tuple[str, ...] = ()
        """What of it is another since: then it may become another picture."""
        self.stopping = threading.Event()
        """Set once nobody wants more of it: what the painter's thread looks at."""
        self.on_stop: Callable[[], object] = lambda: None
        self._progress: Progress | None = None
        self._error: KippuError | None = None
        self._end: End | None = None
        self._changed = asyncio.Event()

    @property
    def ended(self) -> bool:
        """True once nothing more comes."""
        return self._end is not None

    def tell(self, news: News) -> None:
        """What is new. After the end nothing is, whatever a thread still says."""
        if self._end is not None:
            return
        match news:
            case Progress():
                self._progress = news
            case Picture():
                self.pictures.append(news)
                self._progress = None
                self.differs = differing(self.of, news) if self.of else ()
            case KippuError():
                self._error = news
            case End():
                self._end = news
        changed, self._changed = self._changed, asyncio.Event()
        changed.set()

    def stop(self) -> None:
        """Have no more of it, at once."""
        self.stopping.set()
        self.tell(End(stopped=True))
        self.on_stop()

    async def news(self) -> AsyncGenerator[News, None]:
        """All from the first on, whenever one comes; of progress the newest alone."""
        told, shown = 0, None
        while True:
            changed = self._changed
            while told < len(self.pictures):
                yield self.pictures[told]
                told += 1
            if self._progress is not None and self._progress is not shown:
                shown = self._progress
                yield shown
            elif self._end is not None:
                if self._error is not None:
                    yield self._error
                yield self._end
                return
            elif changed is self._changed:
                await changed.wait()

    async def done(self) -> list[Picture]:
        """The pictures, once all are there; raises what went wrong. Whoever waits no more stops it."""
        try:
            async for news in self.news():
                if isinstance(news, KippuError):
                    raise news
        except asyncio.CancelledError:
            self.stop()
            raise
        return self.pictures
