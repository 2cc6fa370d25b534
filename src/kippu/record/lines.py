"""A conversation as a model reads it: its lines, oldest first, and which of them were commands.

Reads what was kept of the turns; knows no model.
"""

import json
import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from kippu.record.database import Database
from kippu.turn import Message, pasted


def lines(database: Database, conversation: str) -> tuple[Message, ...]:
    """What was said in it so far, without turns that still run. Empty for a new one."""
    rows = database.read(
        "SELECT text, said, tainted, written, coalesce(json_extract(answer, '$.meaning.talk'), '') = '' "
        "AND (json_array_length(answer, '$.outcomes') > 0 "
        "OR json_extract(answer, '$.meaning.question') IS NOT NULL) AS acted, "
        "json_extract(answer, '$.outcomes') AS outcomes "
        "FROM turns WHERE conversation = ? AND done ORDER BY number",
        conversation,
    )
    return tuple(line for row in rows for line in _pair(row))


def _pair(row: sqlite3.Row) -> Iterator[Message]:
    acted, own, written = bool(row["acted"]), row["text"], row["written"]
    # Kept before pasted pages were marked, a turn tells by its length alone.
    tainted = bool(row["tainted"]) or pasted(own) or pasted(written)
    outcomes = json.loads(row["outcomes"] or "[]") if acted else []
    asked = "; ".join(_words(outcome["call"]) for outcome in outcomes)
    yield Message("user", own, pasted(own) or bool(tainted and written), written, acted, asked)
    if row["said"]:
        worked = all(outcome["ok"] for outcome in outcomes)
        came = f"{'Done' if worked else 'Not done'}: {asked}." if outcomes else ""
        yield Message("assistant", row["said"], tainted, done=acted, plainly=came)


def _words(call: Mapping[str, Any]) -> str:
    """``home.turn_on`` of a lamp: "home turn on: Lamp"."""
    told = ", ".join(_values(call.get("arguments", {}).values()))
    name = str(call["tool"]).replace(".", " ").replace("_", " ")
    return f"{name}: {told}" if told else name


def _values(given: Iterable[Any]) -> Iterator[str]:
    for value in given:
        if isinstance(value, list):
            yield from _values(value)
        elif isinstance(value, (str, int, float)):
            yield str(value)
