"""Short sentences that follow on a command."""

from kippu.understand.follow.asked_for import answered
from kippu.understand.follow.asked_of_it import asked_of_it
from kippu.understand.follow.follow import follow
from kippu.understand.follow.halves import halved
from kippu.understand.follow.items import recounted
from kippu.understand.follow.levels import next_levels
from kippu.understand.follow.lists import asked_on_it, wonders
from kippu.understand.follow.notes import added_to_note
from kippu.understand.follow.phrases import NO_SEQUEL
from kippu.understand.follow.row_for_list import row_for_list
from kippu.understand.follow.taking_back import CANCEL, taking_back
from kippu.understand.follow.telling import asked_too, goes_on_telling
from kippu.understand.follow.ticked_off import ticked_off
from kippu.understand.follow.told import all_told_of, bells_told_of, one_to_be_told_of, one_told_of
from kippu.understand.follow.undoing import OPPOSITE, cancel, undo
from kippu.understand.follow.woken import Morning

__all__ = [
    "CANCEL",
    "NO_SEQUEL",
    "OPPOSITE",
    "Morning",
    "added_to_note",
    "all_told_of",
    "answered",
    "asked_of_it",
    "asked_on_it",
    "asked_too",
    "bells_told_of",
    "cancel",
    "follow",
    "goes_on_telling",
    "halved",
    "next_levels",
    "one_to_be_told_of",
    "one_told_of",
    "recounted",
    "row_for_list",
    "taking_back",
    "ticked_off",
    "undo",
    "wonders",
]
