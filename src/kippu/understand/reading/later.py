"""Commands of the home that are for another time than now."""

from datetime import datetime
from functools import partial

from kippu.turn import Language, Meaning
from kippu.understand.later.called_off import called_off
from kippu.understand.later.schedule import at_its_time, for_later
from kippu.understand.later.timetable import at_their_times
from kippu.understand.reading.command import following, sure
from kippu.understand.reading.said import Said
from kippu.understand.when.finding import FIND

_TIMED = ("home.", "alarms.", "reminders.", "timers.")
_WORDS = ("text", "query", "command", "name")


def each_at_its_time(said: Said) -> Meaning | None:
    """Several commands, each with its own time."""
    read = partial(following, said)
    return at_their_times(said.text, said.language, said.turn.at, said.names, read)


def not_any_more(said: Said) -> Meaning | None:
    """A command that was planned, and is called off."""
    return called_off(said.text, said.language, said.turn.at, said.apart)


def again_or_for_a_while(said: Said) -> Meaning | None:
    """A command again and again, or for a length of time."""
    read = partial(sure, said)
    return for_later(said.text, said.language, said.turn.at, said.names, read, said.by_cues)


def once_later(said: Said) -> Meaning | None:
    """One command at the one time that the sentence says."""
    return at_its_time(said.text, said.language, said.turn.at, said.names, partial(sure, said))


def rings_or_acts(meaning: Meaning | None, language: Language, now: datetime) -> bool:
    """Whether all of it is for the home or a bell, and no words of it still hold a time: what is done with a
    time said apart from its order. 「明日、牛乳」 is no item of a list, 「30分」 no piece of music."""
    if meaning is None or not meaning.calls:
        return False
    words = (str(call.arguments.get(name, "")) for call in meaning.calls for name in _WORDS)
    known = all(call.tool.startswith(_TIMED) for call in meaning.calls)
    return known and not any(FIND[language](one, now) for one in words if one)
