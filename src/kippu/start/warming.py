"""Reads a few sentences before the person says one, so that theirs finds everything parsed and loaded."""

import asyncio
import contextlib
import threading
from collections.abc import Awaitable, Callable, Iterable, Iterator
from datetime import datetime

from kippu.errors import RecordError
from kippu.guard import Inspecting
from kippu.names import Names
from kippu.regex import compiling
from kippu.tool import Tool
from kippu.turn import Language, Turn
from kippu.understand import Understanding
from kippu.understand.free import Free
from kippu.understand.sequels import Sequels

_PATIENCE_SECONDS = 1.0
"""How long it waits if nobody says a sentence before: the first page goes first."""
_PAUSE_SECONDS = 0.01
"""Between two sentences: whoever says one meanwhile goes first."""
_SENTENCES: dict[Language, tuple[str, ...]] = {
    "en": (
        "turn on the light",
        "set the brightness to 30 percent",
        "lock the door",
        "set the thermostat to 21 degrees",
        "open the blinds",
        "what's the temperature in the kitchen",
        "pause the music",
        "start the vacuum",
        "make the lamp blue",
        "set a timer for five minutes",
    ),
    "ja": (
        "電気をつけて",
        "明るさを30%にして",
        "鍵を閉めて",
        "エアコンを21度にして",
        "カーテンを開けて",
        "キッチンは何度",
        "音楽を止めて",
        "掃除機を動かして",
        "ランプを青くして",
        "5分のタイマーをかけて",
    ),
}
_SWITCHED: dict[Language, str] = {"en": "turn on the {}", "ja": "{}をつけて"}
_AT_ONCE = 20
"""Templates, or patterns, between two pauses."""
_NAMES = 40
"""Of so many things of the home at most a sentence with their name is read."""


async def warm(
    understanding: Understanding,
    free: Free,
    sequels: Sequels,
    inspecting: Inspecting,
    tools: Iterable[Tool],
    names: Callable[[], Awaitable[Names]],
    answering: Callable[[], bool],
) -> None:
    """Read them first without a home, which takes longest, and again with the names of this one.

    Nothing is read while ``answering``: what somebody waits for goes first.
    """
    await asyncio.sleep(_PATIENCE_SECONDS)
    await _apart(_read(understanding, inspecting, Names()), answering)
    there = await names()
    await _apart(_read(understanding, inspecting, there), answering)
    await _apart(_hear(free, sequels), answering)
    await _apart(_know(tools), answering)
    await _apart(_parse(understanding), answering)
    await _apart(_compile(), answering)


def _read(understanding: Understanding, inspecting: Inspecting, names: Names) -> Iterator[None]:
    for language, sentences in _SENTENCES.items():
        called = [_SWITCHED[language].format(thing.name) for thing in names.things[:_NAMES]]
        for text in (*sentences, *called):
            turn = Turn(text, language, datetime.now().astimezone(), "", "")
            understanding.read(turn, names)
            inspecting.inspect(turn)
            inspecting.about(turn)
            yield


def _know(tools: Iterable[Tool]) -> Iterator[None]:
    """Every tool's arguments: what checks them is made at the first use."""
    for tool in tools:
        _ = tool.schema  # kept by the tool
        yield


def _hear(free: Free, sequels: Sequels) -> Iterator[None]:
    said = Turn("it is dark in here", "en", datetime.now().astimezone(), "", "")
    free.hear(said)
    yield
    sequels.hear(said, "light")
    yield


def _parse(understanding: Understanding) -> Iterator[None]:
    """All templates that none of these sentences needed."""
    for language in _SENTENCES:
        for count, _ in enumerate(understanding.parse(language)):
            if count % _AT_ONCE == 0:
                yield


def _compile() -> Iterator[None]:
    """All patterns that none of these sentences needed."""
    for count, _ in enumerate(compiling()):
        if count % _AT_ONCE == 0:
            yield


async def _apart(steps: Iterator[None], answering: Callable[[], bool]) -> None:
    """Take them in a thread, with a pause before each; the end of the program waits for one step at most.

    It has to wait: a thread that Python cuts off inside a model's C++ takes the whole process down.
    """
    ended = threading.Event()

    def run() -> None:
        with contextlib.suppress(RecordError):  # Kippu has ended meanwhile
            while not ended.wait(_PAUSE_SECONDS):
                if not answering() and next(steps, ended) is ended:
                    break

    try:
        await asyncio.to_thread(run)
    finally:
        ended.set()
