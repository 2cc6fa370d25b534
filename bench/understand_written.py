"""What Kippu makes of the sentences written for the encoder that it never learned: a tenth of the lines of
``scripts/encoder/said.*.txt`` and ``talk.*.txt``, each filled once.

    python bench/understand_written.py --language ja [--data ../shared/data/commands] [--limit N]
                                       [--entities 200] [--show]

Every second sentence is looked at while the step is worked on (``looked_at``), and its failures are printed
with ``--show``; of the others (``unseen``) only the figures are ever told: they tell whether a mend holds
for what nobody looked at. The peer in the same run is the step without the reader of free speech.

``exact``: the right tool with every marked part that it has a place for, or rightly that there is no such
thing here; ``wrong``: something else was run; ``asked``: a question, whether the right one is meant or for
what is missing; ``asked_another``: whether another is meant; ``missed``: taken for talk, or wrongly refused.
Of talk ``kept`` stays talk, ``asked`` is asked about, ``done`` does something. A gap is filled with any word
of its kind, so that some sentences make no sense (a door in the laundry room) and none can be right in all.

``--data``: the public sets, from which half of the names in English sentences are; without, all are pools'.
"""

import argparse
import asyncio
import json
import tempfile
import time
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from datetime import datetime
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.progress import track
from rich.table import Table

from kippu.names import Names
from kippu.settings import Settings
from kippu.start import running
from kippu.turn import Language, Meaning, Turn
from kippu.understand import Understanding
from understand import takes_of, verdict_of, with_commands
from understand_aside import LOOKED_AT, Row, rows_of
from understand_figures import quantile
from understand_home import home
from understand_marks_ja import holds, is_elsewhere
from understand_times import Takes

_DATA = Path(__file__).parent.parent.parent / "shared" / "data" / "commands"
_REQUESTS = ("exact", "wrong", "asked", "asked_another", "missed")
_OF_TALK = ("kept", "asked", "done")
_BESIDE = ("about.", "help.", "history.why")
"""Tools that say something, and do nothing."""
_HONEST = frozenset({"about.no_such_thing", "about.no_forecast", "about.there_are"})
_TALK = "talk"
Counted = dict[str, Counter[str]]


def verdict(meaning: Meaning, row: Row, now: datetime, names: Names, takes: Takes, language: Language) -> str:
    """What came of a row, in a word."""
    done = [call for call in meaning.calls if not call.tool.startswith(_BESIDE)]
    if row.tools[0].startswith(_TALK):
        return "done" if done else "asked" if meaning.question else "kept"
    if meaning.calls and all(call.tool in row.tools for call in meaning.calls if call not in done):
        said = [call for call in meaning.calls if call not in done]
        if said and not done:  # what is asked of itself
            return "exact"
    if language == "en":
        exact = verdict_of(meaning, row, now, names, takes).exact
    else:
        exact = _is_exact_ja(meaning, row, now, names, takes)
    if exact:
        return "exact"
    if done:
        return "wrong"
    if not meaning.question:
        return "missed"
    another = meaning.proposed and not any(call.tool in row.tools for call in meaning.proposed)
    return "asked_another" if another else "asked"


def _is_exact_ja(meaning: Meaning, row: Row, now: datetime, names: Names, takes: Takes) -> bool:
    marks = [(slot, row.text[start:end]) for start, end, slot in row.spans]
    at_home = row.tools[0].startswith("home.")
    done = [call for call in meaning.calls if not call.tool.startswith(_BESIDE)]
    if not done:
        honest = [call for call in meaning.calls if call.tool in _HONEST]
        what = next((str(call.arguments["what"]) for call in honest if "what" in call.arguments), "")
        placed = at_home and is_elsewhere(what if what in row.text else "", marks, names)
        sky = row.tools[0] == "home.weather" and any(slot in ("when", "place") for slot, _ in marks)
        return bool(honest) and not meaning.question and (placed or sky)
    return all(call.tool in row.tools for call in done) and holds(done, marks, row.tools, now, names, takes)


async def over(
    understanding: Understanding,
    rows: Sequence[tuple[str, Row]],
    names: Names,
    takes: Takes,
    language: Language,
    show: bool,
) -> tuple[Counted, dict[str, list[float]]]:
    """What the step makes of each row; requests and talk, looked at or not, apart."""
    now = datetime.now().astimezone()
    counted: Counted = defaultdict(Counter)
    times: dict[str, list[float]] = defaultdict(list)
    for number, (half, row) in enumerate(track(rows, transient=True)):
        turn = Turn(row.text, language, now, "bench", str(number))
        begun = time.perf_counter()
        meaning = await understanding.understand(turn, names)
        took = 1000 * (time.perf_counter() - begun)
        meaning = await with_commands(understanding, turn, names, meaning, row.tools)
        said = verdict(meaning, row, now, names, takes, language)
        part = f"{half} {_TALK if row.tools[0].startswith(_TALK) else 'requests'}"
        counted[part][said] += 1
        times[part].append(took)
        if show and half == LOOKED_AT and said not in ("exact", "kept"):
            marks = [(slot, row.text[start:end]) for start, end, slot in row.spans]
            calls = [(call.tool, dict(call.arguments)) for call in (*meaning.calls, *meaning.proposed)]
            by = f"{meaning.by} {meaning.confidence:.2f}"
            print(f"{said}: {row.text} wants {row.tools[0]} {marks}; {by}: {meaning.question or ''} {calls}")
    return counted, times


def told(counted: Counted, times: Mapping[str, Sequence[float]]) -> dict[str, dict[str, Any]]:
    """Counts and shares of each part."""
    found = {}
    for part, kinds in sorted(counted.items()):
        names = _OF_TALK if part.endswith(_TALK) else _REQUESTS
        found[part] = {
            "sentences": kinds.total(),
            **{name: kinds[name] for name in names},
            "share": round(kinds[names[0]] / kinds.total(), 3),
            "p50_ms": quantile(times[part], 0.5),
            "p95_ms": quantile(times[part], 0.95),
        }
    return found


async def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--language", choices=("en", "ja"), required=True)
    parser.add_argument("--data", type=Path, default=_DATA)
    parser.add_argument("--limit", type=int, help="sentences, spread evenly")
    parser.add_argument("--entities", type=int, default=200, help="things in the home")
    parser.add_argument("--show", action="store_true", help="print what is not right of those looked at")
    parser.add_argument("--alone", action="store_true", help="without the peer")
    options = parser.parse_args()
    rows = rows_of(options.language, options.data)
    most = min(options.limit or len(rows), len(rows))
    rows = [rows[place * len(rows) // most] for place in range(most)]
    names, result = home(options.entities), {}
    with tempfile.TemporaryDirectory() as folder:
        async with running(Settings(data=Path(folder))) as kippu:
            ways = {"": kippu.understanding}
            if not options.alone:
                ways["peer "] = Understanding([skill.sentences for skill in kippu.skills if skill.sentences])
            for way, understanding in ways.items():
                takes = takes_of(kippu)
                await over(understanding, rows[::40], names, takes, options.language, False)  # parsed on use
                show = options.show and not way
                found = await over(understanding, rows, names, takes, options.language, show)
                result |= {f"{way}{part}": figures for part, figures in told(*found).items()}
    columns = ("sentences", *_REQUESTS, *_OF_TALK, "share", "p50_ms", "p95_ms")
    table = Table("part", *(column.replace("_", " ") for column in columns))
    for part, figures in result.items():
        table.add_row(part, *(str(figures.get(column, "")) for column in columns))
    Console().print(table)
    print(json.dumps(result))


if __name__ == "__main__":
    asyncio.run(main())
