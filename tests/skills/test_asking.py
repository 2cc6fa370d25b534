"""Every skill that asks which one is meant offers replies, and each of them is then the one that is meant."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from kippu.record.deeds import offered, proposed
from kippu.skills.asking import Choice, which
from kippu.tool import Context, Skill
from kippu.turn import Answer, Call, Meaning, Outcome, Placement
from skills.running import run

pytestmark = pytest.mark.anyio


def test_one_alone_is_no_choice() -> None:
    assert which("Which?", [Choice("this", {"id": "1"})]).data == {"choices": [], "each": []}
    many = which("Which?", [Choice(str(number), {"id": str(number)}) for number in range(30)])
    assert len(many.data["choices"]) == len(many.data["each"]) == 10


def at(context: Context, hour: int, days: int = 1) -> str:
    day = context.now.replace(tzinfo=None, hour=hour, minute=0, second=0, microsecond=0)
    return (day + timedelta(days=days)).isoformat()


Ask = tuple[list[tuple[str, dict[str, Any]]], str, dict[str, Any], list[str]]
"""What is there before, the tool that asks and its arguments, and what the last choice leaves to be done."""


def asks(context: Context) -> dict[str, Ask]:
    seven, eight = {"at": at(context, 7)}, {"at": at(context, 8)}
    return {
        "a timer among planned commands": (
            [("timers.start", {"minutes": 5, "command": "open the door"}), ("timers.start", {"minutes": 5}),
             ("timers.repeat", {"command": "open the door", "at": at(context, 9), "repeat": "daily"})],
            "timers.cancel", {"name": "door"}, ["“open the door” every day at 9:00 AM"],
        ),
        "no such timer": (
            [("timers.start", {"minutes": 5}), ("timers.start", {"minutes": 5, "name": "tea"})],
            "timers.cancel", {"name": "coffee"}, ["tea"],
        ),
        "alarms of one hour": (
            [("alarms.set", seven), ("alarms.set", {**seven, "repeat": "daily", "name": "gym"})],
            "alarms.cancel", seven, ["gym"],
        ),
        "an alarm to move": (
            [("alarms.set", seven), ("alarms.set", eight)], "alarms.move", {"at": "09:00:00"},
            ["8:00 AM", "9:00 AM"],
        ),
        "reminders of one text": (
            [("reminders.add", {"text": "stretch", **seven}),
             ("reminders.add", {"text": "stretch", **eight})],
            "reminders.remove", {"text": "stretch"}, ["stretch"],
        ),
        "items": (
            [("lists.add", {"item": "oat milk, soy milk, bread"})],
            "lists.remove", {"item": "bread and milk"}, ["bread", "soy milk"],
        ),
        "lists": (
            [("lists.add", {"item": "cake", "list": "party food"}),
             ("lists.add", {"item": "Anna", "list": "party guests"})],
            "lists.show", {"list": "party"}, ["party guests", "Anna"],
        ),
        "notes": (
            [("notes.add", {"text": "the car key is here"}),
             ("notes.add", {"text": "the door key is there"})],
            "notes.remove", {"words": "key"}, ["the car key"],
        ),
        "any note": (
            [("notes.add", {"text": "one"}), ("notes.add", {"text": "two"})],
            "notes.remove", {"words": ""}, ["one"],
        ),
        "events": (
            [("calendar.add", {"text": "meeting", **seven}), ("calendar.add", {"text": "meeting", **eight})],
            "calendar.remove", {"text": "meeting"}, ["meeting", "8:00 AM"],
        ),
        "an event to move": (
            [("calendar.add", {"text": "meeting", **seven}), ("calendar.add", {"text": "meeting", **eight})],
            "calendar.move", {"text": "meeting", "at": "10:00:00"}, ["meeting", "10:00 AM"],
        ),
        "people": (
            [("contacts.add", {"name": "Anna Smith", "phone": "555 1234"}),
             ("contacts.add", {"name": "Anna Jones", "phone": "555 9999"})],
            "contacts.remove", {"name": "Anna"}, ["Anna Jones"],
        ),
        "whom to call": (
            [("contacts.add", {"name": "Anna Smith", "phone": "555 1234"}),
             ("contacts.add", {"name": "Anna Jones", "phone": "555 9999"})],
            "phone.call", {"to": "Anna"}, ["Anna Jones", "555 9999"],
        ),
        "which of somebody's numbers": (
            [("contacts.add", {"name": "Paul", "phone": "555 1234"}),
             ("contacts.add", {"name": "Paul", "phone": "555 9999"})],
            "phone.message", {"to": "Paul", "text": "Hi"}, ["555 9999", "Hi"],
        ),
    }  # fmt: skip


@pytest.mark.parametrize("case", list(asks(Context("en", datetime.now(UTC)))))
async def test_the_last_choice_is_done(case: str, skills: tuple[Skill, ...], en: Context) -> None:
    by_tool = {tool.name: skill for skill in skills for tool in skill.tools}
    before, tool, arguments, told = asks(en)[case]
    for name, given in before:
        assert (await run(by_tool[name], name, en, **given)).ok
    said = await run(by_tool[tool], tool, en, **arguments)
    assert not said.ok
    outcome = Outcome(Call(tool, arguments), said.ok, said.text, said.data)
    meaning, placement = Meaning("template", 0.99), Placement("none", None, "")
    asked = Answer("t", "c", said.text, "en", meaning, placement, outcomes=(outcome,))
    words, calls = offered(asked), proposed(asked)
    assert len(set(words)) == len(words) == len(calls) >= 2
    done = await run(by_tool[tool], tool, en, **calls[-1].arguments)
    assert done.ok and all(each in done.text for each in told), done.text
    again = await run(by_tool[tool], tool, en, **calls[-1].arguments)
    assert again.data.get("choices", []) != said.data["choices"]
