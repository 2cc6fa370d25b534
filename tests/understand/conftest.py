"""All skills there are, over a database in an empty folder and a home that is not connected."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from kippu.events import Events
from kippu.record import Database, History
from kippu.skills import alarms, calculate, calendar, clock, help, lists, memory, notes, reminders, timers
from kippu.skills.bells import Bells
from kippu.skills.home import Home
from kippu.tool import Skill, Tool


@pytest.fixture
def skills(tmp_path: Path) -> Iterator[tuple[Skill, ...]]:
    database, events = Database(tmp_path / "kippu.db"), Events()
    bells = Bells(database, events)
    found: list[Skill] = []
    found += [
        Home("mqtt://127.0.0.1:1", events).skill(),
        timers.skill(bells),
        alarms.skill(bells),
        reminders.skill(bells),
        calendar.skill(calendar.Calendar(database)),
        lists.skill(lists.Lists(database)),
        notes.skill(notes.Notes(database)),
        clock.skill(),
        calculate.skill(),
        memory.skill(History(database), lambda tool: True),
        help.skill(lambda: found),
    ]
    yield tuple(found)
    database.close()


@pytest.fixture
def tools(skills: tuple[Skill, ...]) -> dict[str, Tool]:
    return {tool.name: tool for skill in skills for tool in skill.tools}
