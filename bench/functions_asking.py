"""Puts a question and its functions to a model as any program would: by OpenAI's API, to Kippu's server."""

import asyncio
import contextlib
import json
import time
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import httpx

from functions_judging import plain
from kippu.server.app import create
from kippu.server.binding import bind
from kippu.server.serve import Server
from kippu.settings import Settings
from kippu.start import Kippu, running

_MOST = 256
"""Tokens of an answer."""
_TALK = 48
"""Pieces of plain words after which no call is waited for any more."""
_SECONDS = 600
"""Until the next piece of an answer."""
_NO_HOME = "mqtt://127.0.0.1:1"
_TYPES = {"dict": "object", "float": "number", "tuple": "array", "any": "string"}
"""The leaderboard's words for types as JSON schema's."""


@asynccontextmanager
async def served(data: Path) -> AsyncIterator[tuple[Kippu, httpx.AsyncClient]]:
    """A Kippu without a home that serves on this device, and a client of it."""
    closing = asyncio.Event()
    with contextlib.closing(bind("127.0.0.1", 0)) as listener:
        address = f"http://127.0.0.1:{listener.getsockname()[1]}"
        async with running(Settings(data=data, home=_NO_HOME)) as kippu:
            serving = asyncio.create_task(Server(create(kippu, closing), closing).serve(sockets=[listener]))
            async with httpx.AsyncClient(base_url=address, timeout=_SECONDS, trust_env=False) as client:
                yield kippu, client
            closing.set()
            await serving


async def asked(client: httpx.AsyncClient, model: str, row: Mapping[str, Any]) -> dict[str, Any]:
    """What the model makes of a question: its calls, or the words that it says instead."""
    body = {
        "model": model,
        "messages": row["question"][0],
        "tools": [_tool(function) for function in row["function"]],
        "temperature": 0,
        "max_tokens": _MOST,
        "stream": True,
    }
    calls: dict[int, dict[str, Any]] = {}
    said, pieces = "", 0
    begun = time.perf_counter()
    async with client.stream("POST", "/v1/chat/completions", json=body) as response:
        if response.is_error:
            return {"error": (await response.aread()).decode()[:300]}
        async for line in response.aiter_lines():
            if not line.startswith("data: {"):
                continue
            event = json.loads(line.removeprefix("data: "))
            if "error" in event:
                return {"error": str(event["error"])[:300]}
            for choice in event["choices"]:
                pieces += 1
                said += choice["delta"].get("content") or ""
                _grow(calls, choice["delta"])
            if said and not calls and pieces > _TALK:
                break
    took = 1000 * (time.perf_counter() - begun)
    return {"calls": _whole(calls), "said": said, "written": pieces, "ms": round(took, 1)}


def request(row: Mapping[str, Any]) -> dict[str, Any]:
    """What of a question makes its prompt."""
    return {"messages": row["question"][0], "tools": [_tool(function) for function in row["function"]]}


def _tool(function: Mapping[str, Any]) -> dict[str, Any]:
    named = {"name": plain(function["name"]), "parameters": schema(function["parameters"])}
    return {"type": "function", "function": {**function, **named}}


def schema(told: Any) -> Any:
    """A schema of the leaderboard as JSON schema."""
    if isinstance(told, Mapping):
        made = {key: schema(value) for key, value in told.items()}
        if isinstance(told.get("type"), str):
            made["type"] = _TYPES.get(told["type"], told["type"])
        return made
    return [schema(one) for one in told] if isinstance(told, list) else told


def _grow(calls: dict[int, dict[str, Any]], delta: Mapping[str, Any]) -> None:
    for piece in delta.get("tool_calls") or ():
        call = calls.setdefault(piece.get("index", 0), {"name": "", "arguments": ""})
        for key in call:
            call[key] += piece["function"].get(key) or ""


def _whole(calls: Mapping[int, Mapping[str, Any]]) -> list[dict[str, Any]]:
    """The calls with their arguments read; as text where they were cut off."""
    made = []
    for call in calls.values():
        try:
            arguments = json.loads(call["arguments"] or "{}")
        except ValueError:
            arguments = call["arguments"]
        made.append({"name": call["name"], "arguments": arguments})
    return made
