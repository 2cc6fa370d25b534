"""Talk with layers: what their documents say is quoted, or a model writes from it; or it is not known.

A small model that is asked what it can't know makes something up, so where documents are to answer and have
nothing, no model is asked at all. Knows how one such turn is answered; which layers it has was decided
before.
"""

import asyncio
from collections.abc import AsyncGenerator
from contextlib import aclosing
from functools import partial

from kippu.events import Events
from kippu.layers import Layers, Lesson, unknown
from kippu.run.pieces import Piece
from kippu.run.sourced import named
from kippu.run.talk import Talk
from kippu.turn import Placement, Turn


class Taught:
    """Answers placed turns that have layers."""

    def __init__(self, layers: Layers, talk: Talk, events: Events) -> None:
        """``events`` hear, as ``reading``, how far a layer is that is read for the first time."""
        self._layers = layers
        self._talk = talk
        self._events = events

    async def talk(self, turn: Turn, placement: Placement) -> AsyncGenerator[Piece, None]:
        """The answer as it comes, with a Source for each document that it is taken from."""
        loop = asyncio.get_running_loop()

        def told(done: int, of: int) -> None:
            news = partial(self._events.send, "reading", conversation=turn.conversation, done=done, of=of)
            loop.call_soon_threadsafe(news)

        lesson = await asyncio.to_thread(self._layers.lesson, placement.layers, turn.text, told)
        async with aclosing(answer(lesson, self._talk, turn, placement)) as pieces:
            async for piece in pieces:
                yield piece


async def answer(lesson: Lesson, talk: Talk, turn: Turn, placement: Placement) -> AsyncGenerator[Piece, None]:
    """The answer of one lesson; ``talk`` writes where it does not quote."""
    if lesson.looks and not lesson.found:
        yield unknown(lesson.title, turn.language)
        return
    for source in (*lesson.sources, *lesson.skill):
        yield source
    if lesson.quotes:
        yield lesson.found[0].text
    else:
        async with aclosing(talk.talk(turn, placement, lesson=lesson)) as pieces:
            async for piece in pieces:
                yield piece
    if lesson.sources:
        yield named(lesson.sources)
