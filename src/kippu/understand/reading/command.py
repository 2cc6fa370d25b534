"""Commands of a sentence: one by itself, one after others, all of them, and one with an exception.

Each may hold the others: what is left of a sentence without its exception may be several commands again.
"""

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from kippu.turn import Call, Meaning
from kippu.understand.cues import Reading, distinct, each_placed, joined, verb_said
from kippu.understand.fitting import is_there, risky, room_of
from kippu.understand.follow import follow, next_level
from kippu.understand.later.schedule import says_when
from kippu.understand.mending.correcting import instead, standing
from kippu.understand.one_by_one import each_by_itself
from kippu.understand.one_by_one.split import pieces
from kippu.understand.outright.honest import is_for_talk
from kippu.understand.reading.beside import carried, done_already
from kippu.understand.reading.exclusion import all_but
from kippu.understand.reading.overreach import is_no_event
from kippu.understand.reading.pointing import named_before, points
from kippu.understand.reading.row import in_a_row
from kippu.understand.reading.said import Said
from kippu.understand.reading.spoken_of import able
from kippu.understand.reading.sure import ACT, PLAIN, TEMPLATE


def command(
    said: Said,
    text: str,
    calls: Sequence[Call] = (),
    room: str | None = None,
    verb: str | None = None,
) -> Reading | None:
    """What the words ask for after ``calls``: in ``room`` unless they say another, with ``verb`` for none."""
    names, here = said.names, said.turn.here or room
    if calls and (level := next_level(text, said.language, calls[-1], names)):
        return Reading((level,), TEMPLATE)
    if calls and (after := follow(text, said.language, calls, said.apart(text))):
        return Reading(tuple(able(call, names) for call in after), TEMPLATE)
    match = None if verb else said.match(text, here)
    if match and room and not said.turn.here and not is_there(match.call, names):
        match = said.match(text, None)  # the room has none: meant is another's
    if match and points(match.call):
        named = named_before(match.call, calls or said.turn.earlier)
        return Reading((named,), TEMPLATE) if named else None
    if match and not is_no_event(match.call, text, said.language, said.apart):
        return Reading((match.call,), TEMPLATE)
    if said.apart(text).has("except"):
        return excepting(said, text)
    return said.cues.read(text, names, here, calls or said.turn.earlier, verb)


def following(said: Said, text: str, before: Sequence[str], calls: Sequence[Call]) -> Reading | None:
    """A command behind others (their words, their calls), whose room and verb may be its own."""
    room = room_of(calls[-1], said.names) if calls else None
    read = partial(command, said, text, calls)
    reading, verb = read(room), None
    if reading is None and before:
        verb = verb_said(said.apart(part) for part in reversed(before))
        reading = read(room, verb)
        if reading and any(call.tool == "home.play" for call in reading.calls):
            return None  # "play rock and roll"
    bare = reading and room and not said.turn.here and not said.apart(text).has("verbs")
    if reading and bare and done_already(reading.calls, calls, said.index):
        return read(None, verb)
    return reading


def sure(said: Said, text: str) -> Reading | None:
    """What is left of a sentence without its time, read surely enough to be done, or to ask of which."""
    reading = command(said, text)
    if reading is None and (meaning := several(said, text)):
        reading = Reading(meaning.calls, meaning.confidence) if not meaning.talk else None
    if reading is None or reading.confidence < ACT or complains(said, text):
        return None
    doubtful = reading.confidence < PLAIN and any(risky(call, said.names) for call in reading.calls)
    return None if doubtful else reading


def excepting(said: Said, text: str) -> Reading | None:
    """A home command with an exception: all of the things but those."""
    if not said.apart(text).has("except"):
        return None
    calls = all_but(text, said.language, said.cues, said.names, lambda rest: sure(said, rest))
    return Reading(calls, 0.9) if calls else None


def complains(said: Said, text: str) -> bool:
    """True for "it's too hot": beside a command it only says why."""
    verbs = said.apart(text).by_group.get("verbs", [])
    return bool(verbs) and all(verb.startswith("too_") for verb in verbs)


def several(said: Said, text: str) -> Meaning | None:
    """Several commands in one sentence, each of which reads well by itself or after those before it."""
    row = _Row(said)
    text = each_placed(each_by_itself(text, said.language), said.apart(text), said.index)
    parts = pieces(text, said.language, row.takes) or pieces(text, said.language, row.takes_or_talks)
    if parts is None or any(complains(said, part) for part in parts):
        return None
    done = in_a_row([(part, row.found[part].calls) for part in parts], said.language, said.turn.at)
    calls = joined(distinct(standing(done, said.language)))
    calls = tuple(call for call in calls if not call.tool.startswith("about.")) or calls
    if not calls:
        return None
    least = min(row.found[part].confidence for part in parts)
    talk = " ".join(part for part in parts if part in row.for_talk)
    return Meaning("template" if least == TEMPLATE else "cues", least, calls, talk=talk)


class _Row:
    """What was made of the pieces of a sentence so far, each after those before it."""

    def __init__(self, said: Said) -> None:
        self.found: dict[str, Reading] = {}
        self.for_talk: set[str] = set()
        self._said = said

    def takes(self, piece: str, before: list[str]) -> bool:
        """Whether a piece is a command, sure enough to be done."""
        said = self._said
        calls = [call for part in before for call in self.found[part].calls]
        bare = instead(piece, said.language)
        reading = following(said, bare, before, calls) if bare else None
        if reading is None or reading.confidence < ACT or reading.rivals or self._has_a_time(piece, reading):
            return False
        whole = carried(reading.calls, calls, said.apart(piece), said.index, instead=bare != piece)
        self.found[piece] = replace(reading, calls=whole)
        return True

    def takes_or_talks(self, piece: str, before: list[str]) -> bool:
        """The same, or a piece that the model is to answer."""
        if self.takes(piece, before):
            return True
        if not is_for_talk(piece, self._said.language, self._said.apart(piece)):
            return False
        self.found[piece] = Reading((), PLAIN)
        self.for_talk.add(piece)
        return True

    def _has_a_time(self, piece: str, reading: Reading) -> bool:
        return bool(says_when(piece, self._said.language, self._said.turn.at, reading.calls))
