"""Reads on where the sentence templates took nothing, or what may be better known:

what follows on the turn before ─► free speech against the readers ─► what is answered outright
─► the sentence put otherwise ─► free speech ─► model ─► talk
"""

import asyncio
from collections import Counter
from dataclasses import replace
from functools import cached_property, partial

from kippu.names import Names
from kippu.turn import Meaning, Turn
from kippu.understand.cues import Frame, Index
from kippu.understand.free import Free, Opinion, against
from kippu.understand.guess import Guess
from kippu.understand.mending.noted import answered_by_a_note
from kippu.understand.mending.reworded import plainer, without_slips
from kippu.understand.outright.homeward import is_about_a_home
from kippu.understand.outright.honest import instead_of_talk
from kippu.understand.outright.making import made_by, switched
from kippu.understand.outright.outright import outright, summoned
from kippu.understand.outright.own_noted import own_noted
from kippu.understand.outright.so_many import so_many
from kippu.understand.outright.total import total
from kippu.understand.outright.unfinished import unfinished
from kippu.understand.outright.unsure import unsure
from kippu.understand.reading import Readers, fixed
from kippu.understand.rereading import as_if_said_at_once, as_said, at_another_time
from kippu.understand.sequels import Sequels
from kippu.understand.sequels.deciding import is_nothing
from kippu.understand.sequels.going_on import ITSELF, GoneOn, gone_on
from kippu.understand.text import is_question, sentence
from kippu.understand.weighing import (
    as_heard,
    believed,
    far_fetched,
    is_open,
    overruled,
    refuses,
    strays,
    surely_not,
    there_is_none,
)

_TALK = 0.95
"""Confidence that it is talk what nobody took for a request: so it was with 97.9 % of 515 such sentences of
public sets that were kept aside, and with fewer where people speak freely (``bench/understand.py``)."""


class Further:
    """The readers behind the templates."""

    def __init__(
        self, guess: Guess | None = None, free: Free | None = None, sequels: Sequels | None = None
    ) -> None:
        """Without ``guess`` no model is asked; without ``free`` nobody reads what no template takes, without
        ``sequels`` nobody what leaves out what was done before in words of its own."""
        self._guess = guess
        self._free = free
        self._sequels = sequels

    async def read(self, readers: Readers, turn: Turn, names: Names, meaning: Meaning | None) -> Meaning:
        """What the sentence means, given what the readers made of it."""
        left = _Left(readers, turn, names)
        if meaning is None and (answer := left.answered_at_once()):
            return answer
        going_on = await self.gone_on(readers, _behind(turn), names) if _is_left(meaning) else None
        sequel = going_on.behind(bool(turn.asked)) if going_on and meaning is None else None
        if sequel and not is_nothing(sequel.calls):
            return sequel
        if not names.things and _is_left(meaning) and is_about_a_home(left.frame):
            return fixed("about.nothing_here")
        heard = await self._heard(turn, meaning, names)
        if heard and meaning:
            meaning = overruled(meaning, heard, left.again, left.frame)
        meaning = meaning or left.put_otherwise(heard)
        if heard:
            meaning = heard.elsewhere(meaning)
        told = left.instead_of_talk()
        alone = going_on is not None and going_on.stands_alone()
        left_open = None if alone else sequel or unsure(turn) or unfinished(turn)
        if meaning is None and heard:
            meaning = left.freely(heard, told)
            if meaning and not _counts(meaning, turn, going_on, sequel, left_open):
                meaning = None
        if meaning is None and not told:
            meaning = left_open
        if meaning is None and self._guess and not (heard and heard.surely_talk):
            meaning = await self._guess.read(turn, left.frame, left.index)
        if meaning and going_on and not turn.asked:
            meaning = going_on.confirmed(meaning)
        made = None if meaning and meaning.calls else made_by(left.text, turn.language, names)
        return made or meaning or told or Meaning("talk", _TALK)

    async def gone_on(self, readers: Readers, turn: Turn, names: Names) -> GoneOn | None:
        """What the reader of sequels hears behind the turn before."""

        def read(said: Turn) -> Meaning | None:
            whole = as_if_said_at_once(readers, said, names)
            return at_another_time(readers, whole, names) or as_said(readers, whole, names)

        def apart(text: str) -> Frame:
            return readers.apart(text, names)[0]

        acts = self._free.acts if self._free else lambda tool: True
        return await gone_on(self._sequels, turn, names, read, apart, acts)

    async def knows(self, readers: Readers, turn: Turn, names: Names) -> bool:
        """Whether free speech would know what to do with a command for later."""
        heard = await self._heard(turn, None, names)
        meaning = _Left(readers, turn, names).freely(heard, None) if heard else None
        return meaning is not None and not refuses(meaning)

    async def _heard(self, turn: Turn, meaning: Meaning | None, names: Names) -> Opinion | None:
        """What free speech takes it for, where the readers' meaning is open to doubt or there is none."""
        if self._free is None or (meaning and not is_open(meaning, turn)):
            return None
        counted = Counter(thing.domain for thing in names.things)
        single = {domain for domain, count in counted.items() if count == 1}
        return await asyncio.to_thread(self._free.hear, turn, single)


class _Left:
    """One turn that the readers left, taken apart once."""

    def __init__(self, readers: Readers, turn: Turn, names: Names) -> None:
        self.text = sentence(turn.text, turn.language)
        self._readers = readers
        self._turn = turn
        self._names = names
        self._read = partial(readers.read, names=names)

    @cached_property
    def _apart(self) -> tuple[Frame, Index]:
        return self._readers.apart(self.text, self._names)

    @property
    def frame(self) -> Frame:
        return self._apart[0]

    @property
    def index(self) -> Index:
        return self._apart[1]

    def answered_at_once(self) -> Meaning | None:
        """What a note tells, and what nobody here calls, whatever free speech would take it for."""
        if own := own_noted(self.text, self._turn.language, self._names):
            return own
        if self._turn.language == "en":
            return answered_by_a_note(self.text, self._names)
        return summoned(self.text)

    def put_otherwise(self, heard: Opinion | None) -> Meaning | None:
        """What the readers make of a sentence that they took nothing of, said in other words."""
        turn, names, text = self._turn, self._names, self.text
        first = not (turn.earlier or turn.asked or turn.after_talk)
        kept = against.keeps(heard, self.again) if heard and first else None
        if kept and kept.calls:
            return kept
        outside = None if kept else outright(text, turn.language, self.frame, names)
        return (
            (None if kept else surely_not(outside, heard, self.again))
            or so_many(text, turn.language, self.frame)
            or total(text, turn)
            or self._made_later()
            or believed(plainer(turn, names, self._read), heard)
            or believed(without_slips(turn, text, names, self.index, self._read), heard)
            or kept
        )

    def _made_later(self) -> Meaning | None:
        """What is to be made at another time, by switching on what makes it."""
        said = switched(self.text, self._turn.language, self._names)
        found = self._read(replace(self._turn, text=said)) if said else None
        planned = found and found.calls and all("command" in call.arguments for call in found.calls)
        return found if planned else None

    def instead_of_talk(self) -> Meaning | None:
        """What is told where a model could only invent."""
        turn = self._turn
        return instead_of_talk(self.text, turn.language, self.frame, is_question(turn.text), turn.after_talk)

    def freely(self, heard: Opinion, told: Meaning | None) -> Meaning | None:
        """What free speech makes of it."""
        asked = there_is_none(heard.meaning(self.again), heard, self.frame, self.index)
        meaning = as_heard(asked, told)
        return meaning if told else heard.or_not_here(meaning, self._names, self.again)

    def again(self, text: str) -> Meaning | None:
        """What the readers make of a plain sentence, said instead of the turn's own. What the person's words
        don't name for certain, as "from my calendar", is not theirs because the plain ones do."""
        turn, names = self._turn, self._names
        said = sentence(text, turn.language)
        found = self._read(replace(turn, text=text, asked=())) or outright(
            said, turn.language, self._readers.apart(said, names)[0], names
        )
        taken = (*found.calls, *found.proposed) if found else ()
        return None if any(self._readers.takes_too_much(call, turn.text, names) for call in taken) else found


def _is_left(meaning: Meaning | None) -> bool:
    """Whether no reader took it, or one that has to ask."""
    return meaning is None or bool(meaning.question)


def _behind(turn: Turn) -> Turn:
    """The turn behind a question as if what was asked about had been done: its time may be another one."""
    if not turn.asked:
        return turn
    told = () if len(turn.asked) > 1 or turn.offered else turn.asked
    return replace(turn, earlier=told, asked=(), undo=(), changed=(), before=(), deed=None)


def _counts(
    meaning: Meaning,
    turn: Turn,
    going_on: GoneOn | None,
    sequel: Meaning | None,
    left_open: Meaning | None,
) -> bool:
    """Whether what free speech makes of it counts beside what it may mean behind the turn before."""
    if strays(meaning, turn) or far_fetched(meaning, turn):
        return False
    if meaning.calls and left_open and ITSELF.search(turn.text.casefold()):
        return True  # its own word says what is asked after, whatever was spoken of before
    only_of_it = sequel is not None and going_on is not None and going_on.surely_of_it()
    guess = only_of_it or bool(left_open and meaning.question)
    return not guess or (going_on is not None and going_on.is_of_it(meaning))
