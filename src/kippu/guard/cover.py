"""The step behind placing: what leaves the device, covered."""

from kippu.turn import Egress, Findings, Placement, Turn


def cover(turn: Turn, placement: Placement, findings: Findings) -> Egress:
    """What would leave. Every rung that can be placed on is on this device, so nothing does."""
    return Egress()
