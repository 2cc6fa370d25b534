"""What a sentence says of things done before: take them back, put them right, go on, ask after them.

Read first of all, for a template would take the words for a new command. Knows the turn; runs nothing.
"""

from collections.abc import Callable
from dataclasses import replace

from kippu.names import Names
from kippu.turn import Call, Deed, Meaning, Turn
from kippu.understand.cues import Cues, Reading
from kippu.understand.fitting import named
from kippu.understand.follow import taking_back
from kippu.understand.looking_back.afterwards import afterwards, asks_after_a_deed
from kippu.understand.looking_back.continuing import continued
from kippu.understand.looking_back.contradicted import contradicted
from kippu.understand.looking_back.happened import happened
from kippu.understand.looking_back.left_out_of_it import left_out_of_it
from kippu.understand.looking_back.remembered import remembered
from kippu.understand.looking_back.retargeting import retargeted, taken_off_instead
from kippu.understand.text import is_question

_SURE = 0.97
"""No other reader knows better."""


def looking_back(
    text: str, turn: Turn, names: Names, cues: Cues, read: Callable[[str], Call | None]
) -> Meaning | None:
    """What it asks for; None where it looks back on nothing.

    ``text`` as ``text.sentence`` gives it; ``read``: what the templates take a sentence for.
    """
    language, question = turn.language, is_question(turn.text)
    if back := taking_back(text, language, turn.earlier, _named(turn.deed, names)):
        return Meaning("cues", _SURE, back)
    if asked := happened(text, question, language, turn.at, _reads(cues, names, turn)):
        return Meaning("cues", _SURE, asked)
    if told_of := remembered(text, language, turn.at, read):
        return Meaning("cues", _SURE, (told_of,))
    if turn.asked:
        vain = turn.asked == turn.earlier and not turn.offered and language == "ja"
        right = taken_off_instead(text, turn, cues.apart(text, names)) if vain else ()
        return Meaning("cues", _SURE, right) if right else None
    if spared := left_out_of_it(text, turn, names, cues):
        return Meaning("cues", _SURE, spared)
    if right := retargeted(text, turn, names, cues):
        return Meaning("cues", _SURE, right)
    if going_on := continued(text, language, turn.earlier, turn.at, read):
        return Meaning("cues", _SURE, (going_on,))
    if again := contradicted(text, turn, names, _reads(cues, names, turn)):
        return Meaning("cues", _SURE, again)
    if told := afterwards(text, question, language, turn.earlier):
        return Meaning("cues", _SURE, told)
    if not turn.earlier and asks_after_a_deed(text, question, language):
        return Meaning("cues", _SURE, (Call("about.nothing_done"),))
    return None


def _reads(cues: Cues, names: Names, turn: Turn) -> Callable[[str], Reading | None]:
    return lambda said: cues.read(said, names, turn.here)


def _named(deed: Deed | None, names: Names) -> Deed | None:
    """The same with the names of things for their ids."""
    return deed and replace(deed, undo=tuple(tuple(named(call, names) for call in way) for way in deed.undo))
