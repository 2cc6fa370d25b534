"""Word cues: reads a command by what its words say of verb, value and target, in any order.

Looser than a template and stricter than a guess: every word that it can't explain costs confidence.
"""

from kippu.understand.cues.reader import Cues, Reading

__all__ = ["Cues", "Reading"]
