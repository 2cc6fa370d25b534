"""What of a conversation a model of this device reads: talk and commands are one history.

A small model loses the thread in a long one, so of commands it reads the last as it was said, and of those
before only what came of them. Knows no model but by its languages.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

from kippu.run.readable import language_of, readable
from kippu.run.sourced import bare
from kippu.turn import Message

_TALK = 6
"""Lines of talk that a model of the smallest rung reads: with more it says them over again."""
_DEEDS = 600
"""Characters of what came of earlier commands, at most: about ten commands, and half a second of reading for
the 135M model on two cores."""


@dataclass(frozen=True, slots=True)
class Remembered:
    """What a model is given to read of the conversation."""

    lines: list[Message]
    left_out: bool
    """True where the oldest turns are missing."""
    unread: bool
    """True where the turn just before is missing, since the model doesn't read its language."""


def remembered(history: Sequence[Message], languages: Collection[str], small: bool) -> Remembered:
    """Of ``history``, what a model of these languages reads; a ``small`` one only the newest."""
    read = readable(history, languages)
    newest = history[-1:]
    unread = any(not line.done for line in newest) and list(newest) != read[-1:]
    whole = [replace(line, text=bare(line.text)) for line in read]
    if not small:
        return Remembered(whole, False, unread)
    talk = [number for number, line in enumerate(whole) if not line.done]
    commands = [number for number, line in enumerate(whole) if line.done]
    *before, last = [number for number in commands if whole[number].role == "assistant"] or [-1]
    deeds, all_told = _newest([whole[number].text for number in before if whole[number].plainly])
    told = [number for number in commands if number >= last - 1]
    lines = {number: whole[number] for number in sorted(talk[-_TALK:] + told)}
    if deeds:
        lines[last] = _with(lines[last], deeds)
    return Remembered(list(lines.values()), len(talk) > _TALK or not all_told, unread)


def _newest(texts: Sequence[str]) -> tuple[list[str], bool]:
    """As many of the last ones as there is room for, and whether that is all of them."""
    room = _DEEDS
    for number in range(len(texts) - 1, -1, -1):
        room -= len(texts[number])
        if room < 0:
            return list(texts[number + 1 :]), False
    return list(texts), True


def _with(line: Message, deeds: Sequence[str]) -> Message:
    """What came of the last command, and before it: one line, for a small model that has read many commands
    and short answers goes on in short answers."""
    earlier = "その前:" if language_of(line.text) == "ja" else "Earlier:"
    return replace(line, text="\n".join((line.text, earlier, *deeds)))
