"""Waits for what the person says to text that is about to leave. Knows nothing of the text.

One wait a turn; whoever has no way to ask the person never starts one.
"""

import asyncio
from typing import Any

from kippu.turn import Consent

_PATIENCE = 600.0
"""Seconds after which no answer is a no: nothing leaves because somebody went for a walk."""


class Consents:
    """What is being waited for, by the turn's id."""

    def __init__(self) -> None:
        self._waiting: dict[str, asyncio.Future[Consent]] = {}

    def expect(self, turn: str) -> None:
        """From now on the person may answer; call it before they are asked."""
        self._waiting[turn] = asyncio.get_running_loop().create_future()

    async def wait(self, turn: str, stop: asyncio.Event) -> Consent:
        """What the person says to what they were asked. A stop is a no, and so is silence."""
        said = self._waiting[turn]
        stopping = asyncio.ensure_future(stop.wait())
        either: set[asyncio.Future[Any]] = {said, stopping}
        try:
            await asyncio.wait(either, timeout=_PATIENCE, return_when=asyncio.FIRST_COMPLETED)
            return said.result() if said.done() else Consent(allow=False)
        finally:
            stopping.cancel()
            del self._waiting[turn]

    def say(self, turn: str, consent: Consent) -> bool:
        """Answer for the person; False when nothing waits for it (any more)."""
        said = self._waiting.get(turn)
        if said is None or said.done():
            return False
        said.set_result(consent)
        return True
