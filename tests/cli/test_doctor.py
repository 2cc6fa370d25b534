import asyncio
import json
import signal
import socket
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from kippu.cli.part_checks import _model, _told
from kippu.server.lock import hold
from kippu.settings import load

from .conftest import Run, environment


def checks(stdout: bytes) -> dict[str, Any]:
    return {check["check"]: check for check in json.loads(stdout)["checks"]}


def test_all_is_well(kippu: Run, with_model: Path) -> None:
    done = kippu("doctor", "--json", KIPPU_PORT="0")
    found = checks(done.stdout)
    assert done.returncode == 0, [check for check in found.values() if check["state"] == "broken"]
    assert set(found) >= {
        "python",
        "data folder",
        "database",
        "other Kippu",
        "port",
        "disk",
        "memory",
        "model",
        "model speaks",
        "languages",
        "free speech",
        "pictures",
        "home",
    }
    assert "tokens/s" in found["model speaks"]["found"]
    assert "things" in found["home"]["found"]


def test_for_people(kippu: Run, data: Path) -> None:
    done = kippu("doctor", KIPPU_PORT="0")
    assert done.returncode == 0, done.stdout
    assert "→ Get it: kippu models get smollm2-135m-instruct" in done.stdout.decode()


def test_what_is_broken_is_told_with_what_to_do(kippu: Run, data: Path) -> None:
    (data / "kippu.db").write_bytes(b"no database at all, but long enough to be read as one" * 40)
    (data / "models").mkdir()
    (data / "models" / "SmolLM2-135M-Instruct.Q4_1.gguf").write_bytes(b"GGUF and nothing more")
    done = kippu("doctor", "--json", KIPPU_HOME="mqtt://127.0.0.1:9", KIPPU_PORT="0")
    assert done.returncode == 1
    found = checks(done.stdout)
    for check in ("database", "model", "home"):
        assert found[check]["state"] == "broken"
        assert found[check]["do"]
    assert b"Traceback" not in done.stderr


def test_broker_that_is_not_there(kippu: Run, data: Path) -> None:
    done = kippu("doctor", "--json", KIPPU_HOME="mqtt://someone:secret@127.0.0.1:9", KIPPU_PORT="0")
    assert checks(done.stdout)["home"]["state"] == "broken"
    assert b"secret" not in done.stdout


def test_folder_that_can_not_be_written(kippu: Run, tmp_path: Path) -> None:
    blocked = tmp_path / "a file"
    blocked.write_text("")
    done = kippu("doctor", KIPPU_DATA=str(blocked / "data"))
    assert done.returncode == 1
    assert b"KIPPU_DATA" in done.stdout


def test_in_japanese(kippu: Run, data: Path) -> None:
    done = kippu("doctor", KIPPU_PORT="0", LANG="ja_JP.UTF-8")
    shown = done.stdout.decode()
    assert done.returncode == 0, shown
    for words in (
        "データフォルダー",
        "まだこのデバイスにありません",
        "取得するには: kippu models get",
        "デモの家（",
    ):
        assert words in shown
    found = checks(kippu("doctor", "--json", KIPPU_PORT="0", LANG="ja_JP.UTF-8").stdout)
    assert found["home"]["state"] == "ok"


def test_a_locale_that_is_not_installed(kippu: Run, data: Path) -> None:
    found = checks(kippu("doctor", "--json", KIPPU_PORT="0", LC_ALL="xx_XX.UTF-8").stdout)
    assert found["terminal"]["state"] == "note"
    assert "LC_ALL=xx_XX.UTF-8" in found["terminal"]["found"]


def test_a_port_that_is_taken_is_no_harm(kippu: Run, data: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as other:
        found = checks(kippu("doctor", "--json", KIPPU_PORT=str(other.getsockname()[1])).stdout)
    assert found["port"]["state"] == "note"


def test_asks_the_kippu_that_serves(kippu: Run, with_model: Path) -> None:
    here = socket.gethostbyname(socket.gethostname())
    if here.startswith("127."):
        pytest.skip("this machine has no address but loopback's")
    command = [sys.executable, "-m", "kippu", "serve", "--host", here, "--port", "0"]
    process = subprocess.Popen(command, env=environment(with_model), stdout=subprocess.PIPE)
    try:
        assert process.stdout is not None
        assert here.encode() in process.stdout.readline()
        done = kippu("doctor", "--json")
        found = checks(done.stdout)
        assert done.returncode == 0, [check for check in found.values() if check["state"] == "broken"]
        assert "demo home with" in found["home"]["found"]
        assert found["model speaks"]["found"].startswith("writes")
        assert here in found["port"]["found"]
    finally:
        process.send_signal(signal.SIGINT)
        assert process.wait(30) == 0


def test_while_a_chat_goes_on(kippu: Run, with_model: Path) -> None:
    with hold(with_model):
        found = checks(kippu("doctor", "--json", KIPPU_PORT="0").stdout)
    for check in ("other Kippu", "model speaks", "home"):
        assert found[check]["state"] == "note"


def test_a_demo_home_that_is_gone_is_not_told_as_a_broker() -> None:
    found = _told(connected=False, demo=True, address="", things=0)
    assert found.state == "broken"
    assert "broker" not in found.found
    assert "KIPPU_HOME" not in found.do


def test_a_model_that_nobody_knows_is_not_to_be_fetched_again(data: Path) -> None:
    found, path = asyncio.run(_model(load(model="nosuch")))
    assert (found.state, path) == ("broken", None)
    assert "nosuch" in found.found
    assert "`kippu models list`" in found.do and "get nosuch" not in found.do
