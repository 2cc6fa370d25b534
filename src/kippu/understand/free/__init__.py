"""Free speech: sentences that no template takes and no word cue explains, read by a trained sentence
encoder."""

from kippu.understand.free.free import Free
from kippu.understand.free.opinion import Opinion

__all__ = ["Free", "Opinion"]
