"""The step itself: who reads a sentence, in which order, and how sure each is.

the readers ─► what is answered outright ─► free speech ─► model ─► talk
"""

import asyncio
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from threading import Lock

from kippu.names import Names
from kippu.turn import Call, Language, Meaning, Turn
from kippu.understand.ahead import ahead
from kippu.understand.asking_back import cannot, shall_i
from kippu.understand.borrowed import Borrowed
from kippu.understand.choosing import chosen
from kippu.understand.citing import announces, cited
from kippu.understand.colloquial import said_names
from kippu.understand.conditions import conditioned
from kippu.understand.correcting import withdrawn
from kippu.understand.follow import follow, goes_on_telling
from kippu.understand.free import Free, Opinion
from kippu.understand.guess import Guess
from kippu.understand.homeward import is_about_a_home
from kippu.understand.honest import instead_of_talk
from kippu.understand.making import made_by
from kippu.understand.outright import missing_door, outright, speaks_of_a_door
from kippu.understand.readers import PLAIN, TEMPLATE, Readers, fixed
from kippu.understand.repairing import repaired
from kippu.understand.reworded import asked, in_standard, plainer, without_slips
from kippu.understand.rhythm import once
from kippu.understand.schedule import TELLS
from kippu.understand.spelling import rejoined
from kippu.understand.text import has_words, is_question, sentence, speaks_of_what_came, tidy
from kippu.understand.tongue import chinese, foreign
from kippu.understand.unmeant import asked_first, dropped, hushes, thanks
from kippu.understand.unplanned import for_later, reminder_instead

_TALK = 0.95
"""Confidence that it is talk what nobody took for a request: so it was with 97.9 % of 515 such sentences of
public sets that were kept aside, and with fewer where people speak freely (``bench/understand.py``)."""
_LONGEST = 400
"""Characters of a sentence that may be a command; templates take long on more."""


class Understanding:
    """Reads turns. Give it the folders with the skills' sentence templates."""

    def __init__(
        self, folders: Sequence[Path] = (), guess: Guess | None = None, free: Free | None = None
    ) -> None:
        """Without ``guess`` no model is asked; without ``free`` nobody reads what no template takes."""
        self._folders = folders
        self._guess = guess
        self._free = free
        self._readers: dict[Language, Readers] = {}
        self._borrowed = Borrowed()
        self._building = Lock()  # they are built in a thread at the start, and by the first turn

    def readers(self, language: Language) -> Readers:
        """The readers of a language; built on first use, which takes a moment."""
        with self._building:
            if language not in self._readers:
                self._readers[language] = Readers(language, self._folders)
        return self._readers[language]

    def parse(self, language: Language) -> Iterator[None]:
        """Parse the templates that no sentence has needed yet, one at a step."""
        return self.readers(language).templates.parse()

    async def understand(self, turn: Turn, names: Names) -> Meaning:
        """What the person means."""
        meaning = await self._meant(turn, names)
        if _is_homes(meaning) and (door := self._missing_door(turn, names)):
            return Meaning(meaning.by, meaning.confidence, (Call("about.no_such_thing", {"what": door}),))
        meaning = once(meaning, turn, names)
        return asked_first(meaning, tidy(turn.text), turn.language, names)

    async def _meant(self, turn: Turn, names: Names) -> Meaning:
        names = self._borrowed.names(names, turn.language)
        if glance := chosen(turn, names) or _at_a_glance(turn):
            return glance
        readers = self._readers.get(turn.language)
        if readers is None:  # in a thread, so that nobody else's request waits while they are built
            readers = await asyncio.to_thread(self.readers, turn.language)
        turn = _repaired(readers, turn, names)
        # A yes beside something that came along is no yes to what was asked before it came.
        meaning = _some_time_before(readers, turn, names) or _read(
            readers, replace(turn, asked=()) if turn.outside else turn, names
        )
        if turn.outside:  # read, if it was meant at all; the person's own sentence alone is obeyed
            return meaning if meaning and meaning.calls and not meaning.talk else Meaning("talk", 0.9)
        if not_now := _not_now(turn, meaning, partial(readers.read, names=names), names):
            return not_now
        command = for_later(meaning)
        if meaning and command and not await self._understood(command, readers, turn, names):
            return reminder_instead(meaning.calls[0], turn.language, turn.at)
        if meaning is None and foreign(tidy(turn.text)):
            return fixed("about.foreign")
        if meaning and not meaning.question and not _is_open(meaning, turn):
            return meaning  # nobody need read further
        text = sentence(turn.text, turn.language)
        frame, index = readers.apart(text, names)
        if not names.things and (meaning is None or meaning.question) and is_about_a_home(frame):
            return fixed("about.nothing_here")
        heard = await self._heard(turn, meaning, names)
        again = partial(self._again, readers, turn, names)
        if heard and meaning:
            meaning = _overruled(meaning, heard, again)
        if meaning is None:
            meaning = (
                outright(text, turn.language, frame, names)
                or plainer(turn, names, partial(readers.read, names=names))
                or without_slips(turn, text, names, index, partial(readers.read, names=names))
            )
        talked = turn.talked or (bool(turn.history) and not turn.earlier)
        told = instead_of_talk(text, turn.language, frame, is_question(turn.text), talked)
        if meaning is None and heard:
            meaning = _as_heard(heard.meaning(again), told)
        if meaning is None and self._guess and not (heard and heard.surely_talk):
            meaning = await self._guess.read(turn, text, frame, index)
        made = None if meaning and meaning.calls else made_by(text, turn.language, names)
        return made or meaning or told or Meaning("talk", _TALK)

    def _missing_door(self, turn: Turn, names: Names) -> str | None:
        """The door that is meant, where there is none: another one must not be unlocked, nor told of."""
        text, language = sentence(turn.text, turn.language), turn.language
        if not speaks_of_a_door(text, language):
            return None
        names = self._borrowed.names(names, language)
        return missing_door(self.readers(language).apart(text, names)[0], language, names)

    async def _understood(self, command: str, readers: Readers, turn: Turn, names: Names) -> bool:
        """Whether somebody would know what to do with a command for later."""
        if readers.understands(command, turn, names):
            return True
        alone = replace(turn, text=command, earlier=(), asked=())
        heard = await self._heard(alone, None, names)
        return bool(heard and heard.meaning(partial(self._again, readers, alone, names)))

    async def _heard(self, turn: Turn, meaning: Meaning | None, names: Names) -> Opinion | None:
        """What free speech takes it for, where the readers' meaning is open to doubt or there is none."""
        if self._free is None or (meaning and not _is_open(meaning, turn)):
            return None
        counted = Counter(thing.domain for thing in names.things)
        single = {domain for domain, count in counted.items() if count == 1}
        return await asyncio.to_thread(self._free.hear, turn, single)

    def _again(self, readers: Readers, turn: Turn, names: Names, text: str) -> Meaning | None:
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


def _repaired(readers: Readers, turn: Turn, names: Names) -> Turn:
    """The turn as if what it puts right itself had been said so at once."""

    def read(said: str) -> Call | None:
        match = readers.templates.read(said, names, turn.at, turn.here)
        if match:
            return match.call
        more = follow(said, turn.language, turn.earlier, readers.apart(said, names)[0])
        return more[0] if len(more) == 1 and more[0].tool == "lists.add" else None

    if turn.outside or turn.asked:
        return turn
    text = sentence(turn.text, turn.language)
    whole = repaired(text, turn.language, turn.at, lambda said: readers.apart(said, names)[0], read)
    return turn if whole == text else replace(turn, text=whole)


def _some_time_before(readers: Readers, turn: Turn, names: Names) -> Meaning | None:
    """A reminder some time before something, which its own time alone would make too late."""

    def alarm(said: str) -> Call | None:
        match = readers.templates.read(said, names, turn.at, turn.here)
        return match.call if match else None

    def order(said: str) -> Meaning | None:
        return readers.read(replace(turn, text=said, asked=()), names)

    return ahead(sentence(turn.text, turn.language), turn.language, turn.at, alarm, order)


def _at_a_glance(turn: Turn) -> Meaning | None:
    """What needs no reading: a text to work on, no words, its name alone, Chinese."""
    if turn.schema or len(turn.text) > _LONGEST or (turn.outside and speaks_of_what_came(turn.text)):
        return Meaning("talk", 0.9)
    if not has_words(turn.text):
        return _wordless(turn)
    if not sentence(turn.text, turn.language):
        return fixed("about.hearing")
    if withdrawn(tidy(turn.text), turn.language):
        return fixed("help.never_mind")
    if turn.rings and not turn.asked and hushes(tidy(turn.text), turn.language, turn.earlier):
        return Meaning("template", TEMPLATE, (Call("alarms.cancel"),))
    if thanks(tidy(turn.text), turn.language):
        return fixed("about.thanks")
    if dropped(tidy(turn.text), turn.language) or goes_on_telling(turn):
        return Meaning("talk", 0.9)
    return fixed("about.foreign") if chinese(tidy(turn.text)) else None


def _not_now(
    turn: Turn, meaning: Meaning | None, read: Callable[[Turn], Meaning | None], names: Names
) -> Meaning | None:
    """What is only cited, or is to wait for something: nothing that is done at once."""
    if _is_cited(turn, meaning, read):
        return Meaning("talk", 0.9)
    return _waiting(turn, meaning, read, names)


def _is_cited(turn: Turn, meaning: Meaning | None, read: Callable[[Turn], Meaning | None]) -> bool:
    """True where what would be done is asked for by words that the sentence cites, not by its own."""
    words = cited(turn.text, turn.language)
    if words is None:
        return False
    inside = read(replace(turn, text=words, asked=(), earlier=()))
    wanted = _tools(inside) if inside else set()
    if announces(turn.text, turn.language):
        return meaning is None or bool(wanted)
    return bool(wanted) and (meaning is None or bool(wanted & _tools(meaning)))


def _waiting(
    turn: Turn, meaning: Meaning | None, read: Callable[[Turn], Meaning | None], names: Names
) -> Meaning | None:
    """Asks whether to do now what a sentence wants done when something happens."""
    rest = conditioned(turn.text, turn.language)
    if rest is None or (meaning and meaning.by == "template" and not _is_homes(meaning)):
        return None
    if rest.casefold().startswith("remind me") and meaning is None:  # of what stands behind the condition
        return Meaning("cues", 0.9, question=cannot("wait", turn.language))
    now = read(replace(turn, text=rest, asked=()))
    if now is None or now.question or not _is_homes(now) or any(call.tool in TELLS for call in now.calls):
        return None
    question = f"{cannot('wait', turn.language)} {shall_i(now.calls, turn.language, names=names)}".strip()
    return Meaning("cues", 0.9, question=question, proposed=now.calls)


def _tools(meaning: Meaning) -> set[str]:
    return {call.tool for call in (*meaning.calls, *meaning.proposed)}


def _overruled(meaning: Meaning, heard: Opinion, again: Callable[[str], Meaning | None]) -> Meaning | None:
    """What free speech makes of it where it knows better."""
    if _is_figure(meaning):
        return heard.insists(again) or meaning
    if heard.doubts(meaning) or _refuses(meaning):
        better = heard.meaning(again)
        if _refuses(meaning):  # what there is not is better said than asked for
            return better if better and (better.calls or better.proposed) else meaning
        return better
    if heard.contradicts(meaning):
        better = heard.meaning(again)
        return better if better and (better.calls or better.proposed) else meaning
    if not meaning.question:
        return meaning
    return heard.plays(again) or heard.confirms(meaning, again) or heard.instead(meaning, again) or meaning


def _read(readers: Readers, turn: Turn, names: Names) -> Meaning | None:
    """As it was said; what was not understood of it may be an ending of speech, or a name spelt apart."""
    read = partial(readers.read, names=names)
    meaning = in_standard(turn, names, read) or read(turn)
    if (meaning is None or meaning.question) and not turn.asked and turn.language == "en":
        better = rejoined(turn.text, said_names(names))
        again = readers.read(replace(turn, text=better), names) if better != turn.text else None
        meaning = again or meaning
    if meaning and meaning.question and not turn.asked:
        again = plainer(turn, names, read)
        return again if again and again.calls else meaning
    if meaning and meaning.by == "cues" and _is_homes(meaning):
        return asked(turn, names, read) or meaning
    if meaning and meaning.by == "template" and not turn.asked and turn.language == "en":
        return _item_alone(meaning, asked(turn, names, read))
    return meaning


def _item_alone(meaning: Meaning, again: Meaning | None) -> Meaning:
    """The same for a list, without the clause that says why: "add milk to the list, we don't have any"."""
    if again is None or len(meaning.calls) != 1 or len(again.calls) != 1:
        return meaning
    call, other = meaning.calls[0], again.calls[0]
    kept = str(call.arguments.get("item", "")).startswith(str(other.arguments.get("item", "-")))
    return again if call.tool == other.tool and call.tool.startswith("lists.") and kept else meaning


def _is_homes(meaning: Meaning) -> bool:
    return bool(meaning.calls) and all(call.tool.startswith("home.") for call in meaning.calls)


_THUMBS = {
    "👍": "yes", "👌": "yes", "🙆": "yes", "⭕": "yes", "✅": "yes", "👎": "no", "🙅": "no", "❌": "no",
}  # fmt: skip


def _is_open(meaning: Meaning, turn: Turn) -> bool:
    """True where the encoder may know better: words taken as they come, some unexplained, or nothing done."""
    if turn.asked or turn.earlier:
        return False
    if _is_figure(meaning):
        return turn.language == "ja"
    return _refuses(meaning) or (meaning.confidence < PLAIN and bool(meaning.calls or meaning.proposed))


def _is_figure(meaning: Meaning) -> bool:
    """Taken for talk by its words alone, as 「手がふさがってる」 is; what follows may ask for something."""
    return meaning.by == "talk" and not meaning.talk


def _refuses(meaning: Meaning) -> bool:
    return bool(meaning.calls) and all(call.tool in _REFUSALS for call in meaning.calls)


def _as_heard(heard: Meaning | None, told: Meaning | None) -> Meaning | None:
    """What free speech makes of it; where what is named is not there, neither the question what is meant, nor
    the one robot there is, which was not named."""
    if heard is None or told is None or [call.tool for call in told.calls] != ["about.no_such_thing"]:
        return heard
    asks = heard.question is not None and not heard.proposed
    return told if asks or {call.tool for call in heard.calls} == {"home.start"} else heard


_REFUSALS = frozenset({"about.which", "about.unclear", "about.no_such_thing"})


def _wordless(turn: Turn) -> Meaning:
    """Emoji and punctuation alone: a thumb may be the reply to a question."""
    thumb = next((_THUMBS[character] for character in turn.text if character in _THUMBS), None)
    if turn.asked and thumb:
        calls = tuple(turn.asked) if thumb == "yes" and len(turn.asked) == 1 else (Call("help.never_mind"),)
        return Meaning("template", TEMPLATE, calls)
    return fixed("about.wordless")
