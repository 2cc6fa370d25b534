"""The everyday skills over a real database in an empty folder, and a moment to say things at."""

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from kippu.events import Events
from kippu.record import Contacts, Database, History
from kippu.settings import Settings
from kippu.skills import (
    alarms,
    calculate,
    calendar,
    clock,
    contacts,
    help,
    lists,
    memory,
    notes,
    phone,
    reminders,
    search,
    timers,
)
from kippu.skills import settings as settings_skill
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
def skills(
    database: Database, bells: Bells, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> tuple[Skill, ...]:
    """All everyday skills."""
    monkeypatch.setenv("KIPPU_DATA", str(tmp_path))
    kept, noted, days = lists.Lists(database), notes.Notes(database), calendar.Calendar(database)
    people = Contacts(database)
    all_skills: list[Skill] = []
    all_skills += [
        clock.skill(),
        timers.skill(bells),
        alarms.skill(bells),
        reminders.skill(bells),
        calendar.skill(days),
        lists.skill(kept),
        notes.skill(noted),
        calculate.skill(),
        memory.skill(History(database), lambda tool: True),
        contacts.skill(people),
        phone.skill(people),
        search.skill(search.Kept(noted, kept, bells, days, people, History(database))),
        settings_skill.skill(Settings(data=tmp_path)),
        help.skill(lambda: all_skills),
    ]
    return tuple(all_skills)
