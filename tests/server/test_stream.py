"""Streams over a real socket: heartbeats, clients that go away, errors early and late."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import httpx
import pytest
import uvicorn
from fastapi import FastAPI, Request
from fastapi.responses import Response

from kippu.errors import ModelMissing
from kippu.server import problems, stream
from kippu.server.binding import bind
from kippu.server.stream import Stream, event, unless_gone

pytestmark = pytest.mark.anyio


class Played:
    """An application with one stream of each kind, and what became of them."""

    def __init__(self) -> None:
        self.closing = asyncio.Event()
        self.ended = asyncio.Event()
        self.begun = asyncio.Event()
        self.app = FastAPI()
        problems.install(self.app)
        self.app.add_api_route("/count", self.count)
        self.app.add_api_route("/forever", self.forever)
        self.app.add_api_route("/early", self.early)
        self.app.add_api_route("/late", self.late)
        self.app.add_api_route("/slow", self.slow)

    async def count(self) -> Response:
        async def lines() -> AsyncIterator[str]:
            for number in range(100):
                yield event(number)

        return Stream(lines(), self.closing)

    async def forever(self) -> Response:
        async def lines() -> AsyncIterator[str]:
            try:
                yield event({"hello": "世界\n"}, "start")
                await asyncio.Event().wait()
            finally:
                self.ended.set()

        return Stream(lines(), self.closing)

    async def early(self) -> Response:
        async def lines() -> AsyncIterator[str]:
            if self.app:
                raise ModelMissing("Get it first.", "先に取得してください。")
            yield ""

        return Stream(lines(), self.closing)

    async def late(self) -> Response:
        async def lines() -> AsyncIterator[str]:
            yield event(1)
            raise ZeroDivisionError("secret")

        return Stream(lines(), self.closing)

    async def slow(self, request: Request) -> str:
        async def work() -> str:
            self.begun.set()
            try:
                await asyncio.Event().wait()
            finally:
                self.ended.set()
            return "done"

        return await unless_gone(request, self.closing, work())


@asynccontextmanager
async def serving(played: Played) -> AsyncIterator[httpx.AsyncClient]:
    config = uvicorn.Config(played.app, log_config=None, lifespan="off", timeout_graceful_shutdown=1)
    server = uvicorn.Server(config)
    listener = bind("127.0.0.1", 0)
    port = listener.getsockname()[1]
    task = asyncio.create_task(server.serve(sockets=[listener]))
    try:
        async with httpx.AsyncClient(base_url=f"http://127.0.0.1:{port}", trust_env=False) as client:
            yield client
    finally:
        played.closing.set()
        server.should_exit = True
        await task


async def test_all_events_come_in_order() -> None:
    async with serving(Played()) as client:
        response = await client.get("/count")
    assert response.headers["content-type"].startswith("text/event-stream")
    assert response.headers["cache-control"] == "no-store"
    assert response.text == "".join(f"data: {number}\n\n" for number in range(100))


async def test_one_event_is_one_line_of_json() -> None:
    assert event({"a": "\n世界"}, "start") == 'event: start\ndata: {"a":"\\n世界"}\n\n'
    assert event(float("nan")) == "data: null\n\n"


async def test_silence_is_filled_with_comments(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(stream, "HEARTBEAT", 0.05)
    async with serving(Played()) as client, client.stream("GET", "/forever") as response:
        lines = response.aiter_lines()
        seen = [await anext(lines) for _ in range(5)]
    assert seen[0] == "event: start"
    assert ": still here" in seen


async def test_a_client_that_goes_ends_the_work() -> None:
    played = Played()
    async with serving(played) as client:
        async with client.stream("GET", "/forever") as response:
            await anext(response.aiter_lines())
        async with asyncio.timeout(5):
            await played.ended.wait()


async def test_a_client_that_goes_ends_work_without_a_stream() -> None:
    played = Played()
    async with serving(played) as client:
        asking = asyncio.create_task(client.get("/slow"))
        await played.begun.wait()
        asking.cancel()
        async with asyncio.timeout(5):
            await played.ended.wait()


async def test_closing_ends_streams_and_work() -> None:
    played = Played()
    async with serving(played) as client, client.stream("GET", "/forever") as response:
        asking = asyncio.create_task(client.get("/slow"))
        await played.begun.wait()
        played.closing.set()
        assert "hello" in "".join([line async for line in response.aiter_lines()])
        assert (await asking).status_code == 503


async def test_an_early_error_is_an_ordinary_one() -> None:
    async with serving(Played()) as client:
        response = await client.get("/early")
    assert response.status_code == 503
    assert response.json()["error"] == {
        "message": "Get it first.",
        "type": "server_error",
        "param": None,
        "code": "model_missing",
    }


async def test_an_error_comes_in_the_language_that_is_asked_for() -> None:
    async with serving(Played()) as client:
        for path, says in (("/early", "先に取得してください。"), ("/late", "内部で問題が起きました")):
            response = await client.get(path, headers={"Accept-Language": "ja"})
            assert says in response.text


async def test_a_late_error_is_the_last_event() -> None:
    async with serving(Played()) as client:
        response = await client.get("/late")
    assert response.text.startswith("data: 1\n\ndata: ")
    assert '"code":"unexpected"' in response.text
    assert "secret" not in response.text
