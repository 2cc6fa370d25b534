"""Routines: which one a sentence sets off, what it does, and how a person teaches one.

Knows sayings and commands; what a command means is for the readers, whom it is given.
"""

from kippu.understand.routines.at_a_time import at_a_time, planned
from kippu.understand.routines.doing import done
from kippu.understand.routines.learning import learnt
from kippu.understand.routines.likeness import Likeness
from kippu.understand.routines.only_told import only_told
from kippu.understand.routines.set_off import set_off
from kippu.understand.routines.spoken_of import spoken_of, that_one
from kippu.understand.routines.teaching import Lesson, lesson

__all__ = [
    "Lesson",
    "Likeness",
    "at_a_time",
    "done",
    "learnt",
    "lesson",
    "only_told",
    "planned",
    "set_off",
    "spoken_of",
    "that_one",
]
