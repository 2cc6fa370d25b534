import json
from pathlib import Path
from typing import Any

from .conftest import Run


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
