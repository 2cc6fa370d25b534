"""Where a turn may run that no model of this device is sure of: inspected, placed and covered anew."""

from kippu.guard import Covering, Inspecting
from kippu.place import Placing
from kippu.turn import Egress, Placement, Turn


class Doubts:
    """Asks the three steps again, with what the first words of an answer said."""

    def __init__(self, inspecting: Inspecting, placing: Placing, covering: Covering) -> None:
        self._inspecting = inspecting
        self._placing = placing
        self._covering = covering

    def elsewhere(self, turn: Turn, placement: Placement, sure: float) -> tuple[Placement, Egress] | None:
        """Whom it may be asked, and what would leave for it; None where it stays."""
        findings = self._inspecting.inspect(turn)
        there = self._placing.doubted(turn, placement, findings, sure)
        return (there, self._covering.cover(turn, there, findings)) if there else None
