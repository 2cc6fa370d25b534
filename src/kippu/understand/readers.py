"""The readers of one language, in their order: what they make of a sentence without any model.

sequel ─► template ─► several commands ─► reply ─► honest answer ─► cues ─► at its time
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from kippu.names import Names
from kippu.turn import Call, Language, Meaning, Turn
from kippu.understand.arithmetic import is_calculation
from kippu.understand.asking_back import cannot, in_words, replies, shall_i, which
from kippu.understand.correcting import corrected, corrected_first, standing
from kippu.understand.cues import (
    PLAYER_TOOLS,
    Cues,
    Frame,
    Index,
    Reading,
    distinct,
    joined,
    player,
    target_of,
)
from kippu.understand.drawable import is_picture
from kippu.understand.exclusion import all_but
from kippu.understand.fitting import carried, is_there, named, risky, room_of, unlocked_not_opened
from kippu.understand.follow import NO_SEQUEL, answered, follow, next_level
from kippu.understand.honest import is_for_talk, truly
from kippu.understand.idioms import is_figure
from kippu.understand.looking_back import looking_back
from kippu.understand.one_by_one import each_by_itself, with_time
from kippu.understand.outright import missing_room
from kippu.understand.overreach import is_no_such
from kippu.understand.refer import reply, same_as_before
from kippu.understand.schedule import TELLS, at_its_time, for_later, says_when
from kippu.understand.split import pieces
from kippu.understand.spoken_of import able, only_changed
from kippu.understand.text import is_question, sentence, tidy
from kippu.understand.timetable import at_their_times
from kippu.understand.waking import after_waking

if TYPE_CHECKING:
    from kippu.understand.templates import Match

TEMPLATE = 0.99
"""Confidence of a template that takes all of a sentence."""
_LOOSE = 0.9
"""The same where a template takes over a third as it comes: "i need a nap" is no item of a list."""
_ACT = 0.8
"""Confidence from which a reading by cues is acted on; below it, and above _ASK, we ask."""
_ASK = 0.55
_EDGES = " .!?。！？"
_FREE = frozenset({"text", "item", "command", "what"})
"""Arguments that are the person's own words."""
PLAIN = 0.95
"""Confidence of a reading by cues that explains every word."""


class Readers:
    """The readers of one language, in their order."""

    def __init__(self, language: Language, folders: Sequence[Path]) -> None:
        from kippu.understand.templates import Templates  # noqa: PLC0415  # no start waits for hassil

        self._language = language
        self.templates = Templates(language, folders)
        self._cues = Cues(language)

    def read(self, turn: Turn, names: Names) -> Meaning | None:
        """The meaning, or None when it is left to the model or to talk."""
        text = with_time(sentence(turn.text, turn.language))
        turn = replace(turn, asked=tuple(named(call, names) for call in turn.asked))
        if back := looking_back(text, turn, names, self._cues, partial(self._as_template, turn, names)):
            return back
        turn = only_changed(turn, self._cues.apart(text, names), names)
        if turn.asked and (answered := self._reply(text, turn, names)):
            return answered
        question = is_question(turn.text)
        if after := self._after(text, turn, turn.earlier, names):
            return after
        drawn = is_picture(text, self._language)
        if not drawn and is_figure(text, self._language, partial(self._cues.apart, text, names)):
            return Meaning("talk", 0.8)
        if each_by_itself(text, self._language) != text and (apart := self._several(text, turn, names)):
            return apart
        match = self.templates.read_led(text, names, turn.at, turn.here)
        if match and is_no_such(match.call):
            match = None
        timed = partial(
            at_their_times, text, self._language, turn.at, names, partial(self._next, turn, names)
        )
        if match and "command" in match.call.arguments and (planned := timed()):
            return planned
        summed = _PLEASE.sub("", text)
        if match and match.call.tool == "lists.add" and is_calculation(summed, self._language):
            return Meaning("template", TEMPLATE, (Call("math.calculate", {"expression": summed}),))
        if match and match.call.tool in _TO_A_QUESTION and _was_asked(turn):
            return Meaning("talk", 0.8)
        if match and match.call.tool == "lists.check" and (question or _SIGHED.search(text)):
            match = None  # 「洗濯機終わった？」 asks, and ticks nothing off
        if match and (drawn or not (match.loose and self._plainly_home(text, turn, names))):
            call = self._in_own_words(match, turn, names) if match.loose else match.call
            if call.tool in PLAYER_TOOLS:
                call = player(*self.apart(text, names), call)
            # A command for later is read in its turn.
            loose = 3 * match.taken > len(text) and "command" not in call.arguments
            return Meaning("template", _LOOSE if loose else TEMPLATE, (call,))
        return (
            self._part_asked_for(text, turn, names)
            or self._all_but(text, turn, names)
            or timed()
            or self._several(text, turn, names)
            or self._cannot(text, turn, names)
            or self._for_later(text, turn, names)
            or self._reply(text, turn, names)
            or truly(
                text,
                is_question(turn.text),
                self._language,
                self._cues.apart(text, names),
                lambda asked: self._cues.read(asked, names, turn.here, turn.earlier),
            )
            or self._one(text, turn, names)
            or at_its_time(text, self._language, turn.at, partial(self._sure, turn, names))
            or self._unsure(text, turn, names)
        )

    def _after(self, text: str, turn: Turn, earlier: Sequence[Call], names: Names) -> Meaning | None:
        """What follows on the commands before: "cancel that", "more", "and now off"."""
        if not earlier or turn.asked:
            return None
        if calls := corrected(text, self._language, turn.at, earlier):
            return Meaning("cues", 0.9, calls)
        if level := next_level(text, self._language, earlier[-1], names):
            return Meaning("cues", 0.9, (level,))
        frame = self._cues.apart(text, names)
        told = [tuple(named(call, names) for call in way) for way in turn.undo]
        if calls := follow(text, self._language, earlier, frame, told):
            return Meaning("cues", 0.9, tuple(able(call, names) for call in calls))
        if frame.mentions or frame.leftover or frame.has("kinds") or frame.has("all"):
            return None
        if not frame.tells("verbs", "values", "percent", "colors", "kelvins") or frame.has("blocks"):
            return None
        if NO_SEQUEL.match(text) or self._is_sum(text, turn, names):
            return None
        said = f"{text} it" if self._language == "en" else f"それを{text}"
        reading = self._cues.read(said, names, None, earlier)
        if reading is None or reading.confidence < PLAIN or reading.rivals:
            return None
        calls = tuple(able(unlocked_not_opened(call, names), names) for call in reading.calls)
        if not all(target_of(call) for call in calls):
            return None
        return Meaning("cues", 0.9, calls)

    def _is_sum(self, text: str, turn: Turn, names: Names) -> bool:
        """True for "what is 15% of 84": a sum, and no percent of what was switched before."""
        match = self.templates.read(text, names, turn.at) if len(_NUMBER.findall(text)) > 1 else None
        return match is not None and match.call.tool.startswith("math.")

    def _part_asked_for(self, text: str, turn: Turn, names: Names) -> Meaning | None:
        """The reply to a tool that asked for a part of what it needs, unless it is a command by itself."""
        reading = self._cues.read(text, names, turn.here) if turn.asked else None
        if not turn.asked or (reading is not None and reading.aimed and reading.confidence >= PLAIN):
            return None

        read = partial(self._as_template, turn, names)
        call = answered(tidy(turn.text).strip(_EDGES), self._language, turn.asked, read)
        return Meaning("template", _LOOSE, (call,)) if call else None

    def _as_template(self, turn: Turn, names: Names, said: str) -> Call | None:
        match = self.templates.read(sentence(said, self._language), names, turn.at, turn.here)
        return match.call if match else None

    def _all_but(self, text: str, turn: Turn, names: Names) -> Meaning | None:
        """A home command with an exception."""
        reading = self._excepting(text, turn, names)
        return Meaning("cues", 0.9, reading.calls) if reading else None

    def _excepting(self, text: str, turn: Turn, names: Names) -> Reading | None:
        if not self._cues.apart(text, names).has("except"):
            return None
        calls = all_but(text, self._language, self._cues, names, partial(self._sure, turn, names))
        return Reading(calls, 0.9) if calls else None

    def _cannot(self, text: str, turn: Turn, names: Names) -> Meaning | None:
        """A home command with an exception that stays unclear: without it, it would be another command."""
        if not self._cues.apart(text, names).has("except"):
            return None
        reading = self._cues.read(text, names, turn.here, turn.earlier)
        if reading is None or not reading.calls or reading.calls[0].tool in TELLS:
            return None
        return Meaning("cues", 0.9, question=cannot("except", self._language))

    def _for_later(self, text: str, turn: Turn, names: Names) -> Meaning | None:
        """A command again and again, or for a length of time."""
        reading = self._cues.read(text, names, turn.here, turn.earlier)
        read = partial(self._sure, turn, names)
        return for_later(text, self._language, turn.at, names, read, reading)

    def _sure(self, turn: Turn, names: Names, text: str) -> Reading | None:
        """What is left of a sentence without its time, read surely enough to be done unasked."""
        reading = self._piece(text, turn, names, (), None)
        if reading is None and (several := self._several(text, turn, names)):
            reading = Reading(several.calls, several.confidence) if not several.talk else None
        if reading is None or reading.confidence < _ACT or reading.rivals or self._complains(text, names):
            return None
        doubtful = reading.confidence < PLAIN and any(risky(call, names) for call in reading.calls)
        return None if doubtful else reading

    def _plainly_home(self, text: str, turn: Turn, names: Names) -> bool:
        """True for "I need the boat door open": every word of it is explained, and names what there is."""
        reading = self._cues.read(text, names, turn.here)
        if reading is None or reading.confidence < PLAIN:
            return False
        return reading.aimed or reading.calls[0].tool == "home.media"

    def _in_own_words(self, match: "Match", turn: Turn, names: Names) -> Call:
        """Free text as it was said ("one pot pasta", not "1"); and "it" named in a command for later."""
        call = match.call
        said = self.templates.read(tidy(turn.text).strip(_EDGES), names, turn.at, turn.here)
        if said and said.call.tool == call.tool:
            texts = {
                key: said.call.arguments[key]
                for key in _FREE & said.call.arguments.keys() & call.arguments.keys()
                if self._same(str(said.call.arguments[key]), str(call.arguments[key]))
            }
            call = Call(call.tool, {**call.arguments, **texts})
        command = call.arguments.get("command") if call.tool not in PLAYER_TOOLS else None
        if (
            command
            and (meant := self._cues.read(command, names, turn.here, turn.earlier))
            and not meant.aimed
        ):
            call = Call(
                call.tool, {**call.arguments, "command": in_words(meant.calls[0], self._language, names)}
            )
        return call

    def _same(self, said: str, read: str) -> bool:
        """False when the one holds more than the other: 「三十分後に」 is a time only in digits."""
        return sentence(said, self._language).casefold() == sentence(read, self._language).casefold()

    def understands(self, command: str, turn: Turn, names: Names) -> bool:
        """Whether a command by itself is read as one, sure or not."""
        text = sentence(command, self._language)
        return bool(self._piece(text, turn, names, (), None) or self._several(text, turn, names))

    def apart(self, text: str, names: Names) -> tuple[Frame, Index]:
        """The sentence taken apart, for the model's choice."""
        return self._cues.apart(text, names), self._cues.index(names)

    def _several(self, text: str, turn: Turn, names: Names) -> Meaning | None:
        """Several commands in one sentence, each of which reads well by itself or after those before it."""
        found: dict[str, Reading] = {}
        for_talk: list[str] = []

        def reads(talking: bool, piece: str, before: list[str]) -> bool:
            calls = [call for part in before for call in found[part].calls]
            reading = self._next(turn, names, piece, before, calls)
            later = reading and says_when(piece, self._language, turn.at, reading.calls)
            if reading is None or reading.confidence < _ACT or reading.rivals or later:
                talk = talking and is_for_talk(piece, self._language, self._cues.apart(piece, names))
                found[piece] = Reading((), PLAIN) if talk else found.get(piece, Reading((), 0))
                for_talk.extend([piece] if talk else [])
                return talk
            unsaid = not self._cues.apart(piece, names).has("kinds")
            whole = tuple(carried(call, calls, names, unsaid) for call in reading.calls)
            found[piece] = replace(reading, calls=whole)
            return True

        text = each_by_itself(text, self._language)
        parts = pieces(text, self._language, partial(reads, False)) or pieces(
            text, self._language, partial(reads, True)
        )
        if parts is None or any(self._complains(part, names) for part in parts):
            return None
        said = after_waking([(part, found[part].calls) for part in parts], self._language, turn.at)
        calls = tuple(distinct(standing(said, self._language)))
        calls = joined(calls)
        calls = tuple(call for call in calls if not call.tool.startswith("about.")) or calls
        if not calls:
            return None
        sure = min(found[part].confidence for part in parts)
        talk = " ".join(part for part in parts if part in for_talk)
        return Meaning("template" if sure == TEMPLATE else "cues", sure, calls, talk=talk)

    def _next(
        self, turn: Turn, names: Names, text: str, before: Sequence[str], calls: Sequence[Call]
    ) -> Reading | None:
        """A command after others, whose room and verb may be its own."""
        room = room_of(calls[-1], names) if calls else None
        reading = self._piece(text, turn, names, calls, room)
        if reading is None and before:
            reading = self._piece(text, turn, names, calls, room, verb=self._verb(before, names))
            if reading and any(call.tool == "home.play" for call in reading.calls):
                return None  # "play rock and roll"
        return reading

    def _piece(
        self,
        text: str,
        turn: Turn,
        names: Names,
        calls: Sequence[Call],
        room: str | None,
        verb: str | None = None,
    ) -> Reading | None:
        here = turn.here or room
        if calls and (level := next_level(text, self._language, calls[-1], names)):
            return Reading((level,), TEMPLATE)
        if calls and (after := follow(text, self._language, calls, self._cues.apart(text, names))):
            return Reading(tuple(able(call, names) for call in after), TEMPLATE)
        match = None if verb else self.templates.read(text, names, turn.at, here)
        if match and room and not turn.here and not is_there(match.call, names):
            match = self.templates.read(text, names, turn.at, None)  # the room has none: meant is another's
        if match:
            return Reading((match.call,), TEMPLATE)
        if self._cues.apart(text, names).has("except"):
            return self._excepting(text, turn, names)
        return self._cues.read(text, names, here, calls or turn.earlier, verb)

    def _complains(self, text: str, names: Names) -> bool:
        """True for "it's too hot": beside a command it only says why."""
        verbs = self._cues.apart(text, names).by_group.get("verbs", [])
        return bool(verbs) and all(verb.startswith("too_") for verb in verbs)

    def _verb(self, before: Sequence[str], names: Names) -> str | None:
        """The last words that said what to do."""
        for text in reversed(before):
            frame = self._cues.apart(text, names)
            for cue in frame.cues:
                if cue.group == "verbs":
                    return frame.text[cue.start : cue.end]
        return None

    def _reply(self, text: str, turn: Turn, names: Names) -> Meaning | None:
        if not (turn.asked or turn.earlier):
            return None
        if turn.asked and (anew := corrected_first(text, self._language, turn.at, turn.asked)):
            return Meaning("cues", 0.9, anew)
        frame = self._cues.apart(same_as_before(text, self._language), names)
        found = reply(frame, self._cues.index(names), turn.asked, turn.earlier)
        if found is None:
            return None
        return Meaning("cues", 0.9, found.calls or (Call("help.never_mind"),))

    def _one(self, text: str, turn: Turn, names: Names) -> Meaning | None:
        reading = self._cues.read(text, names, turn.here, turn.earlier)
        if (
            reading is None
            or reading.confidence < _ACT
            or says_when(text, self._language, turn.at, reading.calls)
        ):
            return None
        if is_question(turn.text) and self._complains(text, names):
            return None
        if reading.confidence < PLAIN and any(risky(call, names) for call in reading.calls):
            return None
        if reading.rivals and reading.calls:
            asked = reading.rivals, self._language, names
            return Meaning("cues", reading.confidence, (), which(*asked), reading.calls, replies(*asked))
        return Meaning("cues", reading.confidence, reading.calls)

    def _unsure(self, text: str, turn: Turn, names: Names) -> Meaning | None:
        """Nearly a command: ask instead of acting."""
        reading = self._cues.read(text, names, turn.here, turn.earlier)
        if reading is None or reading.confidence < _ASK or not reading.aimed or reading.rivals:
            return None
        if all(call.tool in TELLS for call in reading.calls):
            return None
        if reading.unknown and (room := missing_room(self._cues.apart(text, names), self._language, names)):
            return Meaning("cues", 0.9, (Call("about.no_such_thing", {"what": room}),))
        return Meaning(
            "cues",
            reading.confidence,
            question=shall_i(reading.calls, self._language, reading.unknown, names),
            proposed=reading.calls,
        )


_SIGHED = re.compile(r"っけ$|[いただる]、(?:終わった|おわった)")
"""Remembering aloud, or a sigh: 「単位やばい、終わった」."""
_NUMBER = re.compile(r"\d+(?:\.\d+)?")
_PLEASE = re.compile(r"^(?:please|can you|could you|would you)[ ,]+", re.IGNORECASE)
_TO_A_QUESTION = frozenset({"about.yes", "about.no", "about.praise"})


def fixed(tool: str) -> Meaning:
    """A fixed answer, which needs no thing and no value."""
    return Meaning("template", TEMPLATE, (Call(tool),))


def _was_asked(turn: Turn) -> bool:
    """True when the talk before ended in a question, to which this is the reply."""
    return bool(turn.history) and turn.history[-1].text.rstrip().endswith(("?", "？"))
