"""Server-sent events, and work that ends when nobody waits for it any more.

A client that goes away cancels what makes its events, and so does the server's own end. Knows nothing of what
it sends.
"""

import asyncio
from collections.abc import AsyncGenerator, Coroutine
from contextlib import aclosing
from typing import Any, TypeVar

from fastapi import Request
from fastapi.responses import JSONResponse
from pydantic_core import to_json
from starlette.datastructures import Headers
from starlette.responses import Response
from starlette.types import Receive, Scope, Send

from kippu.errors import KippuError
from kippu.server import problems

T = TypeVar("T")

HEARTBEAT = 15.0
"""Seconds of silence after which a comment tells the client, and what lies between, that we are here."""

_AHEAD = 32
"""Events made ahead of a client that reads slowly."""


class Closing(KippuError):
    """The server is shutting down."""

    status = 503


def event(data: object, kind: str | None = None) -> str:
    """One event: its kind, and its data as one line of JSON."""
    line = f"data: {to_json(data, inf_nan_mode='null').decode()}\n\n"
    return f"event: {kind}\n{line}" if kind else line


class Stream(Response):
    """Events as they are made; ``lines`` is closed at the end, whoever ends it.

    An error before the first event is an ordinary error response; a later one is the last event.
    """

    media_type = "text/event-stream"

    def __init__(self, lines: AsyncGenerator[str, None], closing: asyncio.Event) -> None:
        super().__init__()
        del self.headers["content-length"]
        self.headers["cache-control"] = "no-store"
        self.headers["x-accel-buffering"] = "no"
        self._lines = lines
        self._closing = closing

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Send until there is no more, the client has gone, or the server closes."""
        queue: asyncio.Queue[str | Exception | None] = asyncio.Queue(_AHEAD)
        making = asyncio.create_task(self._make(queue))
        watching = asyncio.create_task(ended(receive, self._closing))
        sending = asyncio.create_task(self._send(queue, scope, receive, send))
        try:
            await asyncio.wait({watching, sending}, return_when=asyncio.FIRST_COMPLETED)
        finally:
            for task in (making, watching, sending):
                task.cancel()
            results = await asyncio.gather(sending, making, watching, return_exceptions=True)
        if isinstance(results[0], Exception):
            raise results[0]
        if isinstance(results[0], asyncio.CancelledError):
            await send({"type": "http.response.body", "body": b"", "more_body": False})

    async def _make(self, queue: asyncio.Queue[str | Exception | None]) -> None:
        """Make all events in one task, so that what makes them may hold locks and timeouts."""
        try:
            async with aclosing(self._lines) as lines:
                async for line in lines:
                    await queue.put(line)
        except Exception as error:
            await queue.put(error)
        else:
            await queue.put(None)

    async def _send(
        self, queue: asyncio.Queue[str | Exception | None], scope: Scope, receive: Receive, send: Send
    ) -> None:
        started = failed = False
        while not failed and (line := await self._next(queue)) is not None:
            if isinstance(line, Exception):
                failed = True
                status, body = problems.told(line, problems.language(Headers(scope=scope)))
                if not started:
                    await JSONResponse(body, status)(scope, receive, send)
                    return
                line = event(body)
            if not started:
                started = True
                await self._begin(send)
            await send({"type": "http.response.body", "body": line.encode(), "more_body": True})
        if not started:
            await self._begin(send)
        await send({"type": "http.response.body", "body": b"", "more_body": False})

    async def _begin(self, send: Send) -> None:
        await send({"type": "http.response.start", "status": 200, "headers": self.raw_headers})

    async def _next(self, queue: asyncio.Queue[str | Exception | None]) -> str | Exception | None:
        try:
            # Not wait_for: in Python 3.11 it loses a cancellation that meets a result.
            async with asyncio.timeout(HEARTBEAT):
                return await queue.get()
        except TimeoutError:
            return ": still here\n\n"


async def unless_gone(request: Request, closing: asyncio.Event, work: Coroutine[Any, Any, T]) -> T:
    """Do the work, but cancel it when the client goes away or the server closes (then raises Closing)."""
    working = asyncio.create_task(work)
    watching = asyncio.create_task(ended(request.receive, closing))
    try:
        await asyncio.wait({working, watching}, return_when=asyncio.FIRST_COMPLETED)
        if working.done():
            return working.result()
        raise Closing(
            "Kippu is shutting down, or nobody waits for this answer any more.",
            "Kippuが終了するところか、この回答を待つ相手がいなくなりました。",
        )
    finally:
        working.cancel()
        watching.cancel()
        await asyncio.gather(working, watching, return_exceptions=True)


async def ended(receive: Receive, closing: asyncio.Event) -> None:
    """Wait until the client has gone or the server closes."""
    watching = {asyncio.create_task(_gone(receive)), asyncio.create_task(_closed(closing))}
    try:
        await asyncio.wait(watching, return_when=asyncio.FIRST_COMPLETED)
    finally:
        for task in watching:
            task.cancel()
        await asyncio.gather(*watching, return_exceptions=True)


async def _closed(closing: asyncio.Event) -> None:
    await closing.wait()


async def _gone(receive: Receive) -> None:
    while (await receive())["type"] != "http.disconnect":
        pass
