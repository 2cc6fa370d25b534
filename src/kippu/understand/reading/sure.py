"""How sure a reader is, as a share: figures that are ranks among the readers, not frequencies."""

from kippu.turn import Call, Meaning

TEMPLATE = 0.99
"""Confidence of a template that takes all of a sentence."""
LOOSE = 0.9
"""The same where a template takes over a third as it comes: "i need a nap" is no item of a list."""
PLAIN = 0.95
"""Confidence of a reading by cues that explains every word."""
ACT = 0.8
"""Confidence from which a reading by cues is acted on; below it, and above ASK, we ask."""
ASK = 0.55


def fixed(tool: str) -> Meaning:
    """A fixed answer, which needs no thing and no value."""
    return Meaning("template", TEMPLATE, (Call(tool),))
