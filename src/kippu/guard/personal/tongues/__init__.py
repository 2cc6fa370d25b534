"""Tells names from words in languages that the tagger has not learned, and in Japanese."""

from kippu.guard.personal.tongues.chinese import look
from kippu.guard.personal.tongues.tongues import left
from kippu.guard.personal.tongues.unread import is_unread

__all__ = ["is_unread", "left", "look"]
