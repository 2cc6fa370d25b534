"""The documentation is true: its examples run, its links lead somewhere, its help is the real one.

In README.md and docs/, each ``sh`` and ``python`` block is run with the real model, a data folder of its own
and a Kippu that serves it; each ``toml``, ``json`` and ``yaml`` block must parse. A block that can't be run
here has the reason in a comment ``<!-- not run: … -->`` right before it.
"""

import json
import os
import re
import runpy
import socket
import subprocess
import sys
import time
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import httpx
import pytest
import yaml

ROOT = Path(__file__).parent.parent
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))]
_LINK = re.compile(r"\[[^]]*\]\((?!https?:|mailto:|#)(?P<to>[^)#\s]+)[^)]*\)")
_PORT = "8642"


@dataclass(frozen=True)
class Block:
    """One example."""

    page: Path
    line: int
    kind: str
    text: str
    skipped: bool

    def __str__(self) -> str:
        return f"{self.page.name}:{self.line}"


def blocks() -> Iterator[Block]:
    for page in PAGES:
        lines = page.read_text(encoding="utf-8").splitlines()
        start: int | None = None
        for number, line in enumerate(lines):
            if start is None and line.startswith("```"):
                start = number
            elif start is not None and line.rstrip() == "```":
                before = next((text for text in reversed(lines[:start]) if text.strip()), "")
                text = "\n".join(lines[start + 1 : number]) + "\n"
                kind = lines[start].removeprefix("```").split(" ")[0]
                yield Block(page, start + 1, kind, text, before.startswith("<!-- not run:"))
                start = None


ALL = list(blocks())
RUN = [block for block in ALL if block.kind in {"sh", "python"} and not block.skipped]
DATA = [block for block in ALL if block.kind in {"toml", "json", "yaml"} and not block.skipped]


def environment(data: Path, port: int) -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("KIPPU_", "LC_"))}
    path = f"{Path(sys.executable).parent}{os.pathsep}{kept['PATH']}"
    return {**kept, "PATH": path, "LANG": "C.UTF-8", "KIPPU_DATA": str(data), "KIPPU_PORT": str(port)}


@pytest.fixture(scope="module")
def served(model_path: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Path, int]]:
    """A Kippu that serves, with the real model: its data folder and port."""
    data = tmp_path_factory.mktemp("docs") / "data"
    (data / "models").mkdir(parents=True)
    (data / "models" / model_path.name).symlink_to(model_path)
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    kippu = [sys.executable, "-m", "kippu", "serve"]
    process = subprocess.Popen(kippu, env=environment(data, port), stdin=subprocess.DEVNULL)
    try:
        until = time.monotonic() + 60
        while True:
            assert process.poll() is None, "kippu serve ended"
            try:
                if httpx.get(f"http://127.0.0.1:{port}/api/status", trust_env=False, timeout=60).json()[
                    "home"
                ]["things"]:
                    break
            except httpx.TransportError:
                pass
            assert time.monotonic() < until, "kippu serve does not answer"
            time.sleep(0.2)
        yield data, port
    finally:
        process.terminate()
        process.wait(30)


@pytest.mark.parametrize("block", RUN, ids=str)
def test_example_runs(block: Block, served: tuple[Path, int], tmp_path: Path) -> None:
    data, port = served
    text = block.text.replace(_PORT, str(port))
    command = [sys.executable, "-"] if block.kind == "python" else ["bash", "-euo", "pipefail", "-s"]
    if block.kind == "sh":
        # A script on stdin would be eaten by commands that read what is piped in.
        command, text = ["bash", "-euo", "pipefail", "-c", text], ""
    done = subprocess.run(
        command,
        input=text,
        env=environment(data, port),
        cwd=tmp_path,
        capture_output=True,
        text=True,
        timeout=180,
        check=False,
    )
    assert done.returncode == 0, f"{block}\n{text}\n{done.stdout}\n{done.stderr}"
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize("block", DATA, ids=str)
def test_data_parses(block: Block) -> None:
    {"toml": tomllib.loads, "json": json.loads, "yaml": yaml.safe_load}[block.kind](block.text)


def test_there_are_examples() -> None:
    assert len(RUN) >= 5


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_links_lead_somewhere(page: Path) -> None:
    for link in _LINK.finditer(page.read_text(encoding="utf-8")):
        assert (page.parent / link["to"]).exists(), f"{page.name} links to {link['to']}"


def test_command_page_is_the_real_help() -> None:
    made = runpy.run_path(str(ROOT / "scripts" / "docs_cli.py"))["page"]()
    assert (ROOT / "docs" / "cli.md").read_text(encoding="utf-8") == made, "run: make docs"
