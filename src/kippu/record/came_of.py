"""What came of a plan: the turn in which what was to be done later was done, in a conversation of its own.

Behind it "undo" and "it" mean what was done then; the plan itself is over.
"""

import sqlite3
from collections.abc import Sequence

from kippu.record.database import Database
from kippu.turn import Outcome

_PLANS = "timers.start"


def came_of(database: Database, number: int, outcomes: Sequence[Outcome]) -> sqlite3.Row | None:
    """The turn (its ``id``, ``text``, ``answer``, and whether it was taken ``back`` since) in which the one
    plan was done that ``outcomes`` made, in the turn of this number; None before that, and for all else."""
    command = outcomes[0].call.arguments.get("command") if len(outcomes) == 1 else None
    if not command or outcomes[0].call.tool != _PLANS:
        return None
    rows = database.read(
        "SELECT id, text, answer, id IN (SELECT turn FROM taken_back) AS back FROM turns "
        "WHERE origin = 'plan' AND done AND answer IS NOT NULL AND number > ? AND text = ? "
        "ORDER BY number LIMIT 1",
        number,
        command,
    )
    return rows[0] if rows else None
