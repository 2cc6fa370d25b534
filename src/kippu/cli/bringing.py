"""A better model that is fetched while the person chats, and talks as soon as it is there.

Knows the store and the settings; nothing of how the chat shows what it is told.
"""

import asyncio
from collections.abc import Callable
from typing import TYPE_CHECKING

from kippu.cli import fetching
from kippu.cli.person import language, say
from kippu.errors import KippuError

if TYPE_CHECKING:
    from kippu.models.fit import Fit
    from kippu.models.getting import Progress
    from kippu.models.store import Store
    from kippu.settings import Settings


class Bringing:
    """One model on its way."""

    def __init__(self, store: "Store", settings: "Settings", id: str, tell: Callable[[str], None]) -> None:
        """``tell`` hears, in words for the person, that it is there, or why it can't be had."""
        self.store, self.settings, self._id, self._tell = store, settings, id, tell
        self._name = store.model(id).name
        self._done = self._total = 0
        self._ended = False
        self.instead: Fit | None = None
        """The best that can be had where this one can't: told of, and waiting for the person's yes."""

    async def run(self) -> None:
        """Fetch it, and talk with it from then on. Cancelled, it keeps what came."""
        from kippu.settings import keep

        try:
            await fetching.quietly(self.store, self._id, self._hear)
            before = self.settings.model
            keep(self.settings, model=self._id)
        except KippuError as error:
            self._tell(error.say(language()))
            await asyncio.to_thread(self._offer_what_is_left)
        else:
            self._tell(self._talks(before))
        self._ended = True

    def _talks(self, before: str) -> str:
        """That it talks now, and how the one before would again."""
        if self.store.has(before) and before != self._id:
            back, back_ja = (
                f" Back: `kippu models use {before}`",
                f"元に戻すには: `kippu models use {before}`",
            )
        else:
            back = back_ja = ""
        return say(
            f"({self._name} is here, and talks from now on.{back})",
            f"（{self._name} が入りました。これからはこのモデルが話します。{back_ja}）",
        )

    def _offer_what_is_left(self) -> None:
        """Tell of the best that can be had where this one can't; how to try again where there is none."""
        from kippu.cli.first import better_here

        found = better_here(self.settings, self.store)
        if found is None or found.model.id == self._id:
            again = f"`kippu models get {self._id}`"
            self._tell(say(f"(To try again: {again})", f"（もう一度試すには: {again}）"))
            return
        source = fetching.kind_of(self.store.plan(found.model.id).source)
        self._tell(
            say(
                f"(From {source} this device can have {found.model.name}: press Enter to see what it is.)",
                f"（{source}からは {found.model.name} を取得できます。Enter キーを押すと詳細を表示します。）",
            )
        )
        self.instead = found

    def left(self) -> str:
        """What to say to a person who leaves before it is there; empty when it has ended."""
        if self._ended:
            return ""
        return fetching.left(self._name, self._id, self._done, self._total)

    def _hear(self, news: "Progress") -> None:
        self._done, self._total = news.done, news.total
