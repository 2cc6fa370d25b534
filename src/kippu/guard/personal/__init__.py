"""Finds what in a text is personal data. Knows nothing of what is then done about it."""

from kippu.guard.personal.finder import Finder
from kippu.guard.personal.found import KINDS, WEAK, Found, Kind, Known
from kippu.guard.personal.tongues import is_unread

__all__ = ["KINDS", "WEAK", "Finder", "Found", "Kind", "Known", "is_unread"]
