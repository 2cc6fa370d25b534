"""What Kippu makes of language as it is spoken: dialects, halves of sentences, wishes, reasons, talk.

    python bench/understand_spoken.py --language ja [--data FOLDER] [--limit N] [--show SET]

The sentences of ``bench/understand/spoken`` were written as twenty to twenty-five persons by language models
that saw the names of the tools and nothing else of Kippu; ``blind`` and ``looked_at`` were looked at since,
``third`` never. Each says which tools are right for it, or that it is talk. They are said to the demo home:
to the whole step, and as its peer to the templates and word cues before free speech. ``right``: the right
tool was called, or nothing for talk; ``asked``: it asked whether the right one is meant; ``wrong``: another
was called, or asked about. The folder holds ``*.jsonl`` files with ``text`` and ``tools``.
"""

import argparse
import asyncio
import json
import tempfile
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import datetime
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.progress import track
from rich.table import Table

from action import quantile
from kippu.names import Names
from kippu.settings import Settings
from kippu.start import running
from kippu.turn import Language, Meaning, Turn
from kippu.understand import Understanding

_OWN = Path(__file__).parent / "understand" / "spoken"
_TALK = "talk"


def read(data: Path, limit: int | None) -> Iterator[tuple[str, str, Sequence[str]]]:
    """Set, sentence, and the tools that are right for it."""
    for file in sorted(data.glob("*.jsonl")):
        for line in file.read_text(encoding="utf-8").splitlines()[:limit]:
            row = json.loads(line)
            yield file.stem, row["text"], row["tools"]


def verdict(meaning: Meaning, tools: Sequence[str]) -> str:
    """right, asked, wrong, or missed."""
    done = [call.tool for call in meaning.calls if not call.tool.startswith("about.")]
    asked = [call.tool for call in meaning.proposed]
    if tools == [_TALK]:
        return "wrong" if done or asked else "right"
    if any(call.tool in tools for call in meaning.calls):
        return "right"
    if done:
        return "wrong"
    if asked:
        return "asked" if any(tool in tools for tool in asked) else "wrong"
    return "missed"


async def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--language", choices=("en", "ja"), required=True)
    parser.add_argument("--data", type=Path, help="default: bench/understand/spoken/LANGUAGE")
    parser.add_argument("--limit", type=int, help="sentences of each file")
    parser.add_argument(
        "--show", metavar="SET", help="print what is not right of it, which is then looked at"
    )
    options = parser.parse_args()
    language: Language = options.language
    rows = list(read(options.data or _OWN / language, options.limit))
    table = Table("way", "set", "sentences", "right", "asked", "wrong", "missed", "p50 ms", "p95 ms")
    result: dict[str, Any] = {}
    with tempfile.TemporaryDirectory() as folder:
        async with running(Settings(data=Path(folder))) as kippu:
            await kippu.home.settled(10)
            before = Understanding([skill.sentences for skill in kippu.skills if skill.sentences])
            for way, understanding in {"": kippu.understanding, "peer": before}.items():
                await over(
                    understanding, rows[:20], language, kippu.home.names(), "", None
                )  # parsed on first use
                show = options.show if not way else None
                found = await over(understanding, rows, language, kippu.home.names(), way, show)
                for name, figures in found.items():
                    table.add_row(way or "whole", name, *(str(value) for value in figures.values()))
                    result[f"{way} {name}".strip()] = figures
    Console().print(table)
    print(json.dumps(result, ensure_ascii=False))


async def over(
    understanding: Understanding,
    rows: list[tuple[str, str, Sequence[str]]],
    language: Language,
    names: Names,
    way: str,
    show: str | None,
) -> dict[str, dict[str, Any]]:
    """Figures by set, requests and talk apart."""
    found: dict[str, Counter[str]] = {}
    times: dict[str, list[float]] = {}
    for number, (source, text, tools) in enumerate(track(rows, description=way, transient=True)):
        turn = Turn(text, language, datetime.now().astimezone(), "bench", str(number))
        begun = time.perf_counter()
        meaning = await understanding.understand(turn, names)
        name = f"{source} {'talk' if tools == [_TALK] else 'requests'}"
        times.setdefault(name, []).append(1000 * (time.perf_counter() - begun))
        said = verdict(meaning, tools)
        found.setdefault(name, Counter())[said] += 1
        if show == source and said != "right":
            heard = [(call.tool, dict(call.arguments)) for call in (*meaning.calls, *meaning.proposed)]
            print(f"{said}: {text} wants {tools}; {meaning.by} {meaning.confidence:.2f}: {heard}")
    return {
        name: {
            "sentences": counted.total(),
            **{
                one: round(counted[one] / counted.total(), 3) for one in ("right", "asked", "wrong", "missed")
            },
            "p50_ms": round(quantile(times[name], 0.5), 1),
            "p95_ms": round(quantile(times[name], 0.95), 1),
        }
        for name, counted in found.items()
    }


if __name__ == "__main__":
    asyncio.run(main())
