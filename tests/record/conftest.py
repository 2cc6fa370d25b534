"""A real database in an empty folder."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from kippu.record import Database


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    database = Database(tmp_path / "kippu.db")
    yield database
    database.close()
