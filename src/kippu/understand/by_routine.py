"""What the routines make of a turn: those that the person taught before anything else is read, those that a
layer brings where nobody took it for an order."""

import asyncio
import re
from collections.abc import Awaitable, Callable
from dataclasses import replace

from kippu.names import Names
from kippu.regex import regex
from kippu.turn import Meaning, Turn
from kippu.understand.reading import TEMPLATE
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

_LONGEST_LESSON = 400
"""Letters of a sentence that may set off a routine or teach one: more is a text, which anybody may have
written."""
_LONGEST_LIKE = 80
"""Letters of a sentence that may be a routine's saying in other words."""
_OF_ROUTINES = regex(
    r"\broutine\b|^forget\b|ルーティン|ルーチン|忘れて|^what (?:does|will) .+ do\b|何(?:を)?する",
    re.IGNORECASE,
)


class ByRoutine:
    """Hears sayings and lessons."""

    def __init__(
        self,
        understand: Callable[[Turn, Names], Awaitable[Meaning]],
        knows: Callable[[Turn, Names], Awaitable[bool]],
        likeness: Likeness | None,
    ) -> None:
        """``understand`` tells what a command means, ``knows`` whether anybody would know what to do with
        one; without ``likeness`` nothing is heard that is only like a saying."""
        self._understand = understand
        self._knows = knows
        self._likeness = likeness

    async def first(self, turn: Turn, names: Names) -> Meaning | None:
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
        return await self._learnt(turn, names)

    async def _learnt(self, turn: Turn, names: Names) -> Meaning | None:
        taught = lesson(turn.text, turn.language)
        if taught is None:
            return None
        bare = replace(names, routines=())

        async def knows(command: str) -> bool:
            return await self._knows(replace(by_itself(turn), text=command), bare)

        return await learnt(taught, turn.language, names, self._alone(turn, names), knows)

    async def last(self, turn: Turn, names: Names, meaning: Meaning) -> Meaning:
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
        return (await self._alike(turn, names) if open_yet else None) or meaning

    async def _alike(self, turn: Turn, names: Names) -> Meaning | None:
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
        return lambda command: self._understand(replace(by_itself(turn), text=command), bare)


def by_itself(turn: Turn) -> Turn:
    """The turn as if nothing had been said before it."""
    return Turn(
        turn.text, turn.language, turn.at, turn.conversation, turn.id, here=turn.here, origin=turn.origin
    )
