"""The step itself: who reads a sentence, in which order, and how sure each is.

the readers ─► what is answered outright ─► free speech ─► model ─► talk
"""

import asyncio
import re
from collections import Counter
from collections.abc import Awaitable, Callable, Iterator, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from threading import Lock

from kippu.names import Names
from kippu.regex import regex
from kippu.turn import Call, Language, Meaning, Turn
from kippu.understand.asking.choosing import chosen
from kippu.understand.asking.dictated import asks_for_a_note, dictated
from kippu.understand.borrowed import Borrowed
from kippu.understand.cues import Frame
from kippu.understand.fitting import is_homes
from kippu.understand.free import Free, Opinion
from kippu.understand.glance import at_a_glance
from kippu.understand.guess import Guess
from kippu.understand.later.because import without_reason
from kippu.understand.later.on_that_day import on_that_day
from kippu.understand.later.reminded_of import reminded_of
from kippu.understand.later.rhythm import once
from kippu.understand.later.unplanned import for_later, reminder_instead
from kippu.understand.mending.noted import answered_by_a_note
from kippu.understand.mending.reworded import plainer, without_slips
from kippu.understand.mending.turns_before import with_the_turns_before
from kippu.understand.not_now import not_now
from kippu.understand.outright.all_of_them import all_of_them, some_of_them
from kippu.understand.outright.homeward import is_about_a_home
from kippu.understand.outright.honest import instead_of_talk
from kippu.understand.outright.item_or_event import asked_if_listed, asked_where
from kippu.understand.outright.making import made_by, switched
from kippu.understand.outright.no_more import told_how_many
from kippu.understand.outright.only_asked import only_asked
from kippu.understand.outright.only_stated import asked_if_stated
from kippu.understand.outright.other_state import as_it_can_be
from kippu.understand.outright.outright import missing_door, outright, speaks_of_a_door, summoned
from kippu.understand.outright.robots import beyond_a_robot
from kippu.understand.outright.so_many import so_many
from kippu.understand.outright.unfinished import unfinished
from kippu.understand.outright.unmeant import asked_first
from kippu.understand.outright.unsure import unsure
from kippu.understand.outright.went_off import went_off
from kippu.understand.reading import TEMPLATE, Readers, fixed
from kippu.understand.rereading import as_if_said_at_once, as_said, at_another_time
from kippu.understand.routines import (
    Likeness,
    at_a_time,
    done,
    learnt,
    lesson,
    only_told,
    planned,
    set_off,
    spoken_of,
    that_one,
)
from kippu.understand.sequels import Sequels
from kippu.understand.sequels.deciding import is_nothing
from kippu.understand.sequels.going_on import GoneOn, gone_on, may_stray
from kippu.understand.spelled import as_spelled
from kippu.understand.text import is_question, sentence, tidy
from kippu.understand.text.tongue import foreign
from kippu.understand.weighing import (
    as_heard,
    believed,
    is_open,
    overruled,
    strays,
    surely_not,
    there_is_none,
)

_TALK = 0.95
"""Confidence that it is talk what nobody took for a request: so it was with 97.9 % of 515 such sentences of
public sets that were kept aside, and with fewer where people speak freely (``bench/understand.py``)."""


_LONGEST_LESSON = 400
"""Letters of a sentence that may set off a routine or teach one: more is a text, which anybody may have
written."""
_OF_ROUTINES = regex(
    r"\broutine\b|^forget\b|ルーティン|ルーチン|忘れて|^what (?:does|will) .+ do\b|何(?:を)?する",
    re.IGNORECASE,
)
_LONGEST_LIKE = 80
"""Letters of a sentence that may be a routine's saying in other words."""
_IT = regex(r"\b(?:it|them|that one|those)\b|それ|これ|全部|ぜんぶ|すべて|全て", re.IGNORECASE)


def _of_what_was_asked(turn: Turn) -> Turn:
    """The turn behind a question of one thing as if that had been done: "it" is what was asked about."""
    asked = turn.asked[0] if len(turn.asked) == 1 and not turn.offered else None
    if asked is None or not asked.tool.startswith("home.") or not _IT.search(turn.text):
        return turn
    return replace(turn, earlier=(asked,), undo=(), changed=())


def _by_itself(turn: Turn) -> Turn:
    """The turn as if nothing had been said before it."""
    return Turn(
        turn.text, turn.language, turn.at, turn.conversation, turn.id, here=turn.here, origin=turn.origin
    )


def _is_left(meaning: Meaning | None) -> bool:
    """Whether no reader took it, or one that has to ask."""
    return meaning is None or bool(meaning.question)


def _answered_at_once(text: str, language: Language, names: Names) -> Meaning | None:
    """What a note tells, and what nobody here calls, whatever free speech would take it for."""
    return answered_by_a_note(text, names) if language == "en" else summoned(text)


def _behind(turn: Turn) -> Turn:
    """The turn behind a question as if what was asked about had been done: its time may be another one."""
    if not turn.asked:
        return turn
    told = () if len(turn.asked) > 1 or turn.offered else turn.asked
    return replace(turn, earlier=told, asked=(), undo=(), changed=(), before=(), deed=None)


class Understanding:
    """Reads turns. Give it the folders with the skills' sentence templates."""

    def __init__(
        self,
        folders: Sequence[Path] = (),
        guess: Guess | None = None,
        free: Free | None = None,
        sequels: Sequels | None = None,
        likeness: Likeness | None = None,
    ) -> None:
        """Without ``guess`` no model is asked; without ``free`` nobody reads what no template takes, without
        ``sequels`` nobody what leaves out what was done before in words of its own, without ``likeness``
        nobody what is only like a routine's saying."""
        self._folders = folders
        self._guess = guess
        self._free = free
        self._sequels = sequels
        self._likeness = likeness
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
        meaning = await self._of_routines(turn, names) or await self._meant(turn, names)
        meaning = await self._or_a_routine(turn, names, meaning)
        if is_homes(meaning) and (door := self._missing_door(turn, names)):
            return Meaning(meaning.by, meaning.confidence, (Call("about.no_such_thing", {"what": door}),))
        spoken = with_the_turns_before(sentence(turn.text, turn.language), turn, names)
        meaning = on_that_day(reminded_of(without_reason(meaning), spoken, names), turn)
        meaning = all_of_them(once(meaning, turn, names), tidy(turn.text), turn)
        meaning = some_of_them(meaning, tidy(turn.text))
        if is_homes(meaning) and not turn.asked:
            meaning = told_how_many(meaning, self._apart(turn, names), turn.language, names)
        if turn.earlier:
            meaning = as_it_can_be(meaning, names)
        if not turn.asked:
            meaning = beyond_a_robot(meaning, tidy(turn.text), turn.language, names)
        if turn.language == "ja" and is_question(turn.text) and turn.origin != "plan" and not turn.asked:
            meaning = only_asked(meaning, spoken.text, self._apart(turn, names))
        if turn.language == "en" and turn.origin != "plan" and not turn.asked:
            meaning = as_spelled(went_off(meaning, turn.text, names), tidy(turn.text))
            meaning = asked_where(asked_if_stated(meaning, tidy(turn.text), names), tidy(turn.text))
            meaning = asked_if_listed(meaning, turn)
        return asked_first(meaning, tidy(turn.text), turn.language, names)

    async def _of_routines(self, turn: Turn, names: Names) -> Meaning | None:
        """What a routine of the person's own does that the sentence sets off, or what one is taught in it.
        What was asked comes first: the saying may be the reply."""
        if turn.outside or turn.schema or turn.asked or len(turn.text) > _LONGEST_LESSON:
            return None
        own = [routine for routine in names.routines if not routine.layer]
        if found := set_off(turn.text, turn.language, own):
            return await done(found, turn.language, names, self._alone(turn, names))
        later = at_a_time(turn.text, turn.language, turn.at, own)
        if later and (plan := planned(await self._alone(turn, names)(later[0]), later[1])):
            return plan
        turns = (turn.earlier, *turn.before)
        if _OF_ROUTINES.search(turn.text) and (
            call := spoken_of(turn.text, turn.language, own) or that_one(turn.text, turn.language, turns)
        ):
            return Meaning("template", TEMPLATE, (call,))
        taught = lesson(turn.text, turn.language)
        if taught is None:
            return None
        readers = await asyncio.to_thread(self.readers, turn.language)
        bare = replace(names, routines=())

        async def knows(command: str) -> bool:
            return await self._understood(command, readers, _by_itself(turn), bare)

        return await learnt(taught, turn.language, names, self._alone(turn, names), knows)

    async def _or_a_routine(self, turn: Turn, names: Names, meaning: Meaning) -> Meaning:
        """The meaning; where nobody took the sentence for an order, what a routine makes of it: one that a
        layer brings, one that is spoken of, one that it is only like."""
        silent = turn.outside or turn.schema or turn.asked or not names.routines
        said = all(call.tool.startswith("about.") for call in (*meaning.calls, *meaning.proposed))
        if silent or not said or len(turn.text) > _LONGEST_LESSON:
            return meaning
        if found := set_off(turn.text, turn.language, names.routines):
            return await done(found, turn.language, names, self._alone(turn, names))
        if call := spoken_of(turn.text, turn.language, names.routines):
            return Meaning("template", TEMPLATE, (call,))
        open_yet = meaning.by in ("talk", "layer") and not (meaning.calls or meaning.proposed)
        return (await self._like_a_routine(turn, names) if open_yet else None) or meaning

    async def _like_a_routine(self, turn: Turn, names: Names) -> Meaning | None:
        """Asks whether a routine is meant that the sentence is like."""
        if self._likeness is None or only_told(turn) or len(turn.text) > _LONGEST_LIKE:
            return None
        found = await asyncio.to_thread(self._likeness.nearest, turn.text, turn.language, names.routines)
        return (
            await done(found, turn.language, names, self._alone(turn, names), alike=True) if found else None
        )

    def _alone(self, turn: Turn, names: Names) -> Callable[[str], Awaitable[Meaning]]:
        """Tells what a command of a routine means, said by itself; another routine's saying is none."""
        bare = replace(names, routines=())
        return lambda command: self.understand(replace(_by_itself(turn), text=command), bare)

    async def _meant(self, turn: Turn, names: Names) -> Meaning:
        names = self._borrowed.names(names, turn.language)
        is_note = asks_for_a_note(turn)
        if glance := None if is_note else chosen(turn, names) or at_a_glance(turn):
            return glance
        readers = self._readers.get(turn.language)
        if readers is None:  # in a thread, so that nobody else's request waits while they are built
            readers = await asyncio.to_thread(self.readers, turn.language)
        if is_note:
            return dictated(turn, partial(readers.alone, turn=turn, names=names))
        turn = as_if_said_at_once(readers, _of_what_was_asked(turn), names)
        # A yes beside something that came along is no yes to what was asked before it came.
        meaning = at_another_time(readers, turn, names) or as_said(
            readers, replace(turn, asked=()) if turn.outside else turn, names
        )
        if turn.outside:  # read, if it was meant at all; the person's own sentence alone is obeyed
            return meaning if meaning and meaning.calls and not meaning.talk else Meaning("talk", 0.9)
        if waiting := not_now(turn, meaning, partial(readers.read, names=names), names):
            return waiting
        if meaning and may_stray(meaning, turn) and (other := await self._gone_on(readers, turn, names)):
            meaning = other.surely(meaning)
        command = for_later(meaning)
        if meaning and command and not await self._understood(command, readers, turn, names):
            return reminder_instead(meaning.calls[0], turn.language, turn.at)
        if meaning is None and foreign(tidy(turn.text)):
            return fixed("about.foreign")
        if meaning and not meaning.question and not is_open(meaning, turn):
            return meaning  # nobody need read further
        return await self._read_further(readers, turn, names, meaning)

    async def _read_further(
        self, readers: Readers, turn: Turn, names: Names, meaning: Meaning | None
    ) -> Meaning:
        """What the sentence means where the readers took nothing, or what may be better known."""
        text = sentence(turn.text, turn.language)
        if meaning is None and (answer := _answered_at_once(text, turn.language, names)):
            return answer
        frame, index = readers.apart(text, names)
        going_on = await self._gone_on(readers, _behind(turn), names) if _is_left(meaning) else None
        sequel = going_on.behind(bool(turn.asked)) if going_on and meaning is None else None
        if sequel and not is_nothing(sequel.calls):
            return sequel
        if not names.things and _is_left(meaning) and is_about_a_home(frame):
            return fixed("about.nothing_here")
        heard = await self._heard(turn, meaning, names)
        again = partial(self._again, readers, turn, names)
        if heard and meaning:
            meaning = overruled(meaning, heard, again, frame)
        first = not (turn.earlier or turn.asked or turn.after_talk)
        kept = heard.keeps(again) if meaning is None and heard and first else None
        if kept and kept.calls:
            meaning = kept
        if meaning is None:
            meaning = (
                (None if kept else surely_not(outright(text, turn.language, frame, names), heard, again))
                or so_many(text, turn.language, frame)
                or self._made_later(text, readers, turn, names)
                or believed(plainer(turn, names, partial(readers.read, names=names)), heard)
                or believed(
                    without_slips(turn, text, names, index, partial(readers.read, names=names)), heard
                )
                or kept
            )
        if heard:
            meaning = heard.elsewhere(meaning)
        told = instead_of_talk(text, turn.language, frame, is_question(turn.text), turn.after_talk)
        alone = going_on is not None and going_on.stands_alone()
        left_open = None if alone else sequel or unsure(turn) or unfinished(turn)
        if meaning is None and heard:
            meaning = as_heard(there_is_none(heard.meaning(again), heard, frame, index), told)
            meaning = meaning if told else heard.or_not_here(meaning, names, again)
            only_of_it = sequel is not None and going_on is not None and going_on.surely_of_it()
            guess = meaning is not None and bool(only_of_it or (left_open and meaning.question))
            of_it = meaning is not None and going_on is not None and going_on.is_of_it(meaning)
            if strays(meaning, turn) or (guess and not of_it):
                meaning = None
        if meaning is None and not told:
            meaning = left_open
        if meaning is None and self._guess and not (heard and heard.surely_talk):
            meaning = await self._guess.read(turn, frame, index)
        if meaning and going_on and not turn.asked:
            meaning = going_on.confirmed(meaning)
        made = None if meaning and meaning.calls else made_by(text, turn.language, names)
        return made or meaning or told or Meaning("talk", _TALK)

    @staticmethod
    def _made_later(text: str, readers: Readers, turn: Turn, names: Names) -> Meaning | None:
        """What is to be made at another time, by switching on what makes it."""
        said = switched(text, turn.language, names)
        found = readers.read(replace(turn, text=said), names) if said else None
        planned = found and found.calls and all("command" in call.arguments for call in found.calls)
        return found if planned else None

    async def _gone_on(self, readers: Readers, turn: Turn, names: Names) -> GoneOn | None:
        """What the reader of sequels hears behind the turn before."""

        def read(said: Turn) -> Meaning | None:
            whole = as_if_said_at_once(readers, said, names)
            return at_another_time(readers, whole, names) or as_said(readers, whole, names)

        def apart(text: str) -> Frame:
            return readers.apart(text, names)[0]

        acts = self._free.acts if self._free else lambda tool: True
        return await gone_on(self._sequels, turn, names, read, apart, acts)

    def _missing_door(self, turn: Turn, names: Names) -> str | None:
        """The door that is meant, where there is none: another one must not be unlocked, nor told of."""
        text, language = sentence(turn.text, turn.language), turn.language
        if not speaks_of_a_door(text, language):
            return None
        return missing_door(self._apart(turn, names), language, self._borrowed.names(names, language))

    def _apart(self, turn: Turn, names: Names) -> Frame:
        names = self._borrowed.names(names, turn.language)
        return self.readers(turn.language).apart(sentence(turn.text, turn.language), names)[0]

    async def _understood(self, command: str, readers: Readers, turn: Turn, names: Names) -> bool:
        """Whether somebody would know what to do with a command for later."""
        if set_off(command, turn.language, names.routines) or readers.understands(command, turn, names):
            return True
        alone = replace(turn, text=command, earlier=(), asked=())
        heard = await self._heard(alone, None, names)
        return bool(heard and heard.meaning(partial(self._again, readers, alone, names)))

    async def _heard(self, turn: Turn, meaning: Meaning | None, names: Names) -> Opinion | None:
        """What free speech takes it for, where the readers' meaning is open to doubt or there is none."""
        if self._free is None or (meaning and not is_open(meaning, turn)):
            return None
        counted = Counter(thing.domain for thing in names.things)
        single = {domain for domain, count in counted.items() if count == 1}
        return await asyncio.to_thread(self._free.hear, turn, single)

    def _again(self, readers: Readers, turn: Turn, names: Names, text: str) -> Meaning | None:
        """What the readers make of a plain sentence, said instead of the turn's own. What the person's words
        don't name for certain, as "from my calendar", is not theirs because the plain ones do."""
        plain = replace(turn, text=text, asked=())
        said = sentence(text, turn.language)
        found = readers.read(plain, names) or outright(
            said, turn.language, readers.apart(said, names)[0], names
        )
        taken = (*found.calls, *found.proposed) if found else ()
        return None if any(readers.takes_too_much(call, turn.text, names) for call in taken) else found

    def is_about_a_home(self, turn: Turn) -> bool:
        """Whether only a home could do or answer it, as far as the words alone tell."""
        text = sentence(turn.text, turn.language)
        return is_about_a_home(self.readers(turn.language).apart(text, Names())[0])

    def read(self, turn: Turn, names: Names) -> Meaning | None:
        """What the readers alone make of it, without a model; builds those of its language first."""
        return self.readers(turn.language).read(turn, self._borrowed.names(names, turn.language))
