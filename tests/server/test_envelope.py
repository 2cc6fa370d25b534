"""What every request and response has, around an application that reads and answers."""

from collections.abc import AsyncIterator
from typing import Annotated

import httpx
import pytest
from fastapi import FastAPI, Request
from pydantic import BaseModel, ConfigDict, Field

from kippu.server import problems
from kippu.server.envelope import LARGEST, LARGEST_WITH_PICTURES, POLICY, Envelope

pytestmark = pytest.mark.anyio


class _Wish(BaseModel):
    """What the application takes."""

    model_config = ConfigDict(extra="forbid")

    count: int = Field(1, le=4)
    words: str | list[Annotated[str, Field(min_length=1)]] = ""


@pytest.fixture
async def client() -> AsyncIterator[httpx.AsyncClient]:
    app = FastAPI()
    problems.install(app)
    app.add_middleware(Envelope)

    @app.post("/wish")
    async def wish(body: _Wish) -> int:
        return body.count

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


@pytest.mark.parametrize(
    ("sent", "says", "param"),
    [
        (b'{"count": 9}', "「count」を 9 にはできません（4 以下にしてください）。", "count"),
        (b'{"count": "x"}', "「count」を 'x' にはできません（整数にしてください）。", "count"),
        (b'{"words": [""]}', "「words.0」を '' にはできません（1文字以上にしてください）。", "words.0"),
        (b'{"other": 1}', "ここに「other」はありません。外してください。", "other"),
        (b"[]", "本文は JSON のオブジェクトにして", None),
        (b"{", "本文が JSON ではありません。2文字目で途切れているか", None),
    ],
)
async def test_what_is_wrong_is_told_in_the_readers_language(
    client: httpx.AsyncClient, sent: bytes, says: str, param: str | None
) -> None:
    headers = {"content-type": "application/json", "accept-language": "ja"}
    answer = await client.post("/wish", content=sent, headers=headers)
    assert answer.status_code == 400
    assert answer.json()["error"]["message"].startswith(says)
    assert answer.json()["error"]["param"] == param
    english = await client.post("/wish", content=sent, headers={"content-type": "application/json"})
    assert english.json()["error"]["message"].isascii()


async def test_a_wrong_method_is_told_in_japanese(client: httpx.AsyncClient) -> None:
    wrong = await client.get("/wish", headers={"accept-language": "ja"})
    assert wrong.json()["error"]["message"].startswith("/wish に GET は使えません。")
