"""The program itself, run as a person runs it."""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from kippu.models import measure

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
    measure(data)
    file = data / "device.json"
    kept = json.loads(file.read_text())
    file.write_text(json.dumps({**kept, "bandwidth": 2e10, "bandwidth_all": 4e10, "computing": 4e11}))
    return data


@pytest.fixture
def with_model(data: Path, model_path: Path) -> Path:
    """The data folder, with the real default model in it."""
    (data / "models").mkdir()
    (data / "models" / model_path.name).symlink_to(model_path)
    return data
