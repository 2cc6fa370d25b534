"""Function calling of the Berkeley leaderboard (BFCL v4) by Kippu's engine: simple, multiple, irrelevance.

    python bench/functions.py --model FILE [FILE …] [--data FOLDER] [--limit N]

Each question is put with its functions as OpenAI's ``tools``, as ``/v1/chat/completions`` gets them, and the
call is judged as the leaderboard judges: the function's name, every needed argument, no argument that isn't
the function's, and of each one of the values that its possible answers list (letters' case, spaces and
punctuation of texts set aside). Of ``irrelevance``, right is to call nothing. Models stand side by side.
"""

import argparse
import asyncio
import json
import re
import time
from collections.abc import Mapping, Sequence
from contextlib import aclosing
from pathlib import Path
from statistics import median
from typing import Any

from rich.console import Console
from rich.progress import track
from rich.table import Table

from kippu.engines import Llama
from kippu.errors import KippuError

_SETS = ("simple_python", "multiple", "irrelevance")
_TYPES = {"dict": "object", "float": "number", "tuple": "array", "any": "string"}
"""Python's words of the leaderboard as JSON schema's."""


def questions(data: Path, kind: str, limit: int | None) -> list[tuple[dict[str, Any], list[Any]]]:
    """Questions of a set, each with its possible answers; spread evenly where only some are wanted."""
    name = f"BFCL_v4_{kind}.json"
    rows = [json.loads(line) for line in (data / name).open(encoding="utf-8")]
    file = data / "possible_answer" / name
    lines = file.open(encoding="utf-8") if file.exists() else ()
    answers = {row["id"]: row["ground_truth"] for row in map(json.loads, lines)}
    step = max(1, len(rows) // limit) if limit else 1
    return [(row, answers.get(row["id"], [])) for row in rows[::step][:limit]]


def schema(told: Any) -> Any:
    """A schema of the leaderboard as JSON schema."""
    if isinstance(told, Mapping):
        made = {key: schema(value) for key, value in told.items()}
        if isinstance(told.get("type"), str):
            made["type"] = _TYPES.get(told["type"], told["type"])
        return made
    return [schema(one) for one in told] if isinstance(told, list) else told


def right(calls: Sequence[Mapping[str, Any]], wanted: list[Any]) -> bool:
    """Whether the calls are the one that the possible answers allow; none where they list none."""
    if not wanted:
        return not calls
    if len(calls) != 1:
        return False
    ((name, allowed),) = wanted[0].items()
    given = json.loads(calls[0]["arguments"])
    return (
        calls[0]["name"] == _plain(name)
        and given.keys() <= allowed.keys()
        and all(_among(given.get(key, ""), values) for key, values in allowed.items())
    )


def _among(given: Any, values: list[Any]) -> bool:
    """An empty text among the values stands for an argument that may be left out."""
    return any(_folded(given) == _folded(_single(value)) for value in values)


def _single(value: Any) -> Any:
    """Objects list what is allowed for each of their keys; one value each is what they mostly list."""
    if isinstance(value, dict):
        return {key: _single(one[0]) if isinstance(one, list) and one else one for key, one in value.items()}
    return value


def _folded(value: Any) -> Any:
    if isinstance(value, str):
        return re.sub(r"[ ,./\-_*^]", "", value).casefold()
    if isinstance(value, list):
        return [_folded(one) for one in value]
    if isinstance(value, dict):
        return {key: _folded(one) for key, one in value.items()}
    return float(value) if isinstance(value, int | float) and not isinstance(value, bool) else value


def _plain(name: str) -> str:
    """A function's name as OpenAI's form allows it: no dots."""
    return name.replace(".", "_")


async def asked(llama: Llama, row: dict[str, Any]) -> list[dict[str, Any]]:
    """The calls that the model makes of a question."""
    tools = [
        {
            "type": "function",
            "function": one | {"name": _plain(one["name"]), "parameters": schema(one["parameters"])},
        }
        for one in row["function"]
    ]
    request = {"messages": row["question"][0], "tools": tools, "temperature": 0, "max_tokens": 200}
    calls: dict[int, dict[str, Any]] = {}
    async with aclosing(llama.chat(request)) as chunks:
        async for chunk in chunks:
            for choice in chunk["choices"]:
                for piece in choice["delta"].get("tool_calls") or ():
                    call = calls.setdefault(piece["index"], {"name": "", "arguments": ""})
                    for key in call:
                        call[key] += piece["function"].get(key) or ""
    return list(calls.values())


async def over(file: Path, sets: Mapping[str, list[tuple[dict[str, Any], list[Any]]]]) -> dict[str, Any]:
    """Shares of right answers of one model, and its median seconds."""
    llama = await asyncio.to_thread(Llama, file, context=4096, slots=1)
    found: dict[str, Any] = {}
    took = []
    try:
        for kind, rows in sets.items():
            good = 0
            for row, wanted in track(rows, description=f"{file.stem} {kind}", transient=True):
                begun = time.perf_counter()
                try:
                    good += right(await asked(llama, row), wanted)
                except (KippuError, ValueError) as error:  # cut off in the middle, or a schema that isn't one
                    print(f"{row['id']}: {error}")
                took.append(time.perf_counter() - begun)
            found[kind] = round(good / len(rows), 4)
    finally:
        await llama.close()
    return found | {"p50_s": round(median(took), 2)}


async def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    here = Path(__file__).parent.parent
    parser.add_argument("--data", type=Path, default=here.parent / "shared" / "data" / "functions")
    parser.add_argument("--limit", type=int, help="questions of each set")
    parser.add_argument("--model", type=Path, nargs="+", required=True)
    options = parser.parse_args()
    sets = {kind: questions(options.data, kind, options.limit) for kind in _SETS}
    table = Table("", *_SETS, "p50 s")
    result = {}
    for file in options.model:
        found = result[file.stem] = await over(file, sets)
        table.add_row(file.stem, *(str(value) for value in found.values()))
    Console().print(table)
    print(json.dumps(result))


if __name__ == "__main__":
    asyncio.run(main())
