"""A bad network before a real server: passes requests on, and cuts, refuses, redirects or says nothing."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field
from typing import Literal
from urllib.parse import urlsplit

Fault = Literal[
    "none", "cut", "limit", "limit once", "limit long", "redirect", "silent", "slow", "stall", "trickle",
    "hang up", "refuse key", "garbage",
]  # fmt: skip

_WORD = (
    b'data: {"id":"x","object":"chat.completion.chunk","created":1,"model":"m",'
    b'"choices":[{"index":0,"delta":{"content":"word "},"finish_reason":null}]}\n\n'
)
_SAYS: dict[Fault, bytes] = {
    "limit": b"HTTP/1.1 429 Too Many Requests\r\nretry-after: 0\r\ncontent-length: 0\r\n\r\n",
    "limit once": b"HTTP/1.1 429 Too Many Requests\r\nretry-after: 0\r\ncontent-length: 0\r\n\r\n",
    "limit long": b"HTTP/1.1 429 Too Many Requests\r\nretry-after: 90\r\ncontent-length: 0\r\n\r\n",
    "slow": b"HTTP/1.1 504 Gateway Timeout\r\ncontent-length: 0\r\n\r\n",
    "redirect": b"HTTP/1.1 307 Temporary Redirect\r\nlocation: %b\r\ncontent-length: 0\r\n\r\n",
    "refuse key": b"HTTP/1.1 401 Unauthorized\r\ncontent-length: 0\r\n\r\n",
    "garbage": b"HTTP/1.1 200 OK\r\ncontent-type: text/event-stream\r\nconnection: close\r\n\r\n"
    b"data: {nonsense\n\n",
}


@dataclass
class Faulty:
    """The bad network."""

    server: str
    """Address of the real server."""
    address: str = ""
    fault: Fault = "none"
    cut_after: int = 1200
    """Bytes of an answer that pass before a cut."""
    elsewhere: str = ""
    """Where a redirect points to."""
    heard: list[bytes] = field(default_factory=list)
    """What came in, connection by connection."""

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        with suppress(ConnectionError, asyncio.IncompleteReadError):
            while True:
                head = await reader.readuntil(b"\r\n\r\n")
                length = next(
                    int(line.split(b":")[1])
                    for line in head.lower().splitlines()
                    if b"content-length" in line
                )
                body = await reader.readexactly(length)
                self.heard.append(head + body)
                fault, self.fault = self.fault, "none" if self.fault == "limit once" else self.fault
                if fault == "silent":
                    await asyncio.sleep(60)
                if fault in {"stall", "trickle"}:
                    await _drip(writer, 1 if fault == "stall" else 1000)
                if fault == "hang up":
                    break
                if fault in _SAYS:
                    said = _SAYS[fault]
                    writer.write(said % self.elsewhere.encode() if b"%b" in said else said)
                    await writer.drain()
                    if fault != "garbage":
                        continue
                else:
                    await self._pass_on(head + body, writer, self.cut_after if fault == "cut" else None)
                break
        writer.close()

    async def _pass_on(self, request: bytes, writer: asyncio.StreamWriter, limit: int | None) -> None:
        there = urlsplit(self.server)
        reader, onward = await asyncio.open_connection(there.hostname, there.port)
        head, body = request.split(b"\r\n\r\n", 1)
        lines = [
            line for line in head.split(b"\r\n") if not line.lower().startswith((b"host:", b"connection:"))
        ]
        host = f"host: {there.netloc}".encode()
        onward.write(b"\r\n".join([lines[0], host, b"connection: close", *lines[1:]]) + b"\r\n\r\n" + body)
        passed = 0
        while piece := await reader.read(400):
            writer.write(piece)
            await writer.drain()
            passed += len(piece)
            if limit is not None and passed >= limit:
                break
        onward.close()


async def _drip(writer: asyncio.StreamWriter, words: int) -> None:
    """An answer that begins, comes word by word, and never ends."""
    writer.write(b"HTTP/1.1 200 OK\r\ncontent-type: text/event-stream\r\n\r\n")
    for _ in range(words):
        writer.write(_WORD)
        await writer.drain()
        await asyncio.sleep(0.1)
    await asyncio.sleep(60)


@asynccontextmanager
async def faulty(server: str) -> AsyncIterator[Faulty]:
    """A bad network before this server, until the block ends."""
    network = Faulty(server)
    listener = await asyncio.start_server(network.serve, "127.0.0.1", 0)
    network.address = f"http://127.0.0.1:{listener.sockets[0].getsockname()[1]}"
    try:
        yield network
    finally:
        listener.close()
