"""What chat models alone make of the sentences that ``bench/understand.py`` scores, beside the whole step.

    python bench/understand_models.py --model FILE [FILE …] [--data FOLDER] [--limit N]

Each model reads all tools once, as a line each with what they take, and a sentence at a time; its answer is
held by a grammar to one call as JSON: a tool with the arguments of its schema, or that it is talk. Its call
is judged as the step's is (``understand_judging.py``), over the same sentences in a home of the same names.
Times are from the sentence to the call, warm: the tools are read before. ``tokens`` counts what was written.
"""

import argparse
import asyncio
import json
import tempfile
import time
from contextlib import aclosing
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.progress import track
from rich.table import Table

from kippu.engines import Llama
from kippu.names import Names
from kippu.settings import Settings
from kippu.start import running
from kippu.tool import Tool
from kippu.turn import Call, Meaning
from understand import Row, over, read, takes_of, verdict_of
from understand_figures import figures
from understand_home import home
from understand_judging import TALK, Verdict
from understand_times import Takes

CONTEXT = 8192
_SURE = 1.0
"""A model that only writes does not say how sure it is."""


@dataclass(frozen=True)
class Alone:
    """A model that is asked for a call."""

    llama: Llama
    tools: dict[str, Tool]
    rooms: tuple[str, ...]

    async def first(self) -> None:
        """Read the tools, once."""
        await self.llama.remember([self._system()])

    async def call(self, text: str, now: datetime) -> tuple[Meaning, int]:
        """What it makes of a sentence, and how many tokens it wrote."""
        request = {
            "messages": [
                self._system(),
                {"role": "user", "content": f"It is {now:%A, %Y-%m-%d %H:%M}. {text}"},
            ],
            "grammar": _grammar(self.tools),
            "max_tokens": 120,
            "temperature": 0,
        }
        said, written = "", 0
        async with aclosing(self.llama.chat(request)) as chunks:
            async for chunk in chunks:
                piece = "".join(one["delta"].get("content") or "" for one in chunk["choices"])
                said, written = said + piece, written + bool(piece)
        return self._meaning(said), written

    def _system(self) -> dict[str, str]:
        listed = "\n".join(
            f"{tool.name}({', '.join(tool.schema['properties'])}): {tool.description}"
            for tool in self.tools.values()
        )
        return {
            "role": "system",
            "content": "Choose the tool that the person wants, and what it takes, as JSON. "
            f'Anything else is {{"tool":"{TALK}"}}.\nRooms: {", ".join(self.rooms)}\n{listed}',
        }

    def _meaning(self, said: str) -> Meaning:
        try:
            made = json.loads(said)
        except ValueError:  # cut off at its end
            return Meaning("model", 0.0)
        if made["tool"] == TALK:
            return Meaning("model", _SURE)
        return Meaning("model", _SURE, (Call(made["tool"], made.get("arguments", {})),))


def _grammar(tools: dict[str, Tool]) -> str:
    """One call, and nothing around it. What all tools share under ``$defs`` is named once."""
    shared: dict[str, Any] = {}
    calls: list[dict[str, Any]] = [{"properties": {"tool": {"const": TALK}}, "required": ["tool"]}]
    for tool in tools.values():
        schema = dict(tool.schema)
        shared |= schema.pop("$defs", {})
        properties = {"tool": {"const": tool.name}, "arguments": schema}
        calls.append({"properties": properties, "required": ["tool", "arguments"]})
    calls = [one | {"type": "object", "additionalProperties": False} for one in calls]
    whole = {"anyOf": calls, "$defs": shared, "x-guidance": {"whitespace_flexible": False}}
    return "%llguidance {}\nstart: %json " + json.dumps(whole)


async def alone(
    file: Path, tools: dict[str, Tool], takes: Takes, rows: list[Row], names: Names, cache: Path
) -> tuple[list[Verdict], list[float], float]:
    """What a model makes of each row, its times in milliseconds, and tokens written in the mean."""
    llama = await asyncio.to_thread(Llama, file, context=CONTEXT, slots=1, cache=cache)
    model = Alone(llama, tools, tuple(room.name for room in names.rooms))
    now = datetime.now().astimezone()
    verdicts, times, tokens = [], [], 0
    try:
        await model.first()
        await model.call(rows[0].text, now)
        for row in track(rows, description=file.stem, transient=True):
            begun = time.perf_counter()
            meaning, written = await model.call(row.text, now)
            times.append(1000 * (time.perf_counter() - begun))
            tokens += written
            verdicts.append(verdict_of(meaning, row, now, names, takes))
    finally:
        await llama.close()
    return verdicts, times, tokens / len(rows)


def spread(data: Path, limit: int) -> list[Row]:
    """So many sentences of each file, spread evenly over it."""
    by_source: dict[str, list[Row]] = {}
    for row in read(data):
        by_source.setdefault(row.source, []).append(row)
    return [row for rows in by_source.values() for row in rows[:: max(1, len(rows) // limit)][:limit]]


async def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    here = Path(__file__).parent.parent
    parser.add_argument("--data", type=Path, default=here.parent / "shared" / "data" / "commands")
    parser.add_argument("--limit", type=int, default=20, help="sentences of each file")
    parser.add_argument("--model", type=Path, nargs="+", required=True)
    options = parser.parse_args()
    rows, names = spread(options.data, options.limit), home()
    table = Table("", "exact", "wrong", "talk or tool", "free exact", "p50 ms", "p95 ms", "tokens")
    result: dict[str, Any] = {}
    with tempfile.TemporaryDirectory() as folder:
        async with running(Settings(data=Path(folder))) as kippu:
            tools = {tool.name: tool for skill in kippu.skills for tool in skill.tools}
            takes = takes_of(kippu)
            await over(kippu.understanding, rows[:20], 200, None, takes)
            judged = await over(kippu.understanding, rows, 200, None, takes)
        result["kippu"] = figures([verdict for _, verdict, _ in judged], [took for _, _, took in judged])
        free = [verdict.free for _, verdict, _ in judged]
        for file in options.model:
            verdicts, times, tokens = await alone(file, tools, takes, rows, names, Path(folder))
            found = figures(verdicts, times)
            of_free = [one.exact for one, was in zip(verdicts, free, strict=True) if was]
            found["free_exact"] = round(sum(of_free) / max(len(of_free), 1), 4)
            result[file.stem] = found | {"tokens": round(tokens, 1)}
            print(f"{file.stem}: {json.dumps(result[file.stem])}", flush=True)
    for name, found in result.items():
        kept = ("exact", "wrong", "talk_or_tool", "free_exact", "p50_ms", "p95_ms", "tokens")
        table.add_row(name, *(str(found.get(key, 0)) for key in kept))
    Console().print(table)
    first = result["kippu"]["p50_ms"]
    ratios = {name: round(first / found["p50_ms"], 4) for name, found in result.items() if name != "kippu"}
    print(json.dumps(result | {"time_ratio": ratios}))


if __name__ == "__main__":
    asyncio.run(main())
