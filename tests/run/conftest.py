"""One loaded model for all tests of a file."""

from collections.abc import AsyncIterator
from pathlib import Path
from typing import Literal

import pytest

from kippu.engines import Loader


@pytest.fixture(scope="module")
def anyio_backend() -> Literal["asyncio"]:
    """One loop for all tests of a file: they share one loaded model."""
    return "asyncio"


@pytest.fixture(scope="module")
async def loader(model_path: Path) -> AsyncIterator[Loader]:
    """Lends the default model."""
    loader = Loader(lambda _: model_path, idle_minutes=5, context=1024)
    yield loader
    await loader.close()
