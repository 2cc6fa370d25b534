"""Where a turn may run that no model of this device is sure of: inspected, placed and covered anew."""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import replace
from functools import partial

from kippu.guard import Covering, Inspecting
from kippu.place import Placing
from kippu.turn import Egress, Findings, Placement, Turn


class Doubts:
    """Asks the three steps again, with what the first words of an answer said."""

    def __init__(self, inspecting: Inspecting, placing: Placing, covering: Covering) -> None:
        self._inspecting = inspecting
        self._placing = placing
        self._covering = covering

    def asked_of(
        self, whole: Turn, talk: Turn, placement: Placement
    ) -> Callable[[float], Awaitable[tuple[Placement, Egress] | None]] | None:
        """Whom to ask where the ``talk`` of the ``whole`` turn may run, by how sure its model is; None where
        it stays in any case: then nobody need wait for its first words."""
        if not self._placing.may_leave(talk, placement):
            return None
        return partial(self.elsewhere, whole, talk, placement)

    async def elsewhere(
        self, whole: Turn, talk: Turn, placement: Placement, sure: float
    ) -> tuple[Placement, Egress] | None:
        """Whom the ``talk`` of the ``whole`` turn may be asked, and what would leave for it; None where it
        stays."""

        def placed() -> tuple[Placement | None, Findings]:
            findings = self._inspecting.inspect(whole)
            return self._placing.doubted(whole, talk, placement, findings, sure), findings

        there, findings = await asyncio.to_thread(placed)  # for other answers are being given meanwhile
        if there is None:
            return None
        own = findings if talk.text == whole.text else replace(findings, found=())
        return there, self._covering.cover(talk, there, own)
