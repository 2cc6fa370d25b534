"""The everyday skills over a real database in an empty folder, and a moment to say things at."""

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from kippu.events import Events
from kippu.record import Contacts, Database, History, Pictures
from kippu.settings import Settings
from kippu.skills import calendar, lists, notes, routines
from kippu.skills.bells import Bells
from kippu.skills.home import Home
from kippu.skills.pictures.studio import Studio
from kippu.start.skills import all_skills
from kippu.tool import Context, Skill
from painting import Gradient

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
    database: Database, bells: Bells, events: Events, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> tuple[Skill, ...]:
    """All skills there are; the home is one that can't be reached."""
    monkeypatch.setenv("KIPPU_DATA", str(tmp_path))
    return all_skills(
        Home("mqtt://127.0.0.1:1", events),
        bells,
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
