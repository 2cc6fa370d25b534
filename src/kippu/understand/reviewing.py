"""What is still changed in a meaning once it is read: what the whole sentence, its kind or the home says
against a call that the readers made of its words.

Each look is a room's own; here stands their order alone.
"""

from collections.abc import Callable

from kippu.names import Names
from kippu.turn import Meaning, Turn
from kippu.understand.cues import Frame
from kippu.understand.fitting import is_homes
from kippu.understand.later.because import without_reason
from kippu.understand.later.on_that_day import on_that_day
from kippu.understand.later.reminded_of import reminded_of
from kippu.understand.later.rhythm import once
from kippu.understand.mending.turns_before import with_the_turns_before
from kippu.understand.outright.all_of_them import all_of_them, some_of_them
from kippu.understand.outright.item_or_event import asked_if_listed, asked_where
from kippu.understand.outright.no_more import told_how_many
from kippu.understand.outright.only_asked import only_asked
from kippu.understand.outright.only_stated import asked_if_stated
from kippu.understand.outright.other_state import as_it_can_be
from kippu.understand.outright.robots import beyond_a_robot
from kippu.understand.outright.unmeant import asked_first
from kippu.understand.outright.went_off import went_off
from kippu.understand.spelled import as_spelled
from kippu.understand.text import is_question, sentence, tidy
from kippu.understand.that_one import that_one


def reviewed(meaning: Meaning, turn: Turn, names: Names, apart: Callable[[], Frame]) -> Meaning:
    """The meaning as it is carried out. ``apart`` takes the sentence apart, which costs a millisecond."""
    text = tidy(turn.text)
    spoken = with_the_turns_before(sentence(turn.text, turn.language), turn, names)
    meaning = on_that_day(reminded_of(without_reason(meaning), spoken, names), turn)
    meaning = some_of_them(all_of_them(once(meaning, turn, names), text, turn), text)
    meaning = that_one(meaning, turn)
    if is_homes(meaning) and not turn.asked:
        meaning = told_how_many(meaning, apart(), turn.language, names)
    if turn.earlier:
        meaning = as_it_can_be(meaning, names)
    if not turn.asked:
        meaning = beyond_a_robot(meaning, text, turn.language, names)
    if turn.language == "ja" and is_question(turn.text) and turn.origin != "plan" and not turn.asked:
        meaning = only_asked(meaning, spoken.text, apart())
    if turn.language == "en" and turn.origin != "plan" and not turn.asked:
        meaning = as_spelled(went_off(meaning, turn.text, names), text)
        meaning = asked_where(asked_if_stated(meaning, text, names), text)
        meaning = asked_if_listed(meaning, turn)
    return asked_first(meaning, text, turn.language, names)
