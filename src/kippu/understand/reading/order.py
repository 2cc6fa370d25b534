"""Who reads a sentence, in which order: the first that takes it says what it means.

The order is meaning. Each reader may rely on those above it having passed, so where two could take the same
words, the one that explains more of them stands higher.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

from kippu.names import Names
from kippu.regex import regex
from kippu.turn import Call, Language, Meaning, Turn
from kippu.understand.cues import Cues, Frame, Index
from kippu.understand.fitting import named
from kippu.understand.later.too_often import too_often
from kippu.understand.looking_back import looking_back
from kippu.understand.one_by_one import each_by_itself, with_time, with_times
from kippu.understand.outright.honest import truly
from kippu.understand.phrases.drawable import is_picture
from kippu.understand.phrases.idioms import is_figure
from kippu.understand.reading.all_of_it import all_of_it
from kippu.understand.reading.another_order import takes_another
from kippu.understand.reading.blowing import blowing
from kippu.understand.reading.both import both
from kippu.understand.reading.by_cues import all_but_some, surely, unclear_exception, unsurely
from kippu.understand.reading.by_template import by_template
from kippu.understand.reading.command import all_that_can_be, command, several, several_but_one
from kippu.understand.reading.compared import compared
from kippu.understand.reading.later import (
    again_or_for_a_while,
    all_that_can_be_later,
    each_at_its_time,
    not_any_more,
    once_later,
    rings_or_acts,
)
from kippu.understand.reading.named_alone import named_alone
from kippu.understand.reading.no_such_appliance import no_such_appliance
from kippu.understand.reading.not_wanted import not_wanted
from kippu.understand.reading.one_of_them import one_of_them
from kippu.understand.reading.overreach import is_too_much
from kippu.understand.reading.planned_now import done_now
from kippu.understand.reading.reached_at import reached_at
from kippu.understand.reading.reply import part_asked_for, replied, replied_at_once
from kippu.understand.reading.said import Said
from kippu.understand.reading.sequel import sequel
from kippu.understand.reading.skipping import skipping
from kippu.understand.reading.spoken_of import only_changed
from kippu.understand.reading.sure import fixed
from kippu.understand.reading.two_rooms import two_rooms
from kippu.understand.reading.which_ones import which_ones
from kippu.understand.reading.woken import with_its_plans
from kippu.understand.text import sentence

Reader = Callable[[Said], Meaning | None]


def _figure_of_speech(said: Said) -> Meaning | None:
    """Words of a home that ask for nothing there: "turn on the charm"."""
    drawn = is_picture(said.text, said.language)
    if drawn or not is_figure(said.text, said.language, lambda: said.frame):
        return None
    return Meaning("talk", 0.8)


def _too_often(said: Said) -> Meaning | None:
    """What shall ring in a rhythm that nothing here keeps."""
    return too_often(said.text, said.language)


def _together(said: Said) -> Meaning | None:
    """What is said together for several: "set a timer for 5 minutes and one for 10"."""
    apart = each_by_itself(said.text, said.language, said.is_switched) != said.text
    if not apart and not takes_another(said.led, said.text, said.language):
        return None
    return each_at_its_time(said) or several(said, said.text)


def _row(said: Said) -> Meaning | None:
    """Several commands."""
    return several(said, said.text)


_ONTO_IT = regex(
    r"(?:please |and |also )*add (?!(?:it|that|this|them)\b).+ (?:to|on|onto) (?:it|that one)", re.IGNORECASE
)


def _onto_nothing(said: Said) -> Meaning | None:
    """What shall be added "to it", where nothing was spoken of that it could be."""
    if said.language == "ja" or said.turn.asked or not _ONTO_IT.fullmatch(said.text):
        return None
    return fixed("about.unfinished")


def _honestly(said: Said) -> Meaning | None:
    """What a model would only claim to have done."""
    return truly(said.text, said.is_question, said.language, said.frame, said.reading)


ORDER: tuple[Reader, ...] = (
    reached_at,  # else a contact alone
    replied_at_once,  # while a question is open, "yes" and "the second one" are its answer
    with_its_plans,
    done_now,
    all_of_it,  # else it is the whole home
    both,
    one_of_them,
    no_such_appliance,
    blowing,
    which_ones,
    not_wanted,
    two_rooms,  # else one of them is told of, or made warmer
    compared,  # else a level to be set
    skipping,  # else what comes again is set anew, or taken away for good
    sequel,  # "more": no command without the one before
    _figure_of_speech,
    _too_often,  # else once
    _together,
    _onto_nothing,
    by_template,
    part_asked_for,
    not_any_more,
    all_but_some,
    each_at_its_time,
    _row,
    several_but_one,
    unclear_exception,
    all_that_can_be_later,
    again_or_for_a_while,
    replied,
    named_alone,
    _honestly,
    all_that_can_be,  # else one command would be made of both
    surely,
    once_later,
    unsurely,  # nothing else takes it: it is asked about
)


_HALF_KNOWN = 0.6
"""Confidence below which a word that nobody knows may be the very thing that is meant."""


class Readers:
    """The readers of one language, over the templates of the skills and the words of a home."""

    def __init__(self, language: Language, folders: Sequence[Path]) -> None:
        from kippu.understand.templates import Templates  # noqa: PLC0415  # no start waits for hassil

        self._language = language
        self.templates = Templates(language, folders)
        self._cues = Cues(language)

    def read(self, turn: Turn, names: Names) -> Meaning | None:
        """The meaning, or None when it is left to the model or to talk."""
        turn = replace(turn, asked=tuple(named(call, names) for call in turn.asked))
        text = sentence(turn.text, turn.language)
        timed, plain = with_times(text, turn.language, turn.at), with_time(text)
        meaning = self._meaning(timed, turn, names)
        if turn.language == "ja" and timed != plain and not rings_or_acts(meaning, turn.language, turn.at):
            return self._meaning(plain, turn, names)
        return meaning

    def _meaning(self, text: str, turn: Turn, names: Names) -> Meaning | None:
        said = self._said(text, turn, names)
        if back := looking_back(said.text, turn, names, self._cues, said.call):
            return back
        said = said.having(only_changed(turn, said.frame, names))
        return next((meaning for reader in ORDER if (meaning := reader(said))), None)

    def understands(self, text: str, turn: Turn, names: Names) -> bool:
        """Whether a command by itself is read as one, sure or not."""
        said = self._said(sentence(text, self._language), turn, names)
        found = command(said, said.text)
        named = found is None or not found.unknown or found.confidence >= _HALF_KNOWN
        return bool((found and named) or several(said, said.text))

    def alone(self, text: str, turn: Turn, names: Names) -> Call | None:
        """What the templates take a sentence for, whatever was said before it."""
        match = self.templates.read(text, names, turn.at, turn.here)
        return match.call if match else None

    def takes_too_much(self, call: Call, text: str, names: Names) -> bool:
        """Whether a call that others read out of a sentence has words in it that are none of its own."""

        def apart(part: str) -> Frame:
            return self._cues.apart(part, names)

        return is_too_much(call, sentence(text, self._language), self._language, apart)

    def apart(self, text: str, names: Names) -> tuple[Frame, Index]:
        """The sentence taken apart, for the model's choice."""
        return self._cues.apart(text, names), self._cues.index(names)

    def _said(self, text: str, turn: Turn, names: Names) -> Said:
        return Said(text, turn, names, self.templates, self._cues)
