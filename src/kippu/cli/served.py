"""The assistant over HTTP: the Kippu that already serves this data folder.

Knows the server's routes; starts nothing and holds nothing of its own.
"""

import json
from collections.abc import AsyncGenerator, AsyncIterator, Mapping
from contextlib import aclosing, asynccontextmanager
from pathlib import Path
from typing import Any

import httpx

from kippu.cli.reach import Request
from kippu.errors import FetchError, KippuError
from kippu.record import answer_from_json
from kippu.turn import Answer

_CONNECT_SECONDS = 10.0
_OPEN = "open"


class Served:
    """A Kippu at an address."""

    def __init__(self, client: httpx.AsyncClient) -> None:
        self._client = client
        self._turn: str | None = None

    async def ask(self, request: Request) -> AsyncGenerator[str | Answer, None]:
        """Pieces of the answer as they come, last the Answer."""
        body = {
            "text": request.text,
            "conversation": request.conversation,
            "language": request.language,
            "here": request.here,
            "outside": request.outside,
            "dry_run": request.dry_run,
        }
        sent = {name: value for name, value in body.items() if value}
        async for kind, data in self._events("POST", "/api/ask", json=sent):
            if kind == "start":
                self._turn = data["turn"]
            elif kind == "token":
                yield data["text"]
            elif kind == "answer":
                yield answer_from_json(data)
            elif kind == "error":
                raise _error(data)

    async def stop(self) -> None:
        """Stop the answer that is being given."""
        if self._turn:
            await self._client.post(f"/api/turns/{self._turn}/stop")

    async def latest(self) -> str | None:
        """Id of the conversation that was used last."""
        response = await self._client.get("/api/conversations")
        _check(response)
        found: list[dict[str, Any]] = response.json()
        return str(found[0]["id"]) if found else None

    async def rings(self) -> AsyncGenerator[Mapping[str, Any], None]:
        """Reminders as they ring, until the server goes."""
        try:
            async for kind, data in self._events("GET", "/api/events"):
                if kind == "ring":
                    yield data
        except KippuError:
            return

    async def get_model(self, id: str) -> AsyncGenerator[tuple[int, int], None]:
        """Have the server fetch a model that is not there: bytes so far and in all. Raises FetchError."""
        async with aclosing(self._events("GET", "/api/events")) as events:
            async for kind, data in events:
                if kind == _OPEN:
                    _check(await self._client.post(f"/api/models/{id}/get"))
                elif kind == "model" and data["id"] == id:
                    if "error" in data:
                        raise FetchError(data["error"])
                    if "received" not in data:
                        return
                    yield data["received"], data["bytes"]

    async def use_model(self, id: str) -> None:
        """Talk with this model from now on."""
        _check(await self._client.post(f"/api/models/{id}/use"))

    async def _events(
        self, method: str, path: str, **sent: Any
    ) -> AsyncGenerator[tuple[str, dict[str, Any]], None]:
        """Server-sent events, kind and data; first an ``_OPEN`` that says they are coming."""
        try:
            async with self._client.stream(method, path, **sent) as response:
                if response.is_error:
                    await response.aread()
                _check(response)
                yield _OPEN, {}
                kind = "message"
                async for line in response.aiter_lines():
                    if line.startswith("event: "):
                        kind = line.removeprefix("event: ")
                    elif line.startswith("data: "):
                        yield kind, json.loads(line.removeprefix("data: "))
        except httpx.HTTPError as error:
            raise KippuError(
                f"The Kippu at {self._client.base_url} went away ({error or type(error).__name__}). "
                "Ask again; if it stays, start it anew with `kippu serve`."
            ) from error


@asynccontextmanager
async def served(address: str, data: Path) -> AsyncIterator[Served]:
    """The Kippu at this address, which serves this data folder."""
    timeout = httpx.Timeout(_CONNECT_SECONDS, read=None)
    token = data / "token"
    # Asked for by a Kippu that listens on one address of the network, also of those on its own device.
    headers = {"Authorization": f"Bearer {token.read_text().strip()}"} if token.exists() else {}
    async with httpx.AsyncClient(
        base_url=address, timeout=timeout, headers=headers, trust_env=False
    ) as client:
        yield Served(client)


def _check(response: httpx.Response) -> None:
    if response.is_error:
        try:
            raise _error(response.json()["error"])
        except (ValueError, KeyError, TypeError):
            raise KippuError(
                f"{response.url} answered {response.status_code}, which is not a Kippu's answer."
            ) from None


def _error(told: Mapping[str, Any]) -> KippuError:
    """The error that the server told of, of the same kind where it has one here too."""
    code = str(told.get("code") or "").replace("_", "")
    kinds = {kind.__name__.lower(): kind for kind in _all(KippuError)}
    return kinds.get(code, KippuError)(told["message"])


def _all(kind: type[KippuError]) -> list[type[KippuError]]:
    return [kind, *(deeper for direct in kind.__subclasses__() for deeper in _all(direct))]
