"""What the person chose about privacy, read and changed where it holds: here, or in the Kippu that serves.

One shape, two ways, as in `reach.py`. A Kippu that is open in another terminal can't be told of a change:
then nothing is changed, so that no choice is believed to hold which doesn't.
"""

from collections.abc import AsyncIterator, Iterator, Mapping
from contextlib import asynccontextmanager, closing, contextmanager
from typing import TYPE_CHECKING, Any, Protocol, get_args

from kippu.errors import NotFound

if TYPE_CHECKING:
    from kippu.settings import Settings

Chosen = Mapping[str, Any]
"""What ``GET /api/privacy`` gives: policy, never, topics, marked, providers, budget_cents, spent_cents, …"""


class Choices(Protocol):
    """The choices within reach. Each change gives all of them as they are then."""

    async def privacy(self) -> Chosen:
        """All of them."""

    async def choose(self, **chosen: Any) -> Chosen:
        """Change settings, for now and the next start; raises SettingsError."""

    async def mark(self, words: str) -> Chosen:
        """Mark words as private; raises BadInput."""

    async def unmark(self, words: str) -> Chosen:
        """Take a mark back; raises NotFound."""

    async def keep_key(self, provider: str, key: str) -> None:
        """Keep a provider's key in the system's keyring, an empty one forgets it; raises NotAllowed."""


class Here:
    """The choices of a data folder that no Kippu serves."""

    def __init__(self, settings: "Settings") -> None:
        self._settings = settings

    async def privacy(self) -> Chosen:
        """All of them, in the shape that the server gives."""
        from kippu.engines import keys
        from kippu.settings import Topic

        settings = self._settings
        with _records(settings) as (marked, spent):
            return {
                "policy": settings.policy,
                "never": list(settings.never),
                "topics": list(get_args(Topic)),
                "marked": list(marked),
                "providers": [
                    {**provider.model_dump(), "has_key": bool(keys.key_of(provider))}
                    for provider in settings.providers
                ],
                "budget_cents": settings.budget_cents,
                "spent_cents": spent,
                "keep_sent": settings.keep_sent,
            }

    async def choose(self, **chosen: Any) -> Chosen:
        """Change the settings file; raises Busy while a Kippu that can't be told of it is open."""
        from kippu.server.lock import hold
        from kippu.settings import keep

        with hold(self._settings.data):
            keep(self._settings, **chosen)
        return await self.privacy()

    async def mark(self, words: str) -> Chosen:
        """Mark words. Whoever has the record open sees it at once."""
        from kippu.record import Database, Marks

        with closing(Database(self._settings.data / "kippu.db")) as database:
            Marks(database).add(words)
        return await self.privacy()

    async def unmark(self, words: str) -> Chosen:
        """Take a mark back."""
        from kippu.record import Database, Marks

        with closing(Database(self._settings.data / "kippu.db")) as database:
            if not Marks(database).remove(words):
                raise NotFound(
                    f"'{words}' is not marked as private. `kippu privacy` shows what is.",
                    f"「{words}」は登録されていません。登録済みの言葉は kippu privacy で分かります。",
                )
        return await self.privacy()

    async def keep_key(self, provider: str, key: str) -> None:
        """Keep a provider's key."""
        from kippu.engines import keys

        for one in self._settings.providers:
            if one.name == provider:
                keys.keep_key(one, key)


@contextmanager
def _records(settings: "Settings") -> Iterator[tuple[tuple[str, ...], float]]:
    """The words that are marked, and what this month has cost; nothing is made where there is no record."""
    from kippu.record import Database, Marks, Spending

    path = settings.data / "kippu.db"
    if not path.exists():
        yield (), 0.0
        return
    with closing(Database(path)) as database:
        yield Marks(database).words(), Spending(database).spent()


@asynccontextmanager
async def choices() -> AsyncIterator[Choices]:
    """Those of this data folder, wherever they hold."""
    from kippu.server.lock import holder
    from kippu.settings import load

    settings = load()
    if address := holder(settings.data):
        from kippu.cli.served import served

        async with served(address, settings.data) as there:
            yield there
    else:
        yield Here(settings)
