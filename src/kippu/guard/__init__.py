"""What in a turn is personal or foreign, and what may leave of it."""

from kippu.guard.cover import cover
from kippu.guard.inspect import Inspecting
from kippu.guard.personal import Finder

__all__ = ["Finder", "Inspecting", "cover"]
