"""How a command has something drawn: in this process, or in the Kippu that already holds the data folder.

One shape, two ways, as in `reach.py`. Knows no terminal and no file of the person's.
"""

from collections.abc import AsyncGenerator, AsyncIterator, Mapping
from contextlib import aclosing, asynccontextmanager, closing
from dataclasses import asdict, dataclass, replace
from typing import TYPE_CHECKING, Any, Protocol
from urllib.parse import quote

from kippu.cli.holding import held
from kippu.cli.steps import Step
from kippu.engines.pictures import files
from kippu.errors import KippuError
from kippu.record import Database, Picture, Pictures
from kippu.server.lock import holder
from kippu.skills.pictures.job import Job, Progress
from kippu.skills.pictures.studio import Studio
from kippu.skills.pictures.wanted import Wanted

if TYPE_CHECKING:
    from kippu.cli.served import Served
    from kippu.settings import Settings


_Told = AsyncGenerator[tuple[str, Mapping[str, Any]], None]


@dataclass(frozen=True, slots=True)
class Drawn:
    """A variant that is done."""

    picture: Picture
    png: bytes


@dataclass(frozen=True, slots=True)
class Lacks:
    """Things that something near stands in for, when all is drawn."""

    things: tuple[str, ...]


News = Step | Drawn | Lacks


class Drawing(Protocol):
    """Painters within reach."""

    def draw(self, wanted: Wanted) -> AsyncGenerator[News, None]:
        """What comes of it, as it comes; raises what goes wrong. Whoever wants no more of it stops it."""

    def larger(self, id: str) -> AsyncGenerator[News, None]:
        """The same of a picture of the gallery that is made larger."""


@asynccontextmanager
async def drawing(settings: "Settings") -> AsyncIterator[Drawing]:
    """The painters of this data folder, wherever they run; raises Busy when they can't be reached there."""
    if address := holder(settings.data):
        from kippu.cli.served import served

        async with served(address, settings.data) as there:
            yield _There(there)
    else:
        from kippu.models import Store
        from kippu.start.painters import Painters, certificate

        painters = Painters(Store(settings.data / "models"), settings.idle_minutes)
        async with held(settings.data):
            with closing(Database(settings.data / "kippu.db")) as database:
                studio = Studio(
                    Pictures(database, settings.data / "pictures"), painters, certificate(settings)
                )
                try:
                    yield _Here(studio)
                finally:
                    await studio.close()


class _Here:
    """Painters of our own."""

    def __init__(self, studio: Studio) -> None:
        self._studio = studio

    async def draw(self, wanted: Wanted) -> AsyncGenerator[News, None]:
        async with aclosing(self._news(await self._studio.begin(wanted))) as coming:
            async for news in coming:
                yield news

    async def larger(self, id: str) -> AsyncGenerator[News, None]:
        async with aclosing(self._news(await self._studio.larger(id))) as coming:
            async for news in coming:
                yield news

    async def _news(self, job: Job) -> AsyncGenerator[News, None]:
        try:
            async with aclosing(job.news()) as coming:
                async for news in coming:
                    if isinstance(news, KippuError):
                        raise news
                    if isinstance(news, Progress):
                        yield Step(news.variant, news.step, news.steps)
                    elif isinstance(news, Picture):
                        yield Drawn(news, self._studio.gallery.file(news.id).read_bytes())
            yield Lacks(job.lacks)
        finally:
            job.stop()


class _There:
    """Those of the Kippu that serves."""

    def __init__(self, served: "Served") -> None:
        self._served = served

    async def draw(self, wanted: Wanted) -> AsyncGenerator[News, None]:
        async with aclosing(self._news(self._served.draw("/api/pictures", **_body(wanted)))) as coming:
            async for news in coming:
                yield news

    async def larger(self, id: str) -> AsyncGenerator[News, None]:
        path = f"/api/pictures/{quote(id, safe='')}/larger"
        async with aclosing(self._news(self._served.draw(path))) as coming:
            async for news in coming:
                yield news

    async def _news(self, told: _Told) -> AsyncGenerator[News, None]:
        async with aclosing(told) as coming:
            async for kind, data in coming:
                if kind == "progress":
                    yield Step(data["variant"], data["step"], data["steps"])
                elif kind == "end":
                    yield Lacks(tuple(data["lacks"]))
                else:
                    picture = Picture(**{name: data[name] for name in Picture.__dataclass_fields__})
                    yield Drawn(picture, await self._served.file(data["image"]))


def _body(wanted: Wanted) -> Mapping[str, Any]:
    """The request for it; pictures go as PNG, without what their files said."""
    plain = asdict(replace(wanted, start=None, sketch=None))
    del plain["conversation"]
    for name, pixels in (("start", wanted.start), ("sketch", wanted.sketch)):
        if pixels is not None:
            plain[name] = files.data_url(files.png(pixels))
    return {name: value for name, value in plain.items() if value is not None}
