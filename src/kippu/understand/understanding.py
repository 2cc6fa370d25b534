"""The step itself: who reads a sentence, in which order, and how sure each is.

sequel ─► template ─► several commands ─► reply ─► honest answer ─► cues ─► at its time ─► free speech
─► model ─► talk
"""

import asyncio
import re
from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING

from kippu.names import Names
from kippu.turn import Call, Language, Meaning, Turn
from kippu.understand.afterwards import afterwards, asks_after_a_deed
from kippu.understand.asking_back import cannot, in_words, shall_i, which
from kippu.understand.borrowed import Borrowed
from kippu.understand.cues import PLAYER_TOOLS, Cues, Frame, Index, Reading, distinct, player, target_of
from kippu.understand.fitting import (
    in_room,
    is_there,
    named,
    risky,
    room_of,
    unlocked_not_opened,
)
from kippu.understand.follow import follow
from kippu.understand.free import Free, Opinion
from kippu.understand.guess import Guess
from kippu.understand.homeward import is_about_a_home
from kippu.understand.honest import instead_of_talk, is_for_talk, truly
from kippu.understand.idioms import is_figure
from kippu.understand.outright import missing_room, outright
from kippu.understand.refer import reply, same_as_before
from kippu.understand.schedule import FIND, TELLS, at_its_time, for_later
from kippu.understand.spelling import mended, without_reason
from kippu.understand.split import pieces
from kippu.understand.text import has_words, is_question, sentence, speaks_of_what_came, tidy
from kippu.understand.tongue import chinese, foreign

if TYPE_CHECKING:
    from kippu.understand.templates import Match

_TEMPLATE = 0.99
_LOOSE = 0.9
"""The same where a template takes words as they come: "i need a nap" is no item of a list."""
_ACT = 0.8
"""Confidence from which a reading by cues is acted on; below it, and above _ASK, we ask."""
_ASK = 0.55
_LONGEST = 400
"""Characters of a sentence that may be a command; templates take long on more."""
_EDGES = " .!?。！？"
_FREE = frozenset({"text", "item", "command"})
"""Arguments that are the person's own words."""
_PLAIN = 0.95
"""Confidence of a reading by cues that explains every word."""


class Understanding:
    """Reads turns. Give it the folders with the skills' sentence templates."""

    def __init__(
        self, folders: Sequence[Path] = (), guess: Guess | None = None, free: Free | None = None
    ) -> None:
        """Without ``guess`` no model is asked; without ``free`` nobody reads what no template takes."""
        self._folders = folders
        self._guess = guess
        self._free = free
        self._readers: dict[Language, _Readers] = {}
        self._borrowed = Borrowed()
        self._building = Lock()  # they are built in a thread at the start, and by the first turn

    def readers(self, language: Language) -> "_Readers":
        """The readers of a language; built on first use, which takes a moment."""
        with self._building:
            if language not in self._readers:
                self._readers[language] = _Readers(language, self._folders)
        return self._readers[language]

    async def understand(self, turn: Turn, names: Names) -> Meaning:
        """What the person means."""
        names = self._borrowed.names(names, turn.language)
        if len(turn.text) > _LONGEST or (turn.outside and speaks_of_what_came(turn.text)):
            return Meaning("talk", 0.9)
        if not has_words(turn.text):
            return _wordless(turn)
        if not sentence(turn.text, turn.language):
            return _fixed("about.hearing")  # its name alone
        if chinese(tidy(turn.text)):
            return _fixed("about.foreign")
        readers = self._readers.get(turn.language)
        if readers is None:  # in a thread, so that nobody else's request waits while they are built
            readers = await asyncio.to_thread(self.readers, turn.language)
        # A yes beside something that came along is no yes to what was asked before it came.
        meaning = readers.read(replace(turn, asked=()) if turn.outside else turn, names)
        if turn.outside:  # read, if it was meant at all; the person's own sentence alone is obeyed
            return meaning if meaning and meaning.calls and not meaning.talk else Meaning("talk", 0.9)
        if meaning is None and foreign(tidy(turn.text)):
            return _fixed("about.foreign")
        text = sentence(turn.text, turn.language)
        frame, index = readers.apart(text, names)
        heard: Opinion | None = None
        if self._free and (meaning is None or _is_open(meaning, turn)):
            heard = await asyncio.to_thread(self._free.hear, turn)
        if heard and meaning and (heard.doubts(meaning) or _refuses(meaning)):
            refused, meaning = meaning if _refuses(meaning) else None, None
            meaning = heard.meaning(partial(self._again, readers, turn, names)) or refused
        if meaning is None:
            meaning = outright(text, turn.language, frame, names) or readers.mended(turn, text, names)
        if meaning is None and heard:
            meaning = heard.meaning(partial(self._again, readers, turn, names))
        if meaning is None and self._guess and not (heard and heard.surely_talk):
            meaning = await self._guess.read(turn, text, frame, index)
        talked = bool(turn.history) and not turn.earlier
        fixed = instead_of_talk(text, turn.language, frame, is_question(turn.text), talked)
        return meaning or fixed or Meaning("talk", 0.7)

    def _again(self, readers: "_Readers", turn: Turn, names: Names, text: str) -> Meaning | None:
        """What the readers make of a plain sentence, said instead of the turn's own."""
        plain = replace(turn, text=text, asked=())
        said = sentence(text, turn.language)
        return readers.read(plain, names) or outright(
            said, turn.language, readers.apart(said, names)[0], names
        )

    def is_about_a_home(self, turn: Turn) -> bool:
        """Whether only a home could do or answer it, as far as the words alone tell."""
        text = sentence(turn.text, turn.language)
        return is_about_a_home(self.readers(turn.language).apart(text, Names())[0])

    def read(self, turn: Turn, names: Names) -> Meaning | None:
        """What the readers alone make of it, without a model; builds those of its language first."""
        return self.readers(turn.language).read(turn, self._borrowed.names(names, turn.language))


class _Readers:
    """The readers of one language, in their order."""

    def __init__(self, language: Language, folders: Sequence[Path]) -> None:
        from kippu.understand.templates import Templates  # noqa: PLC0415  # no start waits for hassil

        self._language = language
        self._templates = Templates(language, folders)
        self._cues = Cues(language)

    def read(self, turn: Turn, names: Names) -> Meaning | None:
        """The meaning, or None when it is left to the model or to talk."""
        text = sentence(turn.text, turn.language)
        turn = replace(turn, asked=tuple(named(call, names) for call in turn.asked))
        if turn.asked and (answered := self._reply(text, turn, names)):
            return answered
        question = is_question(turn.text)
        if not turn.asked and (told := afterwards(text, question, self._language, turn.earlier)):
            return Meaning("cues", 0.9, told)
        if not (turn.asked or turn.earlier) and asks_after_a_deed(text, question, self._language):
            return _fixed("about.nothing_done")
        if after := self._after(text, turn, turn.earlier, names):
            return after
        if is_figure(self._cues.apart(text, names), self._language):
            return Meaning("talk", 0.8)
        match = self._templates.read(text, names, turn.at, turn.here)
        if match and _LIST_OF_MORE.search(str(match.call.arguments.get("list", ""))):
            match = None
        if match and match.call.tool in _TO_A_QUESTION and _was_asked(turn):
            return Meaning("talk", 0.8)
        if match and not (match.loose and self._plainly_home(text, turn, names)):
            call = self._in_own_words(match, turn, names) if match.loose else match.call
            if call.tool in PLAYER_TOOLS:
                call = player(*self.apart(text, names), call)
            return Meaning("template", _LOOSE if match.loose else _TEMPLATE, (call,))
        return (
            self._several(text, turn, names)
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
        frame = self._cues.apart(text, names)
        if calls := follow(text, self._language, earlier, frame):
            return Meaning("cues", 0.9, calls)
        if frame.mentions or frame.leftover or frame.has("kinds") or frame.has("all"):
            return None
        if not (frame.has("verbs") or frame.has("values") or frame.has("percent")) or frame.has("blocks"):
            return None
        if _WISHED.search(text):
            return None
        said = f"{text} it" if self._language == "en" else f"それを{text}"
        reading = self._cues.read(said, names, None, earlier)
        if reading is None or reading.confidence < _PLAIN or reading.rivals:
            return None
        calls = tuple(unlocked_not_opened(call, names) for call in reading.calls)
        if not all(target_of(call) for call in calls):
            return None
        return Meaning("cues", 0.9, calls)

    def _cannot(self, text: str, turn: Turn, names: Names) -> Meaning | None:
        """A home command with a condition that we can't keep: without it, it would be another command."""
        reading = self._cues.read(text, names, turn.here, turn.earlier)
        if reading is None or not reading.calls or reading.calls[0].tool in TELLS:
            return None
        if self._cues.apart(text, names).has("except"):
            return Meaning("cues", 0.9, question=cannot("except", self._language))
        return None

    def _for_later(self, text: str, turn: Turn, names: Names) -> Meaning | None:
        """A command again and again, or for a length of time."""
        reading = self._cues.read(text, names, turn.here, turn.earlier)
        read = partial(self._sure, turn, names)
        return for_later(text, self._language, turn.at, names, read, reading)

    def _sure(self, turn: Turn, names: Names, text: str) -> Reading | None:
        """What is left of a sentence without its time, read surely enough to be done unasked."""
        reading = self._piece(text, turn, names, (), None)
        if reading is None or reading.confidence < _ACT or reading.rivals or self._complains(text, names):
            return None
        doubtful = reading.confidence < _PLAIN and any(risky(call, names) for call in reading.calls)
        return None if doubtful else reading

    def _plainly_home(self, text: str, turn: Turn, names: Names) -> bool:
        """True for "I need the boat door open": every word of it is explained, and names what there is."""
        reading = self._cues.read(text, names, turn.here)
        if reading is None or reading.confidence < _PLAIN:
            return False
        return reading.aimed or reading.calls[0].tool == "home.media"

    def _in_own_words(self, match: "Match", turn: Turn, names: Names) -> Call:
        """Free text as it was said ("one pot pasta", not "1"); and "it" named in a command for later."""
        call = match.call
        said = self._templates.read(tidy(turn.text).strip(_EDGES), names, turn.at, turn.here)
        if said and said.call.tool == call.tool:
            texts = {
                key: said.call.arguments[key]
                for key in _FREE & said.call.arguments.keys() & call.arguments.keys()
                if self._same(str(said.call.arguments[key]), str(call.arguments[key]))
            }
            call = Call(call.tool, {**call.arguments, **texts})
        command = call.arguments.get("command")
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

    def mended(self, turn: Turn, text: str, names: Names) -> Meaning | None:
        """The home command of a sentence with its slips of the pen put right; nothing that lets people in."""
        better = mended(without_reason(text), self._cues.index(names)) if self._language == "en" else text
        if better == text:
            return None
        meaning = self.read(replace(turn, text=better), names)
        calls = (*meaning.calls, *meaning.proposed) if meaning else ()
        safe = all(call.tool.startswith("home.") and not risky(call, names) for call in calls)
        return meaning if calls and safe else None

    def apart(self, text: str, names: Names) -> tuple[Frame, Index]:
        """The sentence taken apart, for the model's choice."""
        return self._cues.apart(text, names), self._cues.index(names)

    def _several(self, text: str, turn: Turn, names: Names) -> Meaning | None:
        """Several commands in one sentence, each of which reads well by itself or after those before it."""
        found: dict[str, Reading] = {}
        for_talk: list[str] = []

        def reads(talking: bool, piece: str, before: list[str]) -> bool:
            calls = [call for part in before for call in found[part].calls]
            room = room_of(calls[-1], names) if calls else None
            reading = self._piece(piece, turn, names, calls, room)
            if reading is None and before:
                reading = self._piece(piece, turn, names, calls, room, verb=self._verb(before, names))
            if reading is None or reading.confidence < _ACT or reading.rivals:
                talk = talking and is_for_talk(piece, self._language, self._cues.apart(piece, names))
                found[piece] = Reading((), _PLAIN) if talk else found.get(piece, Reading((), 0))
                for_talk.extend([piece] if talk else [])
                return talk
            found[piece] = replace(reading, calls=tuple(in_room(call, room, names) for call in reading.calls))
            return True

        parts = pieces(text, self._language, partial(reads, False)) or pieces(
            text, self._language, partial(reads, True)
        )
        if parts is None or any(self._complains(part, names) for part in parts):
            return None
        calls = tuple(distinct([call for part in parts for call in found[part].calls]))
        calls = tuple(call for call in calls if not call.tool.startswith("about.")) or calls
        if not calls:
            return None
        sure = min(found[part].confidence for part in parts)
        talk = " ".join(part for part in parts if part in for_talk)
        return Meaning("template" if sure == _TEMPLATE else "cues", sure, calls, talk=talk)

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
        if calls and (after := follow(text, self._language, calls, self._cues.apart(text, names))):
            return Reading(after, _TEMPLATE)
        match = None if verb else self._templates.read(text, names, turn.at, here)
        if match and room and not turn.here and not is_there(match.call, names):
            match = self._templates.read(text, names, turn.at, None)  # the room has none: meant is another's
        if match:
            return Reading((match.call,), _TEMPLATE)
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
        frame = self._cues.apart(same_as_before(text, self._language), names)
        found = reply(frame, self._cues.index(names), turn.asked, turn.earlier)
        if found is None:
            return None
        return Meaning("cues", 0.9, found.calls or (Call("help.never_mind"),))

    def _one(self, text: str, turn: Turn, names: Names) -> Meaning | None:
        reading = self._cues.read(text, names, turn.here, turn.earlier)
        if reading is None or reading.confidence < _ACT or self._has_time(text, turn, reading):
            return None
        if is_question(turn.text) and self._complains(text, names):
            return None
        if reading.confidence < _PLAIN and any(risky(call, names) for call in reading.calls):
            return None
        if reading.rivals and reading.calls:
            question = which(reading.rivals, self._language, names)
            return Meaning("cues", reading.confidence, question=question, proposed=reading.calls)
        return Meaning("cues", reading.confidence, reading.calls)

    def _has_time(self, text: str, turn: Turn, reading: Reading) -> bool:
        """True when the sentence says when, and not just a number that the call already has."""
        if reading.calls[0].tool in TELLS:
            return False
        given = {str(value) for call in reading.calls for value in call.arguments.values()}
        return any(
            phrase.at is not None and not given & set(re.findall(r"\d+", text[phrase.start : phrase.end]))
            for phrase in FIND[self._language](text, turn.at)
        )

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


_WISHED = re.compile(r"たい(?:な|よ|です|の|けど)*$")
"""A wish about oneself: 「もうやめたい」."""
_LIST_OF_MORE = re.compile(r"[、,を]")
"""What no list's name has: a template took another command for the name."""
_TO_A_QUESTION = frozenset({"about.yes", "about.no", "about.praise"})
_THUMBS = {
    "👍": "yes", "👌": "yes", "🙆": "yes", "⭕": "yes", "✅": "yes", "👎": "no", "🙅": "no", "❌": "no",
}  # fmt: skip


def _is_open(meaning: Meaning, turn: Turn) -> bool:
    """True where the encoder may know better: words taken as they come, some unexplained, or nothing done."""
    if turn.asked or turn.earlier:
        return False
    return _refuses(meaning) or (meaning.confidence < _PLAIN and bool(meaning.calls))


def _refuses(meaning: Meaning) -> bool:
    return bool(meaning.calls) and all(call.tool in _REFUSALS for call in meaning.calls)


_REFUSALS = frozenset({"about.which", "about.unclear", "about.no_such_thing"})


def _fixed(tool: str) -> Meaning:
    return Meaning("template", _TEMPLATE, (Call(tool),))


def _was_asked(turn: Turn) -> bool:
    """True when the talk before ended in a question, to which this is the reply."""
    return bool(turn.history) and turn.history[-1].text.rstrip().endswith(("?", "？"))


def _wordless(turn: Turn) -> Meaning:
    """Emoji and punctuation alone: a thumb may be the reply to a question."""
    thumb = next((_THUMBS[character] for character in turn.text if character in _THUMBS), None)
    if turn.asked and thumb:
        calls = tuple(turn.asked) if thumb == "yes" and len(turn.asked) == 1 else (Call("help.never_mind"),)
        return Meaning("template", _TEMPLATE, calls)
    return _fixed("about.wordless")
