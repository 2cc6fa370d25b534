"""Fixtures that many tests share: an empty data folder, the real default model."""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from kippu.run import talk
from left_behind import MARK

_LONGEST = ("proof", "web", "test_package.py", "test_cloud.py")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The files that take minutes come first: begun last, they would leave the other worker without work."""
    items.sort(key=lambda item: not any(part in _LONGEST for part in item.path.parts))


def pytest_configure(config: pytest.Config) -> None:
    """Each worker keeps to one core: models that compute on all of them wait for one another's threads."""
    worker = os.environ.get("PYTEST_XDIST_WORKER")
    if worker and hasattr(os, "sched_setaffinity"):
        cores = sorted(os.sched_getaffinity(0))
        os.sched_setaffinity(0, {cores[int(worker.removeprefix("gw")) % len(cores)]})


@pytest.fixture(scope="session", autouse=True)
def nothing_left_behind() -> Iterator[None]:
    """No program that a test started outlives the tests; one that did not end by itself is told of."""
    run = str(os.getpid())
    with subprocess.Popen(
        [sys.executable, str(Path(__file__).parent / "left_behind.py"), run],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, start_new_session=True,
    ) as watcher:  # fmt: skip
        os.environ[MARK] = run
        yield
        del os.environ[MARK]
        left, _ = watcher.communicate()
    assert not left, f"still running after the tests:\n{left}"


@pytest.fixture
def anyio_backend() -> str:
    return "asyncio"


@pytest.fixture(autouse=True)
def same_words(monkeypatch: pytest.MonkeyPatch) -> None:
    """A model in this process draws the same words each time: a test that fails, fails for a reason."""
    monkeypatch.setitem(talk._SAMPLING, "seed", 7)


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
