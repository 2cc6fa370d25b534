"""How much of what people really say is understood: the whole step over public sets, beside the readers
without a model.

    python bench/understand.py [--data ../shared/data/commands] [--limit N] [--entities 200] [--show SET]
                               [--model FILE]

Sets are told apart by how their file names begin: slurp, hwu64, snips, clinc150. What each of their intents
asks of Kippu is written in ``bench/understand/intents.yaml``, what counts as right in
``understand_judging.py``. The peer in the same run is the step as it is without the layer that reads free
speech. ``--limit`` takes so many sentences of each file, spread evenly over it. ``exact`` and ``wrong`` are
shares of all sentences; to ask back is neither. ``tool_right`` is the share with the right tool whatever its
words. ``free_exact`` is the share among the requests that no sentence template takes, ``free`` of them.

``kept_aside`` are the sentences that the layer can't have been trained on: of the files that
``scripts/encoder`` does not train on, those that stand in none of its training files (in ``--data`` or beside
the checkout) either, however they are written there: two fifths of SLURP's development part stand in HWU64.
All others are ``trained_on``, though not each was taken. ``ece`` is the expected calibration error of the
whole step: its confidence against ``exact``, over ten bins (``curve``), of the sentences kept aside. What
asks back is not exact, however sure.

The step that asks a model is part of it with ``--model`` alone: the file of a chat model, whose time then
counts too.
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
from kippu.start import Kippu, running
from kippu.turn import Call, Meaning, Turn
from kippu.understand import Understanding, language_of
from understand_figures import calibration, figures
from understand_home import home
from understand_judging import Verdict, judge
from understand_times import Takes

_HERE = Path(__file__).parent.parent
sys.path.insert(0, str(_HERE / "scripts" / "encoder"))
from rows import Row, folded, is_kept_aside, read, trained_on  # noqa: E402  # the sets are read as they are taught

_DATA = _HERE.parent / "shared" / "data" / "commands"
_SHOWN = (
    "sentences", "exact", "tool_right", "wrong", "talk_or_tool", "asked", "free_exact", "p50_ms", "p95_ms",
)  # fmt: skip
Judged = list[tuple[Row, Verdict, float]]
"""What came of each row, and in how many milliseconds."""


def takes_of(kippu: Kippu) -> Takes:
    """The names of what each tool takes."""
    return {tool.name: frozenset(tool.schema["properties"]) for skill in kippu.skills for tool in skill.tools}


def verdict_of(meaning: Meaning, row: Row, now: datetime, names: Names, takes: Takes) -> Verdict:
    """What is to be thought of a row's meaning."""
    marks = [(slot, row.text[start:end]) for start, end, slot in row.spans]
    marks += [("way", row.way)] if row.way else []
    return judge(meaning, row.tools, marks, now, names, takes)


def told(judged: Judged) -> dict[str, Any]:
    """The figures of all of these, and by set."""
    by_set: dict[str, Judged] = defaultdict(list)
    for one in judged:
        by_set[one[0].source].append(one)
    return _figures(judged) | {source: _figures(of_it) for source, of_it in by_set.items()}


def _figures(judged: Judged) -> dict[str, Any]:
    return figures([verdict for _, verdict, _ in judged], [took for _, _, took in judged])


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
    understanding: Understanding, rows: list[Row], entities: int, show: str | None, takes: Takes
) -> Judged:
    """What the step makes of each row."""
    names, now = home(entities), datetime.now().astimezone()
    judged: Judged = []
    for number, row in enumerate(track(rows, description=rows[0].source, transient=True)):
        turn = Turn(row.text, language_of(row.text), now, "bench", str(number))
        begun = time.perf_counter()
        meaning = await understanding.understand(turn, names)
        took = 1000 * (time.perf_counter() - begun)
        meaning = await with_commands(understanding, turn, names, meaning, row.tools)
        verdict = verdict_of(meaning, row, now, names, takes)
        judged.append((row, verdict, took))
        if show and row.source.startswith(show) and not verdict.exact:
            said = meaning.question or [(call.tool, dict(call.arguments)) for call in meaning.calls]
            kind = "wrong" if verdict.wrong else "asked" if verdict.asked else "missed"
            marks = [(slot, row.text[start:end]) for start, end, slot in row.spans]
            by = f"{meaning.by} {meaning.confidence:.2f}"
            print(f"{kind}: {row.text!r} wants {row.tools} {marks}; {by}: {said}")
    return judged


def split(judged: Judged, trained: frozenset[str]) -> dict[str, Any]:
    """All figures: of all, by set, and apart those kept aside and those that stand in a training file."""
    parts: dict[bool, Judged] = {True: [], False: []}
    for one in judged:
        parts[is_kept_aside(one[0].source) and folded(one[0].text) not in trained].append(one)
    aside, others = parts[True], parts[False]
    ece, curve = calibration([verdict for _, verdict, _ in aside])
    return told(judged) | {"kept_aside": told(aside), "trained_on": told(others), "ece": ece, "curve": curve}


def rows_of(table: Table, name: str, found: dict[str, Any]) -> None:
    """A row for each set and for all, and below them for those kept aside."""
    for key, value in found.items():
        if isinstance(value, dict) and key not in ("kept_aside", "trained_on"):
            table.add_row(f"{name}{key}", *(str(value[column]) for column in _SHOWN))
    table.add_row(f"{name}all", *(str(found[column]) for column in _SHOWN))
    for part in ("kept_aside", "trained_on"):
        if part in found:
            rows_of(table, f"{name}{part.replace('_', ' ')}: ", found[part])


async def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--data", type=Path, default=_DATA)
    parser.add_argument("--limit", type=int, help="sentences of each file")
    parser.add_argument("--entities", type=int, default=200, help="things in the home")
    parser.add_argument("--show", help="print what is not exact of the sets whose names begin so")
    parser.add_argument("--alone", action="store_true", help="without the peer")
    parser.add_argument("--model", type=Path, help="a chat model's file, to be asked what nobody else reads")
    options = parser.parse_args()
    by_source: dict[str, list[Row]] = defaultdict(list)
    for row in read(options.data):
        by_source[row.source].append(row)
    trained = trained_on(row for folder in {options.data, _DATA} for row in read(folder))
    if not trained:
        print("None of the files that the layer is trained on is here: kept_aside may hold some of theirs.")
    for source, rows in by_source.items():
        most = min(options.limit or len(rows), len(rows))
        by_source[source] = [rows[place * len(rows) // most] for place in range(most)]
    table = Table("set", *(column.replace("_", " ") for column in _SHOWN))
    result: dict[str, Any] = {}
    with tempfile.TemporaryDirectory() as folder:
        async with running(Settings(data=Path(folder))) as kippu:
            model = await kippu.store.add(options.model.resolve()) if options.model else None
            sentences = [skill.sentences for skill in kippu.skills if skill.sentences]
            ways = {"": kippu.understanding, "peer ": Understanding(sentences)}
            for way, understanding in list(ways.items())[: 1 if options.alone else 2]:
                judged: Judged = []
                for rows in by_source.values():  # templates are parsed on first use
                    await over(understanding, rows[:20], options.entities, None, takes_of(kippu))
                    show = None if way else options.show
                    judged += await over(understanding, rows, options.entities, show, takes_of(kippu))
                found = split(judged, trained)
                rows_of(table, way, found)
                result |= {"peer": found} if way else found
    Console().print(table)
    print(json.dumps(result | {"model": model.id if model else None}))


if __name__ == "__main__":
    asyncio.run(main())
