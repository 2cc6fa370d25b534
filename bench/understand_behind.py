"""What a follow-up is taken for, against the same wish said whole by whoever wrote it.

    python bench/understand_behind.py [--data FOLDER] [--limit N] [--show]

The folder holds ``en.tsv`` and ``ja.tsv``: what was said just before (several sentences parted by " | "),
what an assistant might have answered, the follow-up, and the follow-up as one whole sentence ("=" for one
that is whole already, "-" for talk). Those of ``bench/understand/behind`` were written for this bench by
two language models that saw a description of what an assistant can do and no line of Kippu. They were
written as if calendar, lists and contacts had something in them, which the demo home's Kippu has not, so
that some could be told by nobody.

What was said before is really said, in a conversation of its own; the follow-up and the whole sentence are
only read. Of the rows whose whole sentence asks for something that is understood: ``same``, the share of
follow-ups for which the same tools are called; ``refused``, of those that are told to be said whole, or
left to talk. ``talk`` is the share of what is only talk ("-") that calls no tool that acts. The peer is the
follow-up read alone, as an assistant without a memory reads it.
"""

import argparse
import asyncio
import json
import tempfile
from contextlib import aclosing
from dataclasses import dataclass
from pathlib import Path

from rich.console import Console
from rich.progress import track
from rich.table import Table

from kippu.settings import Settings
from kippu.start import Kippu, running
from kippu.turn import Answer, Meaning

_DATA = Path(__file__).parent / "understand" / "behind"
_ANEW = 20
"""Rows after which the record begins anew: what was put down for one is in the way of the next."""
_REFUSALS = frozenset({"about.unfinished", "about.unsure", "about.unclear", "about.which"})


@dataclass(frozen=True)
class Row:
    """One line of the file."""

    before: tuple[str, ...]
    said: str
    whole: str


@dataclass(frozen=True)
class Mark:
    """The tools that were meant, behind what was said, alone, and by the whole sentence."""

    row: Row
    behind: tuple[str, ...]
    alone: tuple[str, ...]
    whole: tuple[str, ...]


def main() -> None:
    """Score both languages and print."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--data", type=Path, default=_DATA)
    parser.add_argument("--limit", type=int, help="rows of a language, at most")
    parser.add_argument("--show", action="store_true", help="print what is taken for something else")
    asked = parser.parse_args()
    console = Console()
    table = Table("language", "follow-ups", "same", "refused", "peer: same", "talk left alone")
    figures: dict[str, dict[str, float]] = {}
    for language in ("en", "ja"):
        rows = _rows(asked.data / f"{language}.tsv")[: asked.limit]
        marks = asyncio.run(_marks(rows))
        found = figures[language] = _scored(marks)
        shares = (f"{found[name]:.1%}" for name in ("same", "refused", "peer_same", "talk"))
        table.add_row(language, str(found["count"]), *shares)
        if asked.show:
            for mark in marks:
                if mark.whole and mark.behind != mark.whole:
                    console.print(f"{mark.row.before} > {mark.row.said}: {mark.behind}, not {mark.whole}")
    console.print(table)
    print(json.dumps(figures))


def _rows(path: Path) -> list[Row]:
    lines = (line.split("\t") for line in path.read_text(encoding="utf-8").splitlines())
    return [Row(tuple(before.split(" | ")), said, whole) for before, _, said, whole in lines]


async def _marks(rows: list[Row]) -> list[Mark]:
    marks: list[Mark] = []
    for at in track(range(0, len(rows), _ANEW), "saying"):
        with tempfile.TemporaryDirectory() as data:
            async with running(Settings(data=Path(data))) as kippu:
                await kippu.home.settled(20)
                marks += [await _mark(kippu, row) for row in rows[at : at + _ANEW]]
    return marks


async def _mark(kippu: Kippu, row: Row) -> Mark:
    conversation = None
    for said in row.before:
        conversation = (await _answer(kippu, said, conversation)).conversation
    behind = await _answer(kippu, row.said, conversation, dry_run=True)
    alone = await _answer(kippu, row.said, dry_run=True)
    whole = (
        _tools((await _answer(kippu, row.whole, dry_run=True)).meaning) if row.whole not in {"=", "-"} else ()
    )
    return Mark(row, _tools(behind.meaning), _tools(alone.meaning), whole)


async def _answer(
    kippu: Kippu, said: str, conversation: str | None = None, *, dry_run: bool = False
) -> Answer:
    async with aclosing(kippu.assistant.answer(kippu.assistant.turn(said, conversation), dry_run)) as pieces:
        async for piece in pieces:
            if isinstance(piece, Answer):
                return piece
    raise RuntimeError(f"no answer to {said!r}")


def _tools(meaning: Meaning) -> tuple[str, ...]:
    """What would be called, or is asked about; a change that takes back and does anew is its last call."""
    calls = [call.tool for call in meaning.calls or meaning.proposed if call.tool != "history.take_back"]
    return tuple(sorted(set(calls)))


def _same(these: tuple[str, ...], those: tuple[str, ...]) -> bool:
    """Whether the same is meant; what is moved may be taken away and put down anew."""
    moved = {tool.partition(".")[0] for tool in those if tool.endswith((".move", ".add", ".set", ".start"))}
    again = any(tool.endswith((".remove", ".cancel")) for tool in these) and len(these) > 1
    return these == those or (again and moved == {tool.partition(".")[0] for tool in these})


def _scored(marks: list[Mark]) -> dict[str, float]:
    asking = [
        mark
        for mark in marks
        if mark.whole and not any(tool.startswith(("about.", "help.")) for tool in mark.whole)
    ]
    talk = [mark for mark in marks if mark.row.whole == "-"]
    count = max(1, len(asking))
    return {
        "count": len(asking),
        "same": sum(_same(mark.behind, mark.whole) for mark in asking) / count,
        "refused": sum(not mark.behind or bool(_REFUSALS & set(mark.behind)) for mark in asking) / count,
        "peer_same": sum(_same(mark.alone, mark.whole) for mark in asking) / count,
        "talk": sum(all(tool.startswith(("about.", "help.")) for tool in mark.behind) for mark in talk)
        / max(1, len(talk)),
    }


if __name__ == "__main__":
    main()
