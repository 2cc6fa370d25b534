"""News as server-sent events, from a real server, for as long as somebody listens."""

import json
from collections.abc import Iterator
from typing import Any

import httpx


def read(lines: Iterator[str], kind: str) -> dict[str, Any]:
    """The data of the next news of this kind."""
    now = ""
    for line in lines:
        if line.startswith("event: "):
            now = line.removeprefix("event: ")
        elif line.startswith("data: ") and now == kind:
            data: dict[str, Any] = json.loads(line.removeprefix("data: "))
            return data
    raise AssertionError(f"no news of {kind}")


def test_a_ring_and_its_end_reach_all_who_listen(http: httpx.Client) -> None:
    with http.stream("GET", "/api/events") as one, http.stream("GET", "/api/events") as other:
        first, second = one.iter_lines(), other.iter_lines()
        assert next(first) == next(second) == ": here"
        http.post("/api/act", json={"tool": "timers.start", "arguments": {"seconds": 1, "name": "tea"}})
        ring = read(first, "ring")
        assert ring == read(second, "ring")
        assert ring["kind"] == "timer"
        http.post(f"/api/reminders/{ring['id']}/dismiss")
        assert read(first, "rung")["id"] == read(second, "rung")["id"] == ring["id"]
