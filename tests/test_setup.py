"""``scripts/setup``, with something in the place of pip: what a person sees of it."""

import shutil
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PIP = """#!/bin/sh
[ "$1" = -c ] && exit 0
echo "Collecting one"
echo "Collecting two"
echo "  Downloading much"
echo "ERROR: {said}" >&2
exit {code}
"""


@pytest.fixture
def clone(tmp_path: Path) -> Path:
    """What setup needs of a clone, with a .venv in it."""
    for name in ("scripts/setup", "requirements/run.txt", "requirements/build.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        shutil.copy(ROOT / name, tmp_path / name)
    (tmp_path / ".venv/bin").mkdir(parents=True)
    return tmp_path


def setup(clone: Path, code: int) -> "subprocess.CompletedProcess[str]":
    """Run it with a pip that ends so."""
    pip = clone / ".venv/bin/python"
    pip.write_text(PIP.format(said="no such index", code=code))
    pip.chmod(0o755)
    return subprocess.run(
        [clone / "scripts/setup", "run"], capture_output=True, text=True, timeout=60, check=False
    )


def test_a_line_is_shown_and_the_rest_is_in_the_log(clone: Path) -> None:
    done = setup(clone, 0)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("Installing ") and done.stdout.count("\n") == 1
    assert "Downloading much" in (clone / ".venv/setup.log").read_text()
    assert (clone / ".venv/.run").exists()


def test_when_it_fails_it_says_why_and_where_the_log_is(clone: Path) -> None:
    done = setup(clone, 1)
    assert done.returncode == 1
    assert "no such index" in done.stderr and ".venv/setup.log" in done.stderr
    assert "Downloading" not in done.stdout + done.stderr
    assert not (clone / ".venv/.run").exists()
