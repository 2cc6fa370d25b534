"""Kippus as people run them: the server, commands, and a chat at a terminal. Knows nothing of networks.

What starts a program starts it where it is called: inside or outside of a ``Lan``.
"""

import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx

_START_SECONDS = 60.0
_SECONDS = 120.0


def environment(data: Path, **more: str) -> dict[str, str]:
    """What a program finds around it: a home of its own, and no proxy or index that was set for the tests."""
    kept = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith(("KIPPU_", "PIP_", "UV_", "LC_", "XDG_", "OPENAI_", "DBUS_", "SSL_"))
        and not name.lower().endswith("_proxy")
    }
    home = data.parent / f"{data.name}-home"
    home.mkdir(exist_ok=True)
    given = {"HOME": str(home), "LANG": "C.UTF-8", "PIP_CONFIG_FILE": os.devnull, "KIPPU_DATA": str(data)}
    return {**kept, **given, **more}


def folder(data: Path, model: Path, settings: str = "") -> Path:
    """A data folder with the model in it."""
    (data / "models").mkdir(parents=True)
    (data / "models" / model.name).symlink_to(model)
    if settings:
        (data / "settings.toml").write_text(settings, encoding="utf-8")
    return data


@contextmanager
def serving(data: Path, host: str = "127.0.0.1", port: int = 0, **more: str) -> Iterator[str]:
    """``kippu serve`` until the block ends, as Ctrl-C ends it; gives the address that it says."""
    output = data / "said.txt"
    with output.open("wb") as said:
        process = subprocess.Popen(
            [sys.executable, "-m", "kippu", "serve", "--host", host, "--port", str(port)],
            env=environment(data, **more), stdin=subprocess.DEVNULL, stdout=said, stderr=said,
        )  # fmt: skip
    try:
        yield _address(process, output)
    finally:
        process.send_signal(signal.SIGINT)
        process.wait(30)


def _address(process: "subprocess.Popen[bytes]", output: Path) -> str:
    end = time.monotonic() + _START_SECONDS
    while process.poll() is None and time.monotonic() < end:
        if found := re.search(r"Kippu is at (http\S+)", output.read_text("utf-8")):
            return found[1]
        time.sleep(0.05)
    raise AssertionError(f"Kippu did not start: {output.read_text('utf-8')}")


def token(data: Path) -> str:
    """What lets others in to a Kippu that listens beyond its own device; it says so after its address."""
    end = time.monotonic() + _START_SECONDS
    while not (data / "token").exists() and time.monotonic() < end:
        time.sleep(0.05)
    return (data / "token").read_text("ascii").strip()


def client(address: str, token: str = "") -> httpx.Client:
    """Of a Kippu's HTTP API."""
    headers = {"authorization": f"Bearer {token}"} if token else {}
    return httpx.Client(base_url=address, timeout=_SECONDS, trust_env=False, headers=headers)


def command(data: Path, *words: str, stdin: bytes = b"", refused: bool = False, **more: str) -> str:
    """One command to its end; what it said, on stderr where it is ``refused``. Fails when it fails."""
    done = subprocess.run(
        [sys.executable, "-m", "kippu", *words],
        env=environment(data, **more), input=stdin, capture_output=True, timeout=_SECONDS, check=False,
    )  # fmt: skip
    assert bool(done.returncode) is refused, (words, done.stdout, done.stderr)
    return (done.stderr if refused else done.stdout or done.stderr).decode()
