"""A provider of its own kind: one that knows the limit of an answer by another name, over real HTTP."""

import asyncio
import json
from collections.abc import AsyncIterator
from contextlib import aclosing, asynccontextmanager
from dataclasses import dataclass, field
from typing import Any

import pytest

from kippu.engines.cloud import Cloud
from kippu.errors import CloudError
from kippu.settings import Provider

pytestmark = pytest.mark.anyio

UNSUPPORTED = {
    "message": "Unsupported parameter: 'max_tokens' is not supported with this model. "
    "Use 'max_completion_tokens' instead.",
    "type": "invalid_request_error",
    "param": "max_tokens",
    "code": "unsupported_parameter",
}
TOO_LARGE = {"message": "max_tokens is too large: 1024.", "param": "max_tokens", "code": "invalid_value"}
CHUNK = {"id": "x", "object": "chat.completion.chunk", "created": 1, "model": "m"}
SAID = {"index": 0, "delta": {"content": "Hello."}, "finish_reason": "stop"}


@dataclass
class Newer:
    """A server that takes requests with one name for the limit, and says so of all others."""

    refuses: dict[str, Any]
    takes: str = "max_completion_tokens"
    heard: list[dict[str, Any]] = field(default_factory=list)
    address: str = ""

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        head = (await reader.readuntil(b"\r\n\r\n")).decode().lower()
        length = int(head.split("content-length:")[1].split("\r\n")[0])
        request = json.loads(await reader.readexactly(length))
        self.heard.append(request)
        if self.takes in request:
            kind, status, body = (
                "text/event-stream",
                "200 OK",
                f"data: {json.dumps(CHUNK | {'choices': [SAID]})}",
            )
        else:
            kind, status, body = "application/json", "400 Bad Request", json.dumps({"error": self.refuses})
        writer.write(
            f"HTTP/1.1 {status}\r\ncontent-type: {kind}\r\nconnection: close\r\n\r\n{body}\n\n".encode()
        )
        await writer.drain()
        writer.close()


@asynccontextmanager
async def newer(refuses: dict[str, Any], takes: str = "max_completion_tokens") -> AsyncIterator[Newer]:
    there = Newer(refuses, takes)
    async with await asyncio.start_server(there.serve, "127.0.0.1", 0) as server:
        there.address = f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}/v1"
        yield there


@dataclass
class Heard:
    """What leaves, and what of it surely did nothing."""

    left: list[str] = field(default_factory=list)
    refusals: int = 0

    def leaves(self, body: str) -> None:
        self.left.append(body)

    def refused(self) -> None:
        self.refusals += 1


async def ask(cloud: Cloud, heard: Heard) -> str:
    request = {"messages": [{"role": "user", "content": "Hi."}], "max_tokens": 1024}
    async with aclosing(cloud.chat(request, heard)) as chunks:
        return "".join([choice["delta"]["content"] async for chunk in chunks for choice in chunk["choices"]])


async def test_one_that_refuses_the_name_of_the_limit_gets_it_by_another_from_then_on() -> None:
    async with newer(UNSUPPORTED) as there:
        cloud, heard = Cloud(Provider(name="New", url=there.address, model="m"), ""), Heard()
        for _ in range(2):
            assert await ask(cloud, heard) == "Hello."
        await cloud.close()
    limits = [{name: value for name, value in each.items() if "max" in name} for each in there.heard]
    assert limits == [{"max_tokens": 1024}, {"max_completion_tokens": 1024}, {"max_completion_tokens": 1024}]
    assert [json.loads(body) for body in heard.left] == there.heard and heard.refusals == 1


@pytest.mark.parametrize(
    "refuses", [TOO_LARGE, {"message": "No such model.", "param": "model", "code": None}]
)
async def test_one_that_refuses_for_another_reason_is_not_asked_again(refuses: dict[str, Any]) -> None:
    async with newer(refuses, takes="nothing") as there:
        cloud, heard = Cloud(Provider(name="New", url=there.address, model="m"), ""), Heard()
        with pytest.raises(CloudError, match="refused with status 400"):
            await ask(cloud, heard)
        await cloud.close()
    assert len(there.heard) == 1 == heard.refusals


async def test_one_that_refuses_both_is_asked_twice() -> None:
    async with newer(UNSUPPORTED, takes="nothing") as there:
        cloud = Cloud(Provider(name="New", url=there.address, model="m"), "")
        with pytest.raises(CloudError, match="refused with status 400"):
            await ask(cloud, Heard())
        await cloud.close()
    assert len(there.heard) == 2


async def test_no_proxy_of_the_environment_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    async with newer(UNSUPPORTED, takes="max_tokens") as there, newer(UNSUPPORTED) as proxy:
        for name in ("http_proxy", "HTTP_PROXY", "https_proxy", "all_proxy", "ALL_PROXY"):
            monkeypatch.setenv(name, proxy.address.removesuffix("/v1"))
        cloud = Cloud(Provider(name="New", url=there.address, model="m"), "a key")
        assert await ask(cloud, Heard()) == "Hello."
        await cloud.close()
    assert len(there.heard) == 1 and not proxy.heard
