"""The assistant over HTTP: the Kippu that already serves this data folder.

Knows the server's routes; starts nothing and holds nothing of its own.
"""

import asyncio
import json
from collections.abc import AsyncGenerator, AsyncIterator, Iterator, Mapping, Sequence
from contextlib import aclosing, asynccontextmanager, contextmanager, suppress
from pathlib import Path
from typing import Any
from urllib.parse import quote

import httpx

from kippu.cli.consenting import Consenting
from kippu.cli.person import language
from kippu.cli.request import Request
from kippu.cli.steps import Step, reading
from kippu.errors import FetchError, KippuError, NotFound
from kippu.record import answer_from_json
from kippu.turn import Answer, Asking, Call, Egress, Message, Offer, Placement

_SECONDS = 10.0
"""To connect, to send, and for an answer that needs no model."""
_OPEN = "open"
_TRIES = 10


class Served:
    """A Kippu at an address."""

    stays = True

    def __init__(self, client: httpx.AsyncClient) -> None:
        self._client = client
        self._turn: str | None = None
        self._conversation: str | None = None

    async def ask(self, request: Request, consent: Consenting) -> AsyncGenerator[str | Answer, None]:
        """Pieces of the answer as they come, last the Answer. ``consent`` is asked before text leaves."""
        body = {
            "text": request.text,
            "conversation": request.conversation,
            "language": request.language,
            "here": request.here,
            "outside": request.outside,
            "layer": request.layer,
            "once": request.once,
            "dry_run": request.dry_run,
        }
        sent = {name: value for name, value in body.items() if value}
        asking: asyncio.Task[None] | None = None
        try:
            async with aclosing(self._events("POST", "/api/ask", json=sent)) as events:
                async for kind, data in events:
                    if kind == "start":
                        self._turn, self._conversation = data["turn"], data["conversation"]
                    elif kind == "consent":
                        asking = asyncio.create_task(self._consent(_asking(data), consent))
                    elif kind == "token":
                        yield data["text"]
                    elif kind == "answer":
                        yield answer_from_json(data)
                    elif kind == "error":
                        raise _error(data)
        finally:
            if asking is not None:
                asking.cancel()

    async def _consent(self, asking: Asking, consent: Consenting) -> None:
        """Ask the person and pass it on; the server may not wait for it yet, or (for long) no more."""
        said = await consent(asking)
        if said is None:
            await self.stop()
            return
        body = {"allow": said.allow, "text": said.text}
        for _ in range(_TRIES):
            try:
                await self._ask("POST", f"/api/turns/{asking.turn}/consent", json=body)
                return
            except NotFound:
                await asyncio.sleep(0.1)

    async def stop(self) -> None:
        """Stop the answer that is being given."""
        if self._turn:
            await self._ask("POST", f"/api/turns/{self._turn}/stop")

    async def latest(self) -> str | None:
        """Id of the conversation that was used last."""
        found = await self._ask("GET", "/api/conversations")
        return str(found[0]["id"]) if found else None

    async def told(self, conversation: str) -> Sequence[tuple[str, str]]:
        """What was said in a conversation."""
        found = await self._ask("GET", f"/api/conversations/{conversation}")
        return [(turn["text"], turn["said"]) for turn in found["turns"]]

    async def stay(self, conversation: str) -> None:
        """Let a conversation stay on this device."""
        await self._ask("PUT", f"/api/conversations/{conversation}/stays", json={"stays": True})

    async def status(self) -> Mapping[str, Any]:
        """How it is: its model, its home."""
        found: Mapping[str, Any] = await self._ask("GET", "/api/status")
        return found

    async def chat(self, **request: Any) -> AsyncGenerator[Mapping[str, Any], None]:
        """Chunks of a chat completion, as OpenAI's."""
        request = {**request, "stream": True}
        async with aclosing(self._events("POST", "/v1/chat/completions", json=request)) as events:
            async for kind, data in events:
                if kind != _OPEN:
                    yield data

    async def steps(self) -> AsyncGenerator[Step | None, None]:
        """How far the drawing or reading is that the answer waits for; None when it is over."""
        try:
            async for kind, data in self._events("GET", "/api/events"):
                if kind == "checking":
                    yield reading(data, "checking")
                if data.get("conversation") != self._conversation:
                    continue
                if kind == "reading":
                    yield reading(data)
                elif kind == "drawing":
                    async for what, news in self._events("GET", f"/api/pictures/jobs/{data['job']}"):
                        if what == "progress":
                            yield Step(news["variant"], news["step"], news["steps"])
                    yield None
        except KippuError:
            return

    async def rings(self) -> AsyncGenerator[Mapping[str, Any] | None, None]:
        """Reminders that rang to nobody, None, then each as it rings; one that was shown is dismissed."""
        try:
            async for kind, data in self._events("GET", "/api/events"):
                rings = [data] if kind == "ring" else []
                if kind == _OPEN:
                    found = await self._ask("GET", "/api/reminders")
                    rings = [reminder for reminder in found if reminder["state"] == "ringing"]
                for reminder in rings:
                    yield reminder
                    with suppress(NotFound):  # somebody else was quicker
                        await self._ask("POST", f"/api/reminders/{reminder['id']}/dismiss")
                if kind == _OPEN:
                    yield None
        except KippuError:
            return

    async def get_model(self, id: str) -> AsyncGenerator[tuple[int, int], None]:
        """Have the server fetch a model that is not there: bytes so far and in all. Raises FetchError."""
        async with aclosing(self._events("GET", "/api/events")) as events:
            async for kind, data in events:
                if kind == _OPEN:
                    await self._ask("POST", f"/api/models/{id}/get")
                elif kind == "model" and data["id"] == id:
                    if "error" in data:
                        raise FetchError(data["error"], data["error_ja"])
                    if "received" not in data:
                        return
                    yield data["received"], data["bytes"]

    async def use_model(self, id: str) -> None:
        """Talk with this model from now on."""
        await self._ask("POST", f"/api/models/{id}/use")

    async def use_layer(self, name: str) -> None:
        """Answer by this layer from now on."""
        await self._ask("POST", f"/api/layers/{quote(name, safe='')}/use")

    async def draw(self, at: str, **wanted: Any) -> AsyncGenerator[tuple[str, Mapping[str, Any]], None]:
        """Have it draw, or make a picture larger, by what the route ``at`` begins: its ``progress``,
        ``picture`` and ``end`` as they come. Whoever wants no more stops it."""
        begun: Mapping[str, Any] = await self._ask("POST", at, json=wanted)
        path = f"/api/pictures/jobs/{begun['job']}"
        ended = False
        try:
            async with aclosing(self._events("GET", path)) as events:
                async for kind, data in events:
                    if kind == "error":
                        raise _error(data)
                    ended = ended or kind == "end"
                    if kind in {"progress", "picture", "end"}:
                        yield kind, data
        finally:
            if not ended:
                with suppress(KippuError):
                    await self._ask("POST", f"{path}/stop")

    async def file(self, path: str) -> bytes:
        """What lies at a path, such as a picture."""
        with self._telling():
            response = await self._client.get(path, timeout=_SECONDS)
            _check(response)
            return response.content

    async def privacy(self) -> Mapping[str, Any]:
        """What may leave, as the person chose it."""
        found: Mapping[str, Any] = await self._ask("GET", "/api/privacy")
        return found

    async def choose(self, **chosen: Any) -> Mapping[str, Any]:
        """Change it, for now and the next start."""
        found: Mapping[str, Any] = await self._ask("PUT", "/api/privacy", json=chosen)
        return found

    async def mark(self, words: str) -> Mapping[str, Any]:
        """Mark words as private."""
        found: Mapping[str, Any] = await self._ask("POST", "/api/privacy/marked", json={"words": words})
        return found

    async def unmark(self, words: str) -> Mapping[str, Any]:
        """Take a mark back."""
        found: Mapping[str, Any] = await self._ask("DELETE", "/api/privacy/marked", params={"words": words})
        return found

    async def keep_key(self, provider: str, key: str) -> None:
        """Keep a provider's key in the system's keyring; an empty one forgets it."""
        await self._ask("PUT", f"/api/privacy/providers/{quote(provider, safe='')}/key", json={"key": key})

    async def _ask(self, method: str, path: str, **sent: Any) -> Any:
        """The JSON of an ordinary answer."""
        with self._telling():
            response = await self._client.request(method, path, timeout=_SECONDS, **sent)
            _check(response)
            return response.json()

    async def _events(
        self, method: str, path: str, **sent: Any
    ) -> AsyncGenerator[tuple[str, dict[str, Any]], None]:
        """Server-sent events, kind and data; first an ``_OPEN`` that says they are coming."""
        with self._telling():
            async with self._client.stream(method, path, **sent) as response:
                if response.is_error:
                    await response.aread()
                _check(response)
                yield _OPEN, {}
                kind = "message"
                async for line in response.aiter_lines():
                    if line.startswith("event: "):
                        kind = line.removeprefix("event: ")
                    elif line.startswith("data: ") and line != "data: [DONE]":
                        yield kind, json.loads(line.removeprefix("data: "))

    @contextmanager
    def _telling(self) -> Iterator[None]:
        """Turn what can go wrong between two programs into words for people."""
        where = self._client.base_url
        try:
            yield
        except httpx.ConnectError as error:
            raise KippuError(
                f"The Kippu at {where} can't be reached. Start it anew: kippu serve",
                f"{where} の Kippu につながりません。もう一度起動してください: kippu serve",
            ) from error
        except httpx.TimeoutException as error:
            raise KippuError(
                f"The Kippu at {where} doesn't answer. If it stays so, end it and start it anew: kippu serve",
                f"{where} の Kippu が応答しません。続くようなら起動し直してください: kippu serve",
            ) from error
        except (httpx.HTTPError, httpx.StreamError) as error:
            raise KippuError(
                f"The Kippu at {where} went away in the middle ({error or type(error).__name__}). "
                "Ask again; if it stays so, start it anew: kippu serve",
                f"{where} の Kippu との接続が途中で切れました（{error or type(error).__name__}）。"
                "もう一度試し、続くようなら起動し直してください: kippu serve",
            ) from error
        except ValueError as error:
            raise KippuError(
                f"{where} answered what is not a Kippu's answer.",
                f"{where} の応答は Kippu のものではありません。",
            ) from error


@asynccontextmanager
async def served(address: str, data: Path) -> AsyncIterator[Served]:
    """The Kippu at this address, which serves this data folder."""
    # Answers take as long as they take; a model may have to be loaded first.
    timeout = httpx.Timeout(_SECONDS, read=None)
    token = data / "token"
    # Asked for by a Kippu that listens on one address of the network, also of those on its own device.
    headers: dict[str, str] = {"Accept-Language": language()}
    if token.exists():
        headers["Authorization"] = f"Bearer {token.read_text().strip()}"
    async with httpx.AsyncClient(
        base_url=address, timeout=timeout, headers=headers, trust_env=False
    ) as client:
        yield Served(client)


def _asking(told: Mapping[str, Any]) -> Asking:
    """What waits for a yes, as the server shows it."""
    messages = tuple(Message(message["role"], message["text"]) for message in told["messages"])
    return Asking(
        told["turn"],
        Placement("cloud", told["model"], told.get("reason", ""), told["to"], True, told["cents"]),
        Egress(
            told["to"],
            messages,
            tuple(told["kinds"]),
            tuple(Offer(**offer) for offer in told.get("tools", ())),
            outside=told.get("outside", ""),
        ),
        Call(told["call"]["tool"], told["call"]["arguments"]) if told.get("call") else None,
    )


def _check(response: httpx.Response) -> None:
    if response.is_error:
        try:
            raise _error(response.json()["error"])
        except (ValueError, KeyError, TypeError):
            raise KippuError(
                f"{response.url} answered {response.status_code}, which is not a Kippu's answer.",
                f"{response.url} の応答（{response.status_code}）は Kippu のものではありません。",
            ) from None


def _error(told: Mapping[str, Any]) -> KippuError:
    """The error that the server told of, of the same kind where it has one here too."""
    code = str(told.get("code") or "").replace("_", "")
    kinds = {kind.__name__.lower(): kind for kind in _all(KippuError)}
    return kinds.get(code, KippuError)(told["message"])


def _all(kind: type[KippuError]) -> list[type[KippuError]]:
    return [kind, *(deeper for direct in kind.__subclasses__() for deeper in _all(direct))]
