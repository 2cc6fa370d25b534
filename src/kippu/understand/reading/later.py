"""Commands of the home that are for another time than now."""

from dataclasses import replace
from datetime import datetime
from functools import partial

from kippu.turn import Call, Language, Meaning
from kippu.understand.cues import Reading
from kippu.understand.later.called_off import called_off
from kippu.understand.later.schedule import at_its_time, for_later
from kippu.understand.later.timetable import at_their_times
from kippu.understand.reading.command import all_that_can_be, following, sure
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


def all_that_can_be_later(said: Said) -> Meaning | None:
    """Several commands at the one time that the sentence says, of which some can't be done to what "it" is
    there: "turn off the fan and lock it at 10 pm". The others are planned, and it is said which were not."""
    left: list[Call] = []

    def read(rest: str) -> Reading | None:
        found = all_that_can_be(replace(said, text=rest))
        if found is None:
            return None
        left[:] = [call for call in found.calls if call.tool == "about.not_done"]
        done = tuple(call for call in found.calls if call not in left)
        return Reading(done, found.confidence, aimed=False)

    given = said.text, said.language, said.turn.at, said.names, read
    planned = at_its_time(*given) or for_later(*given, None)
    return replace(planned, calls=(*planned.calls, *left)) if planned and planned.calls else None


def rings_or_acts(meaning: Meaning | None, language: Language, now: datetime) -> bool:
    """Whether all of it is for the home or a bell, and no words of it still hold a time: what is done with a
    time said apart from its order. 「明日、牛乳」 is no item of a list, 「30分」 no piece of music."""
    if meaning is None or not meaning.calls:
        return False
    words = (str(call.arguments.get(name, "")) for call in meaning.calls for name in _WORDS)
    known = all(call.tool.startswith(_TIMED) for call in meaning.calls)
    return known and not any(FIND[language](one, now) for one in words if one)
