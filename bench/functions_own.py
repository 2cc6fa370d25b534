"""Free speech for Kippu's own tools: requests of the public sets that were kept aside and that no sentence
template takes, read by Kippu and by chat models.

A model stands for itself (``alone``: all tools in its prompt, its answer held to one call by the tools' JSON
schemas, as in ``understand_models.py``) and in the step that asks it (``step``: what the readers without the
layer leave goes to it). Judged as ``understand.py`` judges; ``meant`` counts what was only proposed, too:
that step asks before it does anything.
"""

import asyncio
import time
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import asdict, replace
from datetime import datetime
from pathlib import Path
from typing import Any
from zlib import crc32

from rich.progress import track

from kippu.engines import Llama
from kippu.start import Kippu
from kippu.turn import Meaning, Turn
from kippu.understand import Guess, Understanding
from understand import Row, folded, is_kept_aside, over, read, takes_of, trained_on, verdict_of
from understand_home import home
from understand_models import CONTEXT, Alone

_EACH = 800
"""Sentences of each file that is kept aside, in which requests are looked for."""
Keep = Callable[[str, str, dict[str, Any]], None]
Known = Mapping[tuple[str, str], dict[str, Any]]
"""Answers by who gave them and to what."""


async def requests(kippu: Kippu, data: Path, limit: int) -> list[Row]:
    """So many of the requests found, mixed always in the same way."""
    rows = list(read(data))
    trained = trained_on(rows)
    found: list[Row] = []
    for source in sorted({row.source for row in rows if is_kept_aside(row.source)}):
        of_it = [row for row in rows if row.source == source and folded(row.text) not in trained]
        spread = of_it[:: max(1, len(of_it) // _EACH)]
        judged = await over(kippu.understanding, spread, 200, None, takes_of(kippu))
        found += [row for row, verdict, _ in judged if verdict.free]
    return sorted(found, key=lambda row: crc32(row.text.encode()))[:limit]


async def readings(
    kippu: Kippu, rows: Sequence[Row], models: Mapping[str, Path], known: Known, keep: Keep
) -> None:
    """Have every row read by everybody; ``known`` is not asked again, ``keep`` takes what is new."""
    reader = _Reader(kippu, rows, known, keep)
    await reader.read("Kippu", reader.by(kippu.understanding))
    sentences = [skill.sentences for skill in kippu.skills if skill.sentences]
    for model, file in models.items():
        guess = Guess(kippu.loader.use, lambda model=model: model, kippu.skills)
        await reader.read(f"{model} step", reader.by(Understanding(sentences, guess)))
        await reader.alone(model, file)


class _Reader:
    def __init__(self, kippu: Kippu, rows: Sequence[Row], known: Known, keep: Keep) -> None:
        self._kippu, self._rows, self._known, self._keep = kippu, rows, known, keep
        self._names, self._now = home(), datetime.now().astimezone()

    def by(self, understanding: Understanding) -> Callable[[str], Awaitable[tuple[Meaning, int]]]:
        async def read(text: str) -> tuple[Meaning, int]:
            turn = Turn(text, "en", self._now, "bench", "t")
            return await understanding.understand(turn, self._names), 0

        return read

    async def read(self, way: str, ask: Callable[[str], Awaitable[tuple[Meaning, int]]]) -> None:
        left = [row for row in self._rows if (way, row.text) not in self._known]
        takes = takes_of(self._kippu)
        if left:
            await ask(left[0].text)  # what is read once is no sentence's time
        for row in track(left, description=way, transient=True):
            begun = time.perf_counter()
            meaning, written = await ask(row.text)
            took = 1000 * (time.perf_counter() - begun)
            done = verdict_of(meaning, row, self._now, self._names, takes)
            meant = replace(meaning, calls=meaning.calls or meaning.proposed, question="", proposed=())
            said = verdict_of(meant, row, self._now, self._names, takes)
            answer = asdict(done) | {"meant": said.exact, "written": written, "ms": round(took, 1)}
            self._keep(way, row.text, answer)

    async def alone(self, model: str, file: Path) -> None:
        way = f"{model} alone"
        if all((way, row.text) in self._known for row in self._rows):
            return
        tools = {tool.name: tool for skill in self._kippu.skills for tool in skill.tools}
        cache = self._kippu.settings.data / "beginnings"
        llama = await asyncio.to_thread(Llama, file, context=CONTEXT, slots=1, cache=cache)
        try:
            asking = Alone(llama, tools, tuple(room.name for room in self._names.rooms))
            await asking.first()
            await self.read(way, lambda text: asking.call(text, self._now))
        finally:
            await llama.close()
