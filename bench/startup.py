"""How long a start takes: until the address is out, the app answers, and the first command is done.

    python bench/startup.py [--model FILE] [--runs N]

`kippu serve` is started as a person does, with the demo home, in one data folder: first with nothing in
it but the model, then again and again. The peer in the same run is llama.cpp's own server (xllamacpp) with
the same model, until it has loaded it: it has no home, no record and no app.
"""

import argparse
import json
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from statistics import median
from typing import Any

import httpx
from rich.console import Console
from rich.table import Table

_MODEL = Path(__file__).parent.parent / ".kippu" / "models" / "SmolLM2-135M-Instruct.Q4_1.gguf"
_MOMENTS = {
    "address": "the address is out",
    "app": "the app answers",
    "command": "the first command is done",
}
_PEER = """
import sys, xllamacpp
params = xllamacpp.CommonParams()
params.model.path = sys.argv[1]
params.n_ctx = 4096
params.verbosity = -1
server = xllamacpp.Server(params)
print("there", flush=True)
"""


def start(data: Path) -> dict[str, float]:
    """Seconds from the start of the program to each of these moments."""
    begun = time.perf_counter()
    environment = {**os.environ, "KIPPU_DATA": str(data), "PYTHONUNBUFFERED": "1"}
    process = subprocess.Popen(
        [sys.executable, "-m", "kippu", "serve", "--port", "0"],
        env=environment, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True,
    )  # fmt: skip
    assert process.stdout is not None
    try:
        line = next(line for line in process.stdout if "http://" in line)
        took = {"address": time.perf_counter() - begun}
        address = line[line.index("http://") :].split()[0].rstrip("/")
        with httpx.Client(base_url=address, timeout=60) as client:
            client.get("/").raise_for_status()
            client.get("/api/status").raise_for_status()
            took["app"] = time.perf_counter() - begun
            answer = client.post("/api/ask", json={"text": "turn on the kitchen light"})
            took["command"] = time.perf_counter() - begun
            if '"ok":true' not in answer.text.replace(" ", ""):
                raise SystemExit(f"The light was not turned on: {answer.text[-400:]}")
    finally:
        process.send_signal(signal.SIGINT)
        process.wait(30)
    return took


def peer(model: Path) -> float:
    """Seconds until llama.cpp's server has loaded the model."""
    begun = time.perf_counter()
    with subprocess.Popen(
        [sys.executable, "-c", _PEER, str(model)], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
    ) as process:
        assert process.stdout is not None
        process.stdout.readline()
        seconds = time.perf_counter() - begun
        process.kill()
    return seconds


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--model", type=Path, default=_MODEL)
    parser.add_argument("--runs", type=int, default=5)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        data = Path(folder)
        (data / "models").mkdir()
        shutil.copy(options.model, data / "models" / options.model.name)
        first = start(data)
        later = [start(data) for _ in range(options.runs)]
    loaded = median(peer(options.model) for _ in range(options.runs))
    again = {moment: median(each[moment] for each in later) for moment in first}
    table = Table("until", "first start, s", "later starts, s")
    for moment, words in _MOMENTS.items():
        table.add_row(words, f"{first[moment]:.2f}", f"{again[moment]:.2f}")
    table.add_row("llama.cpp's server has loaded the model", "", f"{loaded:.2f}")
    Console().print(table)
    figures: dict[str, Any] = {
        "first": {moment: round(seconds, 3) for moment, seconds in first.items()},
        "later": {moment: round(seconds, 3) for moment, seconds in again.items()},
        "peer": round(loaded, 3),
        "ratio": round(again["app"] / loaded, 3),
    }
    print(json.dumps(figures))


if __name__ == "__main__":
    main()
