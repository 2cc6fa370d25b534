"""Under ``ask me`` what leaves goes to the provider alone, and holds nothing personal.

A second Kippu in the world plays the provider. All bytes on the cable are searched, both ways: as they are,
and as they read without JSON's escapes, case and punctuation.
"""

import json
import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from itertools import zip_longest
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
_SENT_SECONDS = 0.3
"""After so long without another frame a request is whole. This proof is about what is sent: an answer that no
turn follows is stopped then, and any other at its first piece, with which it goes into the next request.
"""


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
        asked = lan.inside(lambda: _say(mine, key, turns, lan.until_sent))
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


def _say(data: Path, key: str, turns: tuple[Said, ...], sent: Callable[[int, float], int]) -> list[str]:
    """Say all of it; gives what was shown before it was sent, of each turn that was.

    ``sent`` is ``Lan.until_sent``.
    """
    shown = []
    conversation = None
    with kippus.serving(data, FAR_KEY=key) as address, kippus.client(address) as http:
        for turn, following in zip_longest(turns, turns[1:]):
            body = {"text": turn.text, "conversation": conversation if turn.goes_on else None}
            last = following is None or not following.goes_on
            told, conversation = _turn(http, body, sent if last else None)
            if told:
                shown.append(told)
        row = http.get("/api/ledger/verify").json()
        assert row["whole"], row
    return shown


def _turn(
    http: httpx.Client, body: dict[str, str | None], sent: Callable[[int, float], int] | None
) -> tuple[str, str]:
    """Say it and say yes; gives what was shown, and the conversation.

    Stops the answer once the request is ``sent``; without that, once it has begun.
    """
    shown, turn, conversation, kind = "", "", "", ""
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
                before = sent(0, 0) if sent else 0
                http.post(f"/api/turns/{turn}/consent", json={"allow": True}).raise_for_status()
                if sent:
                    sent(before + 1, _SENT_SECONDS)
                    http.post(f"/api/turns/{turn}/stop")
            elif kind == "token":
                http.post(f"/api/turns/{turn}/stop")
    return shown, conversation
