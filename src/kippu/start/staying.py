"""What has to stay on this device after all, asked once more before each byte that would leave.

A choice holds at once, also for what waits for a yes or for a provider that hangs.
"""

from collections.abc import Sequence

from kippu import reasons
from kippu.guard import Inspecting
from kippu.place import Placing
from kippu.reasons import Reason, filled
from kippu.turn import Placement, Turn


class Staying:
    """Asks the marks, the topics and the policy again."""

    def __init__(self, inspecting: Inspecting, placing: Placing) -> None:
        self._inspecting = inspecting
        self._placing = placing

    def why(self, turn: Turn, placement: Placement, more: Sequence[str]) -> Reason | None:
        """Why the turn stays here by now, or None; ``more``: what would leave beside its own words."""
        if chosen := self._placing.stays(turn, placement, self._inspecting.again(turn)):
            return filled(reasons.MEANWHILE, chosen)
        return self._placing.stays(turn, placement, self._inspecting.kept(more))

    def private(self, text: str) -> bool:
        """Whether what a tool found has to stay."""
        found = self._inspecting.kept([text])
        return bool(found.marked or found.topics or found.unread)
