"""Finds what in a text is personal data. Knows nothing of what is then done about it."""

from kippu.guard.personal.finder import Finder
from kippu.guard.personal.found import KINDS, WEAK, Found, Kind, Known

__all__ = ["KINDS", "WEAK", "Finder", "Found", "Kind", "Known"]
