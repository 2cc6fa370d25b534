"""The step that does it: tools, a model of this device, or one elsewhere.

Others use ``Run``, what it is made of, and the pieces that it gives.
"""

from kippu.run.step import Run

__all__ = ["Run"]
