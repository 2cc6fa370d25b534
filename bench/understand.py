"""How much of what people really say is understood: the whole step over public sets, beside the readers
without a model.

    python bench/understand.py [--data ../shared/data/commands] [--limit N] [--entities 200] [--show SET]

Sets are told apart by how their file names begin: slurp, hwu64, snips, clinc150. What each of their intents
asks of Kippu is written in ``bench/understand/intents.yaml``, what counts as right in
``understand_judging.py``. The peer in the same run is the step as it is without the layer that reads free
speech. ``--limit`` takes so many sentences of each file, spread evenly over it. ``exact`` and ``wrong`` are
shares of all sentences; to ask back is neither. ``free_exact`` is the share among the requests that no
sentence template takes.
"""

import argparse
import asyncio
import json
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.progress import track
from rich.table import Table

from kippu.names import Names
from kippu.settings import Settings
from kippu.start import running
from kippu.turn import Call, Meaning, Turn
from kippu.understand import Understanding, language_of
from understand_home import home
from understand_judging import Verdict, judge

_HERE = Path(__file__).parent.parent
sys.path.insert(0, str(_HERE / "scripts" / "encoder"))
from rows import Row, read  # noqa: E402  # the sets are read as they are taught


def quantile(values: list[float], share: float) -> float:
    return round(sorted(values)[min(int(share * len(values)), len(values) - 1)], 1) if values else 0.0


def figures(verdicts: list[Verdict], times: list[float]) -> dict[str, Any]:
    """Shares of one set."""
    count = max(len(verdicts), 1)
    free = [one for one in verdicts if one.free]
    return {
        "sentences": len(verdicts),
        "exact": round(sum(one.exact for one in verdicts) / count, 4),
        "wrong": round(sum(one.wrong for one in verdicts) / count, 4),
        "talk_or_tool": round(sum(one.told_apart for one in verdicts) / count, 4),
        "asked": round(sum(one.asked for one in verdicts) / count, 4),
        "free_exact": round(sum(one.exact for one in free) / max(len(free), 1), 4),
        "p50_ms": quantile(times, 0.5),
        "p95_ms": quantile(times, 0.95),
    }


async def with_commands(
    understanding: Understanding, turn: Turn, names: Names, meaning: Meaning, tools: Sequence[str]
) -> Meaning:
    """The meaning with a timer's command understood, as it will be at its time: "lights off at ten" is
    right as a timer for "lights off". What ends a state after a while is not judged."""
    calls: list[Call] = []
    for call in meaning.calls:
        command = call.arguments.get("command") if call.tool not in tools else None
        if not command:
            calls.append(call)
        elif not calls:
            then = await understanding.understand(replace(turn, text=str(command)), names)
            calls += then.calls or (call,)
    return replace(meaning, calls=tuple(calls))


async def over(
    understanding: Understanding, rows: list[Row], entities: int, show: str | None
) -> tuple[list[Verdict], list[float]]:
    """What the step makes of each row."""
    names, now = home(entities), datetime.now().astimezone()
    verdicts, times = [], []
    for number, row in enumerate(track(rows, description=rows[0].source, transient=True)):
        turn = Turn(row.text, language_of(row.text), now, "bench", str(number))
        begun = time.perf_counter()
        meaning = await understanding.understand(turn, names)
        times.append(1000 * (time.perf_counter() - begun))
        meaning = await with_commands(understanding, turn, names, meaning, row.tools)
        marks = [(slot, row.text[start:end]) for start, end, slot in row.spans]
        verdict = judge(meaning, row.tools, marks, now, names)
        verdicts.append(verdict)
        if show and row.source.startswith(show) and not verdict.exact:
            said = meaning.question or [(call.tool, dict(call.arguments)) for call in meaning.calls]
            kind = "wrong" if verdict.wrong else "asked" if verdict.asked else "missed"
            by = f"{meaning.by} {meaning.confidence:.2f}"
            print(f"{kind}: {row.text!r} wants {row.tools} {marks}; {by}: {said}")
    return verdicts, times


async def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--data", type=Path, default=_HERE.parent / "shared" / "data" / "commands")
    parser.add_argument("--limit", type=int, help="sentences of each file")
    parser.add_argument("--entities", type=int, default=200, help="things in the home")
    parser.add_argument("--show", help="print what is not exact of the sets whose names begin so")
    parser.add_argument("--alone", action="store_true", help="without the peer")
    options = parser.parse_args()
    by_source: dict[str, list[Row]] = defaultdict(list)
    for row in read(options.data):
        by_source[row.source].append(row)
    for source, rows in by_source.items():
        step = max(1, len(rows) // options.limit) if options.limit else 1
        by_source[source] = rows[::step][: options.limit]
    table = Table(
        "set", "sentences", "exact", "wrong", "talk or tool", "asked", "free exact", "p50 ms", "p95 ms"
    )
    result: dict[str, Any] = {}
    with tempfile.TemporaryDirectory() as folder:
        async with running(Settings(data=Path(folder))) as kippu:
            sentences = [skill.sentences for skill in kippu.skills if skill.sentences]
            ways = {"": kippu.understanding, "peer ": Understanding(sentences)}
            for way, understanding in list(ways.items())[: 1 if options.alone else 2]:
                judged: list[Verdict] = []
                took: list[float] = []
                for source, rows in by_source.items():
                    await over(
                        understanding, rows[:20], options.entities, None
                    )  # templates are parsed on first use
                    verdicts, times = await over(
                        understanding, rows, options.entities, None if way else options.show
                    )
                    judged, took = judged + verdicts, took + times
                    found = result[f"{way}{source}"] = figures(verdicts, times)
                    table.add_row(f"{way}{source}", *(str(value) for value in found.values()))
                found = figures(judged, took)
                table.add_row(f"{way}all", *(str(value) for value in found.values()))
                result |= {"peer": found} if way else found
    Console().print(table)
    print(json.dumps(result))


if __name__ == "__main__":
    asyncio.run(main())
