"""The built wheel, installed alone in an empty environment, is the whole program."""

import json
import os
import re
import signal
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx
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


def environment(data: Path) -> dict[str, str]:
    """Nothing of the environment in which the tests run."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "KIPPU_"))}
    return {**kept, "KIPPU_DATA": str(data)}


def run(program: Path, data: Path, *words: str) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(
        [str(program), *words],
        env=environment(data),
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
    assert any(name.endswith("web/vendor/uplot.js") for name in there)
    assert any(name.endswith("web/vendor/uplot.LICENSE") for name in there)
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


@contextmanager
def serving(program: Path, data: Path) -> Iterator[str]:
    """The program as it serves, stopped as Ctrl-C does; gives its address."""
    command = [str(program), "serve", "--port", "0"]
    with subprocess.Popen(
        command,
        env=environment(data),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        cwd=data.parent,
    ) as process:
        try:
            assert process.stdout is not None
            said = []
            for line in process.stdout:
                said.append(line)
                if found := re.search(r"http://\S+", line):
                    yield found[0]
                    break
            else:
                pytest.fail("It did not serve:\n" + "".join(said))
        finally:
            process.send_signal(signal.SIGINT)
            rest = process.communicate(timeout=60)[0]
    assert process.returncode == 0
    assert "Traceback" not in rest


def test_it_serves_its_pages_and_does_what_it_is_told(kippu: Path, data: Path) -> None:
    with serving(kippu, data) as address, httpx.Client(base_url=address, trust_env=False, timeout=60) as web:
        page = web.get("/")
        assert page.status_code == 200 and page.headers["content-type"].startswith("text/html")
        found = re.search(r'src="(?P<script>[^"]+\.js)"', page.text)
        assert found
        script = web.get(f"/{found['script'].lstrip('/')}")
        assert script.status_code == 200 and "javascript" in script.headers["content-type"]
        done = web.post("/api/ask", json={"text": "turn on the kitchen light"})
        assert done.status_code == 200, done.text
        assert "The kitchen light is on." in done.text
