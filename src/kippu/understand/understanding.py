"""The step itself: who reads a sentence, in which order.

routines ─► the readers ─► what they leave: free speech, a model, talk ─► a last look at the whole
"""

import asyncio
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from threading import Lock

from kippu.names import Names
from kippu.regex import regex
from kippu.turn import Call, Language, Meaning, Turn
from kippu.understand.asking.asking_back import in_words
from kippu.understand.asking.choosing import chosen
from kippu.understand.asking.dictated import asks_for_a_note, dictated
from kippu.understand.asking.others import asked_why, set_against
from kippu.understand.borrowed import Borrowed
from kippu.understand.by_routine import ByRoutine
from kippu.understand.cues import Frame
from kippu.understand.fitting import is_homes
from kippu.understand.free import Free
from kippu.understand.further import Further
from kippu.understand.glance import at_a_glance
from kippu.understand.guess import Guess
from kippu.understand.later.unplanned import for_later, obeying, reminder_instead
from kippu.understand.not_now import not_now
from kippu.understand.outright.homeward import is_about_a_home
from kippu.understand.outright.outright import missing_door, speaks_of_a_door
from kippu.understand.reading import Readers, fixed
from kippu.understand.rereading import as_if_said_at_once, as_said, at_another_time
from kippu.understand.reviewing import reviewed
from kippu.understand.routines import Likeness, set_off
from kippu.understand.sequels import Sequels
from kippu.understand.sequels.going_on import may_stray
from kippu.understand.text import sentence, tidy
from kippu.understand.text.tongue import foreign
from kippu.understand.weighing import is_open

_BARE: dict[Language, re.Pattern[str]] = {
    "en": regex(r"(?:\w+ )?(?:it|that|them)(?: \w+)?", re.IGNORECASE),
    "ja": regex(r"(?:それ(?:を|も)?)?[一-鿿]{1,2}[ぁ-ん]{1,5}|(?:それ(?:を|も)?)?[とつけしかや][ぁ-ん]{1,5}"),
}
"""A command that names nothing: "turn it off", 「止めて」."""
_IT = regex(r"\b(?:it|them|that one|those)\b|それ|これ|全部|ぜんぶ|すべて|全て", re.IGNORECASE)


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
        self._further = Further(guess, free, sequels)
        self._routines = ByRoutine(self.understand, self._knows, likeness)
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
        meaning = await self._routines.first(turn, names) or await self._meant(turn, names)
        meaning = await self._routines.last(turn, names, meaning)
        if is_homes(meaning) and (door := self._missing_door(turn, names)):
            return Meaning(meaning.by, meaning.confidence, (Call("about.no_such_thing", {"what": door}),))
        return reviewed(meaning, turn, names, partial(self._apart, turn, names))

    async def _meant(self, turn: Turn, names: Names) -> Meaning:
        """What the readers make of the turn, and whoever reads on."""
        names = self._borrowed.names(names, turn.language)
        is_note = asks_for_a_note(turn)
        if glance := None if is_note else _replied(turn, names) or at_a_glance(turn):
            return glance
        readers = await self._ready(turn.language)
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
        if meaning and may_stray(meaning, turn):
            other = await self._further.gone_on(readers, turn, names)
            meaning = other.surely(meaning) if other else meaning
        command = for_later(meaning)
        if meaning and command and (alone := await self._to_it(command, readers, turn, names)):
            meaning = obeying(meaning, alone)
        elif meaning and command and not await self._understood(command, readers, turn, names):
            return reminder_instead(meaning.calls[0], turn.language, turn.at)
        if meaning is None and foreign(tidy(turn.text)):
            return fixed("about.foreign")
        if meaning and not meaning.question and not is_open(meaning, turn):
            return meaning  # nobody need read further
        return await self._further.read(readers, turn, names, meaning)

    async def _to_it(self, command: str, readers: Readers, turn: Turn, names: Names) -> str:
        """A command for later in words that say by themselves what it is for, where it is for what was spoken
        of: at its time nobody speaks of it. Empty where it says so itself."""
        if not turn.earlier or not _BARE[turn.language].fullmatch(command):
            return ""
        now = replace(turn, text=command)
        meant = readers.read(now, names)
        if meant is None or not meant.calls:
            heard = await self._further.gone_on(readers, now, names)
            meant = heard.meaning() if heard and heard.surely_of_it() else None
        if meant is None or len(meant.calls) != 1 or not meant.calls[0].tool.startswith("home."):
            return ""
        words = in_words(meant.calls[0], turn.language, names)
        return words if readers.understands(words, _alone(turn), names) else ""

    async def _ready(self, language: Language) -> Readers:
        """The readers, built in a thread, so that nobody else's request waits meanwhile."""
        if language in self._readers:
            return self._readers[language]
        return await asyncio.to_thread(self.readers, language)

    def _missing_door(self, turn: Turn, names: Names) -> str | None:
        """The door that is meant, where there is none: another one must not be unlocked, nor told of."""
        text, language = sentence(turn.text, turn.language), turn.language
        if not speaks_of_a_door(text, language):
            return None
        return missing_door(self._apart(turn, names), language, self._borrowed.names(names, language))

    def _apart(self, turn: Turn, names: Names) -> Frame:
        names = self._borrowed.names(names, turn.language)
        return self.readers(turn.language).apart(sentence(turn.text, turn.language), names)[0]

    async def _knows(self, turn: Turn, names: Names) -> bool:
        """Whether somebody would know what to do with the turn, said as a command."""
        return await self._understood(turn.text, await self._ready(turn.language), turn, names)

    async def _understood(self, command: str, readers: Readers, turn: Turn, names: Names) -> bool:
        """The same for a command within the turn, for later."""
        if set_off(command, turn.language, names.routines) or readers.understands(command, turn, names):
            return True
        alone = replace(turn, text=command, earlier=(), asked=())
        return await self._further.knows(readers, alone, names)

    def is_about_a_home(self, turn: Turn) -> bool:
        """Whether only a home could do or answer it, as far as the words alone tell."""
        text = sentence(turn.text, turn.language)
        return is_about_a_home(self.readers(turn.language).apart(text, Names())[0])

    def read(self, turn: Turn, names: Names) -> Meaning | None:
        """What the readers alone make of it, without a model; builds those of its language first."""
        return self.readers(turn.language).read(turn, self._borrowed.names(names, turn.language))


def _replied(turn: Turn, names: Names) -> Meaning | None:
    """The reply to a choice, or to whatever was asked where it only asks back."""
    return asked_why(turn) or set_against(turn) or chosen(turn, names)


def _alone(turn: Turn) -> Turn:
    """The turn as if nothing had been done or asked before."""
    return replace(turn, earlier=(), before=(), asked=())


def _of_what_was_asked(turn: Turn) -> Turn:
    """The turn behind a question of one thing as if that had been done: "it" is what was asked about."""
    asked = turn.asked[0] if len(turn.asked) == 1 and not turn.offered else None
    if asked is None or not asked.tool.startswith("home.") or not _IT.search(turn.text):
        return turn
    return replace(turn, earlier=(asked,), undo=(), changed=())
