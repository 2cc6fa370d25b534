"""What a Japanese sentence means once it is written instead of spoken, or once only the clause that asks is
left of it. Knows the readers by one function.
"""

from collections.abc import Callable
from dataclasses import replace

from kippu.turn import Meaning, Turn
from kippu.understand.colloquial import written
from kippu.understand.dialect import standard, without_asides
from kippu.understand.text import sentence

Read = Callable[[Turn], Meaning | None]


def plainer(turn: Turn, read: Read) -> Meaning | None:
    """What the readers make of the nearest way to write it that they take; English is written as it is."""
    for way in written(sentence(turn.text, "ja")) if turn.language == "ja" else ():
        if found := read(replace(turn, text=way)):
            return found
    return None


def asked(turn: Turn, read: Read) -> Meaning | None:
    """What a template makes of the one clause that asks, where the others say why: their words are cues for
    nothing."""
    for clause in without_asides(standard(sentence(turn.text, "ja"))) if turn.language == "ja" else ():
        found = read(replace(turn, text=clause))
        if found and found.by == "template" and found.calls:
            return found
    return None
