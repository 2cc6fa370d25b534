"""Where a request runs, and why."""

from kippu.place.placing import Placing

__all__ = ["Placing"]
