"""What every request and response has, around an application that reads and answers."""

from collections.abc import AsyncIterator

import httpx
import pytest
from fastapi import FastAPI, Request

from kippu.server import problems
from kippu.server.envelope import LARGEST, LARGEST_WITH_PICTURES, POLICY, Envelope

pytestmark = pytest.mark.anyio


@pytest.fixture
async def client() -> AsyncIterator[httpx.AsyncClient]:
    app = FastAPI()
    problems.install(app)
    app.add_middleware(Envelope)

    @app.post("/{path:path}")
    async def size(path: str, request: Request) -> int:
        return len(await request.body())

    async with httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url="http://kippu") as client:
        yield client


@pytest.mark.parametrize(("path", "kept"), [("/api/x", "no-store"), ("/v1/x", "no-store"), ("/x.js", None)])
async def test_headers_of_every_answer(client: httpx.AsyncClient, path: str, kept: str | None) -> None:
    for response in (await client.post(path), await client.get(path)):
        assert response.headers["content-security-policy"] == POLICY
        assert response.headers["x-content-type-options"] == "nosniff"
        assert response.headers["referrer-policy"] == "no-referrer"
        assert response.headers.get("cache-control") == kept


async def test_the_largest_body_comes_through(client: httpx.AsyncClient) -> None:
    assert (await client.post("/x", content=b" " * LARGEST)).json() == LARGEST


@pytest.mark.parametrize("path", ["/api/pictures", "/v1/images/edits"])
async def test_where_pictures_come_along_more_is_let_in(client: httpx.AsyncClient, path: str) -> None:
    assert (await client.post(path, content=b" " * (LARGEST + 1))).json() == LARGEST + 1
    refused = await client.post(path, content=b" " * (LARGEST_WITH_PICTURES + 1))
    assert refused.status_code == 413 and "32 MB" in refused.json()["error"]["message"]


async def test_one_byte_more_is_refused_before_it_is_read(client: httpx.AsyncClient) -> None:
    response = await client.post("/x", content=b" " * (LARGEST + 1))
    assert response.status_code == 413
    assert response.json()["error"]["code"] == "too_large"
    assert response.headers["connection"] == "close"
    assert response.headers["x-content-type-options"] == "nosniff"


async def test_a_body_of_unknown_length_is_cut_off(client: httpx.AsyncClient) -> None:
    async def pieces() -> AsyncIterator[bytes]:
        for _ in range(LARGEST // 65536 + 1):
            yield b" " * 65536

    response = await client.post("/x", content=pieces())
    assert response.status_code == 413
    assert "4 MB" in response.json()["error"]["message"]
