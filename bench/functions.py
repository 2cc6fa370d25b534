"""Function calling of the Berkeley leaderboard (BFCL v4: simple, multiple, irrelevance), and free speech for
Kippu's own tools: chat models beside Kippu's own understanding.

    python bench/functions.py [--model FILE …] [--data FOLDER] [--limit N] [--first N] [--own N] [--log FILE]

The models answer ``/v1/chat/completions`` of a Kippu that serves on this device, with a question's functions
as OpenAI's ``tools``; Kippu's understanding has them as added tools (``functions_added.py``). Calls are
judged as the leaderboard judges (``functions_judging.py``). ``named`` is the share of the questions that want
a call in which the right function was called, or asked more about, whatever its arguments. Of Kippu a call
counts that it would make on a yes. ``--own``: so many requests for Kippu's own tools (``functions_own.py``).

A set's questions are mixed, always in the same way, and asked from ``--first`` on: another first is another
part, and a higher limit asks the same ones and more. Answers go into ``--log``, and a run with the same log
goes on where it ended: take another one after a change to the code. ``read`` and ``written`` are tokens a
question, in the mean.
"""

import argparse
import asyncio
import json
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.table import Table

import functions_asking as asking
from functions_added import AddedFunctions
from functions_answers import SETS, Answer, Log, Question, of_own, questions, told
from functions_own import readings, requests

_HERE = Path(__file__).parent
_KIPPU = "Kippu"


async def gather(options: argparse.Namespace, asked: Sequence[Question], log: Log) -> dict[str, Any]:
    """The figures of Kippu's understanding, and of each model."""
    await log.fill(_KIPPU, asked, AddedFunctions().asked)
    result = {_KIPPU: told(log, _KIPPU, asked)}
    models: dict[str, Path] = {}
    with tempfile.TemporaryDirectory() as folder:
        async with asking.served(Path(folder)) as (kippu, client):
            for file in options.model:
                model = (await kippu.store.add(file)).id
                models[model] = file

                async def ask(row: Mapping[str, Any], model: str = model) -> Answer:
                    answer = await asking.asked(client, model, row)
                    async with kippu.loader.use(model) as llama:
                        return answer | {"read": await llama.count_tokens(asking.request(row))}

                await log.fill(model, asked, ask)
                result[model] = told(log, model, asked)
            if options.own:
                rows = await requests(kippu, options.commands, options.own)
                await readings(kippu, rows, models, log.answers, log.keep)
                result["own"] = of_own({row.text for row in rows}, log.answers)
    return result


async def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    shared = _HERE.parents[1] / "shared" / "data"
    parser.add_argument("--data", type=Path, default=shared / "functions")
    parser.add_argument("--commands", type=Path, default=shared / "commands", help="sets for --own")
    parser.add_argument("--limit", type=int, help="questions of each set")
    parser.add_argument("--first", type=int, default=0, help="question of each set to begin with")
    parser.add_argument("--own", type=int, default=0, help="requests for Kippu's own tools")
    parser.add_argument("--model", type=Path, nargs="+", default=[])
    parser.add_argument("--log", type=Path, default=Path(tempfile.gettempdir()) / "kippu_functions.jsonl")
    options = parser.parse_args()
    asked = [one for kind in SETS for one in questions(options.data, kind, options.limit, options.first)]
    log = Log(options.log)
    result = await gather(options, asked, log)
    shown = dict(result)
    _print(shown.pop("own", {}), ("exact", "meant", "tool_right", "wrong", "written", "p50_ms", "p95_ms"))
    _print(shown, (*SETS, "named", "read", "written", "p50_ms", "p95_ms"))
    print(json.dumps(result))


def _print(found: Mapping[str, Mapping[str, Any]], columns: Sequence[str]) -> None:
    table = Table("", *columns)
    for way, figure in found.items():
        table.add_row(way, *(str(figure[column]) for column in columns))
    if found:
        Console().print(table)


if __name__ == "__main__":
    asyncio.run(main())
