"""Free speech: sentences that no template takes and no word cue explains, read by a trained sentence
encoder."""

from kippu.understand.free.free import Free, Opinion

__all__ = ["Free", "Opinion"]
