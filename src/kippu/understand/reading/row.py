"""What the commands of one sentence take from those before: the half of the day, what a reminder is of.

Knows calls, and the time phrases of their words.
"""

from collections.abc import Sequence
from datetime import datetime

from kippu.turn import Call, Language
from kippu.understand.later.waking import after_waking

_PUT_DOWN = {
    "lists.add": "item", "notes.add": "text", "calendar.add": "text", "calendar.move": "text",
    "reminders.add": "text",
}  # fmt: skip
"""By tool: the argument with what was put down."""


def in_a_row(
    said: Sequence[tuple[str, Sequence[Call]]], language: Language, now: datetime
) -> list[tuple[str, Sequence[Call]]]:
    """Commands as they were said, each with its calls, as they are meant behind one another."""
    found: list[tuple[str, Sequence[Call]]] = []
    what = ""
    for text, calls in after_waking(said, language, now):
        whole = [_of(what, call) for call in calls]
        found.append((text, whole))
        for call in whole:
            what = str(call.arguments.get(_PUT_DOWN.get(call.tool, ""), "")) or what
    return found


def _of(what: str, call: Call) -> Call:
    """A reminder of nothing is one of what was put down: "add milk to the list and remind me at 5"."""
    if call.tool != "reminders.add" or call.arguments.get("text") or not what:
        return call
    return Call(call.tool, {**call.arguments, "text": what})
