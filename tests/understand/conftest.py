"""All skills there are, over a database in an empty folder and a home that is not connected."""

from collections.abc import Iterator
from pathlib import Path

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
from kippu.skills.home import Home
from kippu.tool import Skill, Tool


@pytest.fixture
def skills(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[tuple[Skill, ...]]:
    database, events = Database(tmp_path / "kippu.db"), Events()
    bells = Bells(database, events)
    monkeypatch.setenv("KIPPU_DATA", str(tmp_path))
    kept, noted, days = lists.Lists(database), notes.Notes(database), calendar.Calendar(database)
    people = Contacts(database)
    found: list[Skill] = []
    found += [
        Home("mqtt://127.0.0.1:1", events).skill(),
        timers.skill(bells),
        alarms.skill(bells),
        reminders.skill(bells),
        calendar.skill(days),
        lists.skill(kept),
        notes.skill(noted),
        clock.skill(),
        calculate.skill(),
        memory.skill(History(database), lambda tool: True),
        contacts.skill(people),
        phone.skill(people),
        search.skill(search.Kept(noted, kept, bells, days, people, History(database))),
        settings_skill.skill(Settings(data=tmp_path)),
        help.skill(lambda: found),
    ]
    yield tuple(found)
    database.close()


@pytest.fixture
def tools(skills: tuple[Skill, ...]) -> dict[str, Tool]:
    return {tool.name: tool for skill in skills for tool in skill.tools}
