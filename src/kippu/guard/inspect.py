"""The step before placing: what came from outside the person's own words."""

from kippu.turn import Findings, Turn


def inspect(turn: Turn) -> Findings:
    """What is private is not looked for while everything stays on the device; what is foreign is marked."""
    return Findings(tainted=bool(turn.outside))
