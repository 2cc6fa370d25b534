"""The built wheel, installed alone in an empty environment, is the whole program."""

import json
import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
SOURCE = ROOT / "src" / "kippu"


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("dist")
    command = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(folder), str(ROOT)]
    subprocess.run(command, check=True, capture_output=True, timeout=300)
    (built,) = folder.glob("*.whl")
    return built


@pytest.fixture(scope="module")
def kippu(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The program of an environment that has the wheel, what it requires, and nothing else."""
    folder = tmp_path_factory.mktemp("empty")
    subprocess.run([sys.executable, "-m", "venv", str(folder)], check=True, timeout=300)
    pip = [str(folder / "bin" / "python"), "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    locked = ["--require-hashes", "-r", str(ROOT / "requirements" / "run.txt")]
    subprocess.run([*pip, *locked], check=True, timeout=900)
    subprocess.run([*pip, "--no-index", str(wheel)], check=True, timeout=300)
    return folder / "bin" / "kippu"


def run(program: Path, data: Path, *words: str) -> "subprocess.CompletedProcess[str]":
    environment = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    return subprocess.run(
        [str(program), *words],
        env={**environment, "KIPPU_DATA": str(data)},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=300,
        cwd=data.parent,
        check=False,
    )


def test_wheel_holds_every_file_that_the_program_reads(wheel: Path) -> None:
    there = set(zipfile.ZipFile(wheel).namelist())
    wanted = {
        str(path.relative_to(SOURCE.parent))
        for path in SOURCE.rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }
    assert wanted - there == set()
    assert any(name.endswith("web/index.html") for name in there)
    assert any(name.endswith("catalogue.toml") for name in there)
    assert any(name.endswith("ja.yaml") for name in there)
    assert not [name for name in there if name.startswith(("tests/", "bench/", "docs/"))]


def test_it_says_its_version(kippu: Path, data: Path) -> None:
    done = run(kippu, data, "--version")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("kippu ")


def test_it_understands_without_a_model(kippu: Path, data: Path) -> None:
    done = run(kippu, data, "ask", "--dry-run", "--json", "turn on the kitchen light")
    assert done.returncode == 0, done.stderr
    answer = json.loads(done.stdout)
    assert [call["tool"] for call in answer["meaning"]["calls"]] == ["home.turn_on"]
    assert answer["outcomes"] == []
