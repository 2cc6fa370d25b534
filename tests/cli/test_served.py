"""What goes wrong between this program and a Kippu that serves is told in words."""

import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from kippu.cli.request import Request
from kippu.cli.served import served
from kippu.errors import KippuError, NotAllowed
from kippu.turn import Asking, Consent


async def nobody(asking: Asking) -> Consent:
    raise AssertionError("nothing was to be asked")


@contextmanager
def answering(content: bytes) -> Iterator[str]:
    """A server that answers one request with these bytes and hangs up."""
    with socket.create_server(("127.0.0.1", 0)) as listening:

        def answer() -> None:
            connection, _ = listening.accept()
            with connection:
                connection.recv(65536)
                connection.sendall(content)

        thread = threading.Thread(target=answer)
        thread.start()
        yield f"http://127.0.0.1:{listening.getsockname()[1]}"
        thread.join()


def response(body: bytes, length: int | None = None, status: str = "200 OK") -> bytes:
    head = f"HTTP/1.1 {status}\r\nContent-Length: {len(body) if length is None else length}\r\n\r\n"
    return head.encode() + body


@pytest.mark.anyio
async def test_nobody_there(data: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as listening:
        address = f"http://127.0.0.1:{listening.getsockname()[1]}"
    async with served(address, data) as kippu:
        for call in (kippu.latest(), kippu.status(), kippu.told("x"), kippu.use_model("x")):
            with pytest.raises(KippuError, match="can't be reached") as caught:
                await call
            assert "つながりません" in caught.value.ja
        with pytest.raises(KippuError, match="can't be reached"):
            await anext(kippu.ask(Request("hello"), nobody))


@pytest.mark.anyio
@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"", "went away"),
        (response(b"", length=100), "went away"),
        (b"nonsense\r\n\r\n", "went away"),
        (response(b"<html>"), "not a Kippu's answer"),
        (response(b"<html>", status="500 Oh"), "not a Kippu's answer"),
        (response(b'{"error": {"message": "no entry", "code": "not_allowed"}}', status="401 No"), "no entry"),
    ],
)
async def test_an_answer_that_is_none(data: Path, content: bytes, says: str) -> None:
    with answering(content) as address:
        async with served(address, data) as kippu:
            with pytest.raises(KippuError, match=says) as caught:
                await kippu.status()
            assert isinstance(caught.value, NotAllowed) == (says == "no entry")


@pytest.mark.anyio
async def test_a_stream_that_breaks(data: Path) -> None:
    with answering(response(b'event: token\ndata: {"text": "Once"}\n\n', length=1000)) as address:
        async with served(address, data) as kippu:
            pieces = kippu.ask(Request("a story"), nobody)
            assert await anext(pieces) == "Once"
            with pytest.raises(KippuError, match="went away in the middle"):
                await anext(pieces)
