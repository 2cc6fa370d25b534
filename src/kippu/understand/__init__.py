"""From a sentence to calls: templates first, then word cues, then the model; or it is talk."""

from kippu.understand.understanding import Understanding

__all__ = ["Understanding"]
