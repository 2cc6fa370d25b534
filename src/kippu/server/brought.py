"""The model that came in a fetch and talks since then, and the way back to the one before it.

Knows who talks, and nothing of how a model is fetched.
"""

from typing import TYPE_CHECKING

from kippu.server import shapes
from kippu.settings import keep

if TYPE_CHECKING:
    from kippu.start import Kippu


class Brought:
    """What was fetched to talk, since this Kippu began."""

    def __init__(self, kippu: "Kippu") -> None:
        self._kippu = kippu
        self._now = self._before = ""

    def use(self, id: str) -> None:
        """Let a model that has just come talk from now on."""
        self._now, self._before = id, self._kippu.talker.id
        keep(self._kippu.settings, model=id)

    def told(self) -> shapes.Brought | None:
        """It, as long as it talks and the one before it is still here to go back to."""
        store, talks = self._kippu.store, self._kippu.talker
        if talks.id != self._now or self._before == self._now or not store.has(self._before):
            return None
        before = store.model(self._before)
        return shapes.Brought(id=talks.id, name=talks.name, before=before.id, before_name=before.name)
