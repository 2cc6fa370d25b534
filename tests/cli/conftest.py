"""The program itself, run as a person runs it."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from fast import measured_as_fast

Run = Callable[..., "subprocess.CompletedProcess[bytes]"]


def environment(data: Path, **more: str) -> dict[str, str]:
    """What the program finds around it: nothing of ours but the data folder."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("KIPPU_", "LC_"))}
    return {**kept, "LANG": "C.UTF-8", "KIPPU_DATA": str(data), **more}


@pytest.fixture
def kippu(data: Path) -> Run:
    """Run one command to its end: ``kippu("ask", "hello", stdin=b"", LANG="ja_JP.UTF-8")``."""

    def run(
        *words: str, stdin: bytes | None = None, folder: Path | None = None, **more: str
    ) -> "subprocess.CompletedProcess[bytes]":
        return subprocess.run(
            [sys.executable, "-m", "kippu", *words],
            env=environment(data, **more),
            **({"stdin": subprocess.DEVNULL} if stdin is None else {"input": stdin}),
            cwd=folder,
            capture_output=True,
            timeout=300,
            check=False,
        )

    return run


@pytest.fixture
def fast(data: Path) -> Path:
    """The data folder of a device that was measured as fast, however busy this one is."""
    measured_as_fast(data)
    return data


@pytest.fixture
def with_model(data: Path, model_path: Path) -> Path:
    """The data folder, with the real default model in it."""
    (data / "models").mkdir()
    (data / "models" / model_path.name).symlink_to(model_path)
    return data
