"""What of a conversation a model of this device reads: talk and commands, one history, as it was said.

Where that outgrows the model's context, the oldest turns are left out, several at once: what stands before
the newest turn is then the same from turn to turn, and is not read again. Knows no model but by its languages
and its context.
"""

import math
from collections.abc import Awaitable, Callable, Collection, Sequence
from dataclasses import dataclass, replace

from kippu.run.readable import readable
from kippu.run.sourced import bare
from kippu.turn import Message

FRAME = 16
"""Bytes that a message takes beside its own, at most (a token has at least one)."""
_STEPS = 4
"""Parts of the context that are left out at once."""


@dataclass(frozen=True, slots=True)
class Remembered:
    """What a model is given to read of the conversation."""

    lines: list[Message]
    unread: bool
    """True where the turn just before is missing, since the model doesn't read its language."""


def remembered(history: Sequence[Message], languages: Collection[str]) -> Remembered:
    """Of ``history``, what a model of these languages reads."""
    read = readable(history, languages)
    newest = history[-1:]
    unread = any(not line.done for line in newest) and list(newest) != read[-1:]
    return Remembered([replace(line, text=bare(line.text)) for line in read], unread)


Count = Callable[[Sequence[Message]], Awaitable[int]]
"""Tokens of the whole prompt with these lines."""


async def fitting(lines: Sequence[Message], beside: int, room: int, count: Count) -> list[Message]:
    """As many of the newest lines as there is ``room`` for, in tokens, and all of a program's instructions.

    ``beside``: bytes of what else is in the prompt. Tokens are counted only where it may not fit.
    """
    sizes = [len(line.text.encode()) + FRAME for line in lines]
    if not lines or sum(sizes) + beside <= room:  # a token has at least one byte
        return list(lines)
    tokens = await count(lines)
    cut = _cut(lines, sizes, tokens - room, tokens / (sum(sizes) + beside), room)
    while cut < len(lines) and cut and await count(_without(lines, cut)) > room:
        cut = _next_turn(lines, cut + 1)
    return _without(lines, cut)


def _cut(lines: Sequence[Message], sizes: Sequence[int], over: float, each: float, room: int) -> int:
    """Where the lines begin that are read, when there are so many tokens too many, ``each`` of a byte."""
    if over <= 0:
        return 0
    step = max(1.0, room / _STEPS)
    left, at = math.ceil(over / step) * step / each, 0
    while at < len(lines) and left > 0:
        left -= sizes[at]
        at += 1
    return _next_turn(lines, at)


def _next_turn(lines: Sequence[Message], at: int) -> int:
    """From there on the first line of a turn."""
    return next((n for n in range(at, len(lines)) if lines[n].role == "user"), len(lines))


def _without(lines: Sequence[Message], cut: int) -> list[Message]:
    return [line for at, line in enumerate(lines) if at >= cut or line.role == "system"]
