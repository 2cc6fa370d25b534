"""The everyday skills over a real database in an empty folder, and a moment to say things at."""

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from kippu.events import Events
from kippu.record import Database, History
from kippu.skills import alarms, calculate, calendar, clock, help, lists, memory, notes, reminders, timers
from kippu.skills.bells import Bells
from kippu.tool import Context, Skill

TOKYO = ZoneInfo("Asia/Tokyo")


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    database = Database(tmp_path / "kippu.db")
    yield database
    database.close()


@pytest.fixture
def events() -> Events:
    return Events()


@pytest.fixture
def bells(database: Database, events: Events) -> Bells:
    return Bells(database, events)


@pytest.fixture
def en() -> Context:
    return Context("en", datetime.now(TOKYO))


@pytest.fixture
def ja() -> Context:
    return Context("ja", datetime.now(TOKYO))


@pytest.fixture
def skills(database: Database, bells: Bells) -> tuple[Skill, ...]:
    """All everyday skills."""
    all_skills: list[Skill] = []
    all_skills += [
        clock.skill(),
        timers.skill(bells),
        alarms.skill(bells),
        reminders.skill(bells),
        calendar.skill(calendar.Calendar(database)),
        lists.skill(lists.Lists(database)),
        notes.skill(notes.Notes(database)),
        calculate.skill(),
        memory.skill(History(database), lambda tool: True),
        help.skill(lambda: all_skills),
    ]
    return tuple(all_skills)
