"""All skills there are, over a database in an empty folder and a home that is not connected."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from kippu.events import Events
from kippu.record import Contacts, Database, History, Pictures
from kippu.settings import Settings
from kippu.skills import calendar, lists, notes, routines
from kippu.skills.bells import Bells
from kippu.skills.home import Home
from kippu.skills.pictures.studio import Studio
from kippu.start.skills import all_skills, by_name
from kippu.tool import Skill, Tool
from painting import Gradient


@pytest.fixture
def skills(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[tuple[Skill, ...]]:
    database, events = Database(tmp_path / "kippu.db"), Events()
    monkeypatch.setenv("KIPPU_DATA", str(tmp_path))
    yield all_skills(
        Home("mqtt://127.0.0.1:1", events),
        Bells(database, events),
        lists.Lists(database),
        notes.Notes(database),
        calendar.Calendar(database),
        Contacts(database),
        Studio(Pictures(database, tmp_path / "pictures"), {"model": Gradient}),
        events,
        History(database),
        Settings(data=tmp_path),
        routines.Routines(database),
    )
    database.close()


@pytest.fixture
def tools(skills: tuple[Skill, ...]) -> dict[str, Tool]:
    return by_name(skills)
