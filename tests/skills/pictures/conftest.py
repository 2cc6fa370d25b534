from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from kippu.record import Database, Pictures
from kippu.skills.pictures.studio import Studio
from painting import Gradient


@pytest.fixture
def gallery(database: Database, tmp_path: Path) -> Pictures:
    return Pictures(database, tmp_path / "pictures")


@pytest.fixture
def gradient() -> Gradient:
    return Gradient()


@pytest.fixture
async def studio(gallery: Pictures, gradient: Gradient) -> AsyncIterator[Studio]:
    studio = Studio(gallery, {"model": lambda: gradient})
    yield studio
    gradient.go.set()
    await studio.close()
