"""Puts everything together. The only room that knows every part."""

from kippu.start.together import Kippu, running

__all__ = ["Kippu", "running"]
