"""Tells names from words in Chinese, Korean, Japanese, Cyrillic and Greek."""

from kippu.guard.personal.tongues.chinese import look
from kippu.guard.personal.tongues.tongues import left

__all__ = ["left", "look"]
