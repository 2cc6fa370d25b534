"""The readers of one language: what they make of a sentence without any model.

A sentence (``Said``) goes down the order of ``order.py`` until one reader takes it.
"""

from kippu.understand.reading.order import Readers
from kippu.understand.reading.sure import PLAIN, TEMPLATE, fixed

__all__ = ["PLAIN", "TEMPLATE", "Readers", "fixed"]
