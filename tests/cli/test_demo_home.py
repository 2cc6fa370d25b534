import json
import signal
import subprocess
import sys
from pathlib import Path

from .conftest import Run, environment


def test_another_kippu_can_use_it(kippu: Run, data: Path) -> None:
    command = [sys.executable, "-m", "kippu", "demo-home", "--port", "0"]
    process = subprocess.Popen(
        command, env=environment(data), stdin=subprocess.DEVNULL, stdout=subprocess.PIPE
    )
    assert process.stdout is not None
    address = json.loads(process.stdout.readline())["address"]
    done = kippu("ask", "--json", "turn on the kitchen light", KIPPU_HOME=address)
    process.send_signal(signal.SIGINT)
    assert process.wait(30) in {0, 130}
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout)["outcomes"][0]["ok"] is True


def test_wrong_file(kippu: Run, tmp_path: Path) -> None:
    wrong = tmp_path / "home.yaml"
    wrong.write_text("rooms: [3\n")
    done = kippu("demo-home", "--home", str(wrong))
    assert done.returncode in range(1, 8)
    assert b"home.yaml" in done.stderr
    assert b"Traceback" not in done.stderr
