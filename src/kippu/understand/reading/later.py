"""Commands of the home that are for another time than now."""

from functools import partial

from kippu.turn import Meaning
from kippu.understand.later.schedule import at_its_time, for_later
from kippu.understand.later.timetable import at_their_times
from kippu.understand.reading.command import following, sure
from kippu.understand.reading.said import Said


def each_at_its_time(said: Said) -> Meaning | None:
    """Several commands, each with its own time."""
    read = partial(following, said)
    return at_their_times(said.text, said.language, said.turn.at, said.names, read)


def again_or_for_a_while(said: Said) -> Meaning | None:
    """A command again and again, or for a length of time."""
    read = partial(sure, said)
    return for_later(said.text, said.language, said.turn.at, said.names, read, said.by_cues)


def once_later(said: Said) -> Meaning | None:
    """One command at the one time that the sentence says."""
    return at_its_time(said.text, said.language, said.turn.at, said.names, partial(sure, said))
