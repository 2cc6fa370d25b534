"""Fixtures that many tests share: an empty data folder, the real default model."""

import os
from pathlib import Path

import pytest


@pytest.fixture
def anyio_backend() -> str:
    return "asyncio"


@pytest.fixture
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty data folder of its own, which ``kippu.settings`` finds."""
    folder = tmp_path / "data"
    folder.mkdir()
    monkeypatch.setenv("KIPPU_DATA", str(folder))
    return folder


@pytest.fixture(scope="session")
def model_path() -> Path:
    """The real SmolLM2-135M-Instruct, fetched once by ``kippu models get`` into the checkout's cache."""
    from_environment = os.environ.get("KIPPU_TEST_MODELS")
    checkout = Path(__file__).parent.parent
    folder = Path(from_environment) if from_environment else checkout / ".kippu" / "models"
    path = folder / "SmolLM2-135M-Instruct.Q4_1.gguf"
    if not path.exists():
        pytest.fail(
            f"{path} is missing: `make test` fetches it with `kippu models get smollm2-135m-instruct`."
        )
    return path
