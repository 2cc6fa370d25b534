"""Word cues: reads a command by what its words say of verb, value and target, in any order.

Looser than a template and stricter than a guess: every word that it can't explain costs confidence.
"""

from kippu.understand.cues.aim import PLAYER_TOOLS, Aim, aim, name_arguments, player
from kippu.understand.cues.carrying import as_order, as_question, as_unlocking, verb_said
from kippu.understand.cues.compose import LEVELS
from kippu.understand.cues.counted import counted
from kippu.understand.cues.coupled import each_placed
from kippu.understand.cues.frame import Frame
from kippu.understand.cues.kinds import (
    BY_NAME,
    called_otherwise,
    calls_so,
    kind_words,
    means_few,
    tells_nothing,
)
from kippu.understand.cues.listening import as_played, is_mode, is_station, untitled
from kippu.understand.cues.mentions import Index
from kippu.understand.cues.of_calls import distinct, joined, target_of
from kippu.understand.cues.reader import LIKELY_DEGREES, Cues, Reading

__all__ = [
    "BY_NAME",
    "LEVELS",
    "LIKELY_DEGREES",
    "PLAYER_TOOLS",
    "Aim",
    "Cues",
    "Frame",
    "Index",
    "Reading",
    "aim",
    "as_order",
    "as_played",
    "as_question",
    "as_unlocking",
    "called_otherwise",
    "calls_so",
    "counted",
    "distinct",
    "each_placed",
    "is_mode",
    "is_station",
    "joined",
    "kind_words",
    "means_few",
    "name_arguments",
    "player",
    "target_of",
    "tells_nothing",
    "untitled",
    "verb_said",
]
