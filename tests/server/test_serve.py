"""Whole server processes: start, stop, two on one data folder, and other devices."""

import json
import os
import re
import signal
import socket
import subprocess
import threading
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import httpx
import pytest

from kippu.server.lock import holder
from kippu.server.pairing import lan_address

from .conftest import Running, command, start


@pytest.fixture
def empty(data: Path) -> Iterator[Running]:
    """A server without a model."""
    running = start(data)
    yield running
    if running.process.poll() is None:
        running.stop(signal.SIGKILL)


def test_one_line_with_the_address(empty: Running, data: Path) -> None:
    assert empty.said == [f"Kippu is at {empty.address}\n"]
    assert empty.address.startswith("http://127.0.0.1:")
    assert holder(data) == empty.address


def test_pages_come_before_any_model(empty: Running) -> None:
    with empty.client() as http:
        assert http.get("/").status_code == 200
        assert http.get("/api/status").json()["model"]["state"] == "missing"
        response = http.post("/v1/chat/completions", json={"model": "smollm2-135m-instruct", "messages": []})
        assert response.status_code == 400
        body = {"model": "smollm2-135m-instruct", "messages": [{"role": "user", "content": "Hi"}]}
        response = http.post("/v1/chat/completions", json=body)
        assert response.status_code == 503
        assert response.json()["error"]["code"] == "model_missing"
        assert "kippu models get" in response.json()["error"]["message"]


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_a_signal_ends_it_cleanly_with_streams_open(empty: Running, data: Path, number: int) -> None:
    ended = threading.Event()
    opened = threading.Event()

    def listen() -> None:
        with empty.client() as http, http.stream("GET", "/api/events") as response:
            for _ in response.iter_lines():
                opened.set()
        ended.set()

    threading.Thread(target=listen).start()
    assert opened.wait(10)
    begun = time.monotonic()
    assert empty.stop(number) == 0
    assert time.monotonic() - begun < 10
    assert ended.wait(5)
    assert holder(data) is None


def test_a_killed_server_leaves_its_folder_free(empty: Running, data: Path) -> None:
    assert empty.stop(signal.SIGKILL) == -signal.SIGKILL
    again = start(data)
    with again.client() as http:
        assert http.get("/api/conversations").status_code == 200
    assert again.stop() == 0


def test_a_server_killed_in_the_middle_of_an_answer_keeps_what_was_said(data: Path, model_path: Path) -> None:
    (data / "models").mkdir()
    (data / "models" / model_path.name).symlink_to(model_path)
    running = start(data)
    body = {"text": "write a very long story about a river and its towns", "conversation": "river"}
    said: list[str] = []
    with (
        running.client() as http,
        suppress(httpx.RemoteProtocolError),
        http.stream("POST", "/api/ask", json=body) as response,
    ):
        for line in response.iter_lines():
            if line.startswith('data: {"text"'):
                said.append(json.loads(line.removeprefix("data: "))["text"])
            if len(said) == 20:
                running.stop(signal.SIGKILL)
    again = start(data)
    with again.client() as http:
        (turn,) = http.get("/api/conversations/river").json()["turns"]
        assert turn["text"] == body["text"]
        kept, seen = turn["said"], "".join(said)
        assert kept
        assert seen.startswith(kept) or kept.startswith(seen)
        assert turn["answer"] is None
        assert http.get("/api/conversations", params={"search": "river"}).json()[0]["id"] == "river"
    assert again.stop() == 0


def test_a_second_server_on_one_data_folder(empty: Running, data: Path) -> None:
    environment = {**os.environ, "KIPPU_DATA": str(data), "KIPPU_PORT": "0", "BROWSER": "true"}
    second = subprocess.run(
        command(), env=environment, capture_output=True, text=True, check=False, timeout=60
    )
    assert second.returncode != 0
    assert f"process {empty.process.pid}" in second.stderr
    assert empty.address in second.stderr
    opening = subprocess.run(
        command("--open"), env=environment, capture_output=True, text=True, check=False, timeout=60
    )
    assert opening.returncode == 0
    assert empty.address in opening.stdout
    with empty.client() as http:
        assert http.get("/api/status").status_code == 200


def test_a_taken_port(data: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as other:
        taken = other.getsockname()[1]
        running = start(data, port=str(taken))
        assert f"{taken} is taken" in running.said[0]
        with running.client() as http:
            assert http.get("/api/status").status_code == 200
        assert running.stop() == 0


def test_other_devices_need_the_token(data: Path) -> None:
    running = start(data, host="0.0.0.0")
    try:
        port = running.address.rsplit(":", 1)[1]
        with httpx.Client(base_url=f"http://127.0.0.1:{port}", trust_env=False) as here:
            pair = here.get("/api/pair").json()
        address = lan_address()
        if address is None:
            pytest.skip("this device has no network of its own")
        assert pair["url"].startswith(f"http://{address}:{port}/?token=")
        assert "<svg" in pair["svg"]
        with httpx.Client(base_url=f"http://{address}:{port}", trust_env=False) as phone:
            assert phone.get("/api/status").status_code == 401
            assert phone.get("/").status_code == 401
            response = phone.get(pair["url"])
            assert response.status_code == 303
            assert phone.get(response.headers["location"]).status_code == 200
            assert phone.get("/api/status").status_code == 200
        token = re.sub(r".*token=", "", pair["url"])
        with httpx.Client(trust_env=False, headers={"authorization": f"Bearer {token}"}) as program:
            assert program.get(f"http://{address}:{port}/v1/models").json()["object"] == "list"
        assert (data / "token").stat().st_mode & 0o777 == 0o600
    finally:
        assert running.stop() == 0


def test_nothing_unexpected_in_the_log(empty: Running, data: Path) -> None:
    with empty.client() as http:
        http.post("/api/ask", content=b"{", headers={"content-type": "application/json"})
        http.get("/api/conversations/none")
    assert empty.stop() == 0
    log = data / "kippu.log"
    assert not log.exists() or "Traceback" not in log.read_text(encoding="utf-8")
