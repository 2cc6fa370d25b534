"""Layers: what teaches a model a job.

Others use ``Layers`` in a turn, ``Shelf`` to add and remove them, and what is named here of one layer's own
parts.
"""

from kippu.layers.exam import Mark, Question, Report
from kippu.layers.knowing import Knowing
from kippu.layers.layers import Chosen, Layers
from kippu.layers.lesson import Lesson, lesson, quotes_from, says_unknown, unknown
from kippu.layers.reading import BaseFile, Layer
from kippu.layers.shelf import Shelf

__all__ = [
    "BaseFile",
    "Chosen",
    "Knowing",
    "Layer",
    "Layers",
    "Lesson",
    "Mark",
    "Question",
    "Report",
    "Shelf",
    "lesson",
    "quotes_from",
    "says_unknown",
    "unknown",
]
