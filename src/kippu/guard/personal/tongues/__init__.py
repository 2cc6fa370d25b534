"""Tells names from words in languages that the tagger has not learned, and in Japanese."""

from kippu.guard.personal.tongues.chinese import look
from kippu.guard.personal.tongues.tongues import left

__all__ = ["left", "look"]
