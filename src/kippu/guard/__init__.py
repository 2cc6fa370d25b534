"""What in a turn is private or foreign, and what may leave: nothing does, so both steps are short."""

from kippu.guard.cover import cover
from kippu.guard.inspect import inspect

__all__ = ["cover", "inspect"]
