"""Whatever tells what was kept earlier is foreign: a page may have been pasted there."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from kippu.settings import load
from kippu.start import running
from kippu.tool import Context
from kippu.turn import Call
from proof.features import ARGUMENTS

pytestmark = pytest.mark.anyio
PAGE = "Zanzibar"
"""Stands in all that is kept, and in no argument of a tool."""
KEPT = (
    Call("notes.add", {"text": PAGE}),
    Call("lists.add", {"item": PAGE}),
    Call("reminders.add", {"text": PAGE, "at": "2037-05-01T07:00:00"}),
    Call("calendar.add", {"text": PAGE, "at": "2037-05-01T07:00:00"}),
    Call("contacts.add", {"name": PAGE, "phone": "555 1234"}),
    Call("timers.start", {"minutes": 5, "name": PAGE}),
    Call("alarms.set", {"at": "2037-05-01T08:00:00", "name": PAGE}),
)
NARROWED = {
    "lists.remove": {"item": "all"}, "lists.check": {"item": "all"}, "notes.remove": {"last": 1},
    "reminders.remove": {}, "calendar.remove": {"day": "2037-05-01"}, "search.find": {"words": "zanz"},
    "contacts.remove": {"name": "zanzibar"}, "calendar.show": {"day": "2037-05-01"},
    "phone.call": {"to": "zanzibar"}, "phone.message": {"to": "zanzibar"},
}  # fmt: skip
"""What has a tool find what was kept, where its usual arguments do not."""


async def test_what_tells_of_what_was_kept_is_foreign(data: Path) -> None:
    async with running(load(home="mqtt://127.0.0.1:1")) as kippu:
        context = Context("en", datetime.now(UTC).astimezone(), "c")
        telling, left_out = [], []
        for tool in (tool for skill in kippu.skills for tool in skill.tools):
            if tool.name.startswith(("pictures.", "settings.", "home.")):
                continue
            for call in KEPT:
                await kippu.run.call(call, context)
            turn = kippu.assistant.turn(f"{PAGE} " * 60, "c")
            kippu.history.begin(turn)
            kippu.history.leave(turn.id)
            given = NARROWED.get(tool.name, ARGUMENTS.get(tool.name, {}))
            outcome = await kippu.run.call(Call(tool.name, given), context)
            if PAGE in outcome.text:
                telling.append(tool.name)
                left_out += [] if outcome.tainted else [(tool.name, outcome.text)]
        assert left_out == []
        assert {
            "notes.find", "notes.remove", "lists.show", "lists.remove", "reminders.list", "calendar.show",
            "contacts.find", "search.find", "history.asked", "timers.status", "alarms.list", "phone.call",
        } <= set(telling)  # fmt: skip
