"""Under ``ask me`` what leaves goes to the provider alone, and holds nothing personal.

A second Kippu in the world plays the provider. All bytes on the cable are searched, both ways: as they are,
and as they read without JSON's escapes, case and punctuation.
"""

import json
import re
import unicodedata
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx

from . import kippus
from .features import MODEL
from .frames import streams
from .lan import ELSEWHERE, Lan
from .said import Said, said

_PORT = 8642
_SETTINGS = f"""
policy = "ask me"
[[providers]]
name = "Far"
url = "http://{ELSEWHERE}:{_PORT}/v1"
model = "{MODEL}"
key_variable = "FAR_KEY"
"""
_ENOUGH = 1
"""Pieces of an answer after which the person stops it: this proof is about what is sent."""


def test_only_the_provider_gets_anything_and_nothing_personal(
    lan: Lan, tmp_path: Path, model_path: Path
) -> None:
    turns = said()
    values = {value: turn.text for turn in turns for value in turn.values}
    assert len(values) == 500
    assert within(values, "\n".join(turn.text for turn in turns)) == set(values), "what is there is not found"
    mine = kippus.folder(tmp_path / "mine", model_path, _SETTINGS)
    theirs = kippus.folder(tmp_path / "theirs", model_path)
    before = len(lan.frames())
    with _far(lan, theirs) as key:
        asked = lan.inside(lambda: _say(mine, key, turns))
    frames = lan.frames()[before:]
    left = [frame.packet for frame in frames if frame.left]
    assert {(packet.kind, packet.protocol, packet.to) for packet in left} == {
        ("IPv4", "TCP", f"{ELSEWHERE}:{_PORT}")
    }
    sent = b"\n".join(streams(left))
    assert sent.count(b"POST /v1/chat/completions") == len(asked) >= 0.9 * len(turns), asked
    read = readable(b"\n".join(streams(frame.packet for frame in frames)))
    assert "into French" in read and "翻訳して" in read, "what left can't be read"
    leaked = {value: values[value] for value in within(values, read)}
    assert leaked == {}, f"{len(leaked)} values left"


def readable(data: bytes) -> str:
    """Bytes as text, JSON's escapes read."""
    text = data.decode("utf-8", "replace")
    text = re.sub(r"\\u([0-9a-fA-F]{4})", lambda found: chr(int(found[1], 16)), text)
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace").replace("\\n", "\n")


def within(values: Iterable[str], text: str) -> set[str]:
    """Those that are in the text, as they were said or in another form of writing."""
    bare = _bare(text)
    return {value for value in values if value in text or _bare(value) in bare}


def _bare(text: str) -> str:
    """Letters and digits alone, in one case and width."""
    return re.sub(r"[\W_]+", "", unicodedata.normalize("NFKC", text).casefold())


@contextmanager
def _far(lan: Lan, data: Path) -> Iterator[str]:
    """A Kippu in the world that lets others in; gives its key."""
    served = kippus.serving(data, "0.0.0.0", _PORT)
    lan.outside(served.__enter__)
    try:
        yield kippus.token(data)
    finally:
        lan.outside(lambda: served.__exit__(None, None, None))


def _say(data: Path, key: str, turns: tuple[Said, ...]) -> list[str]:
    """Say all of it; gives what was shown before it was sent, of each turn that was."""
    shown = []
    conversation = None
    with kippus.serving(data, FAR_KEY=key) as address, kippus.client(address) as http:
        for turn in turns:
            body = {"text": turn.text, "conversation": conversation if turn.goes_on else None}
            told, conversation = _turn(http, body)
            if told:
                shown.append(told)
        row = http.get("/api/ledger/verify").json()
        assert row["whole"], row
    return shown


def _turn(http: httpx.Client, body: dict[str, str | None]) -> tuple[str, str]:
    """Say it and say yes; gives what was shown, and the conversation. Stops the answer once it has begun."""
    shown, turn, conversation, pieces, kind = "", "", "", 0, ""
    with http.stream("POST", "/api/ask", json=body) as stream:
        for line in stream.iter_lines():
            if line.startswith("event: "):
                kind = line.removeprefix("event: ")
            if not line.startswith("data: "):
                continue
            told = json.loads(line.removeprefix("data: "))
            assert kind != "error", told
            if kind == "start":
                turn, conversation = told["turn"], told["conversation"]
            elif kind == "consent":
                shown = told["messages"][-1]["text"]
                http.post(f"/api/turns/{turn}/consent", json={"allow": True}).raise_for_status()
            elif kind == "token" and (pieces := pieces + 1) == _ENOUGH:
                http.post(f"/api/turns/{turn}/stop")
    return shown, conversation
