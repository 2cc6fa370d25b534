"""Pieces of a completion put together to a whole one, and told on as a stream.

Works on OpenAI's shapes alone: knows no model and no request.
"""

from collections.abc import AsyncGenerator, AsyncIterator, Mapping
from contextlib import aclosing
from typing import Any, Literal

from kippu.server.stream import event

Chunk = dict[str, Any]
DONE = "data: [DONE]\n\n"


async def whole(chunks: AsyncGenerator[Chunk, None], identity: Mapping[str, Any]) -> Chunk:
    """All pieces as one completion. ``identity``: the id, model and time that it shall carry."""
    chat = str(identity["id"]).startswith("chatcmpl")
    rest: Chunk = {}
    choice: Chunk = {"index": 0, "finish_reason": None}
    async with aclosing(chunks):
        async for chunk in chunks:
            rest.update({k: v for k, v in chunk.items() if k not in {"choices", "object"} and v is not None})
            for piece in chunk.get("choices") or ():
                _grow(choice, piece)
    if chat:
        message = choice.setdefault("message", {"role": "assistant"})
        message.setdefault("content", None if message.get("tool_calls") else "")
        message["tool_calls"] = message.get("tool_calls") or None
        if message["tool_calls"] is None:
            del message["tool_calls"]
    else:
        choice.setdefault("text", "")
    kind = "chat.completion" if chat else "text_completion"
    return {**rest, **identity, "object": kind, "choices": [choice]}


async def lines(
    chunks: AsyncGenerator[Chunk, None], identity: Mapping[str, Any], include_usage: bool
) -> AsyncGenerator[str, None]:
    """Server-sent events of the pieces; usage comes only when asked for, as the last one."""
    kind: Literal["chat.completion.chunk", "text_completion"]
    kind = "chat.completion.chunk" if str(identity["id"]).startswith("chatcmpl") else "text_completion"
    usage: Any = None
    async with aclosing(chunks):
        async for chunk in chunks:
            usage = chunk.pop("usage", None) or usage
            if chunk.get("choices"):
                shown = {**chunk, **identity, "object": kind}
                yield event({**shown, "usage": None} if include_usage else shown)
    if include_usage:
        yield event({**identity, "object": kind, "choices": [], "usage": usage})
    yield DONE


async def counted(chunks: AsyncIterator[Chunk], into: Chunk) -> AsyncGenerator[Chunk, None]:
    """The same pieces; what they say of usage is kept in ``into`` too."""
    async for chunk in chunks:
        into.update(chunk.get("usage") or {})
        yield chunk


def _grow(choice: Chunk, piece: Mapping[str, Any]) -> None:
    choice["finish_reason"] = piece.get("finish_reason") or choice["finish_reason"]
    if "text" in piece:
        choice["text"] = choice.get("text", "") + (piece["text"] or "")
    delta = piece.get("delta")
    if delta:
        _grow_message(choice.setdefault("message", {"role": "assistant"}), delta)
    if piece.get("logprobs"):
        _grow_logprobs(choice.setdefault("logprobs", {}), piece["logprobs"])


def _grow_message(message: Chunk, delta: Mapping[str, Any]) -> None:
    for name, value in delta.items():
        if name == "role" or value is None:
            continue
        if name == "tool_calls":
            for call in value:
                _grow_call(message.setdefault("tool_calls", []), call)
        elif isinstance(value, str):
            message[name] = (message.get(name) or "") + value
        else:
            message[name] = value


def _grow_call(calls: list[Chunk], piece: Mapping[str, Any]) -> None:
    index = piece.get("index", len(calls))
    while len(calls) <= index:
        calls.append({"id": "", "type": "function", "function": {"name": "", "arguments": ""}})
    call = calls[index]
    call["id"] = piece.get("id") or call["id"]
    function = piece.get("function") or {}
    for name in ("name", "arguments"):
        call["function"][name] += function.get(name) or ""


def _grow_logprobs(logprobs: Chunk, piece: Mapping[str, Any]) -> None:
    for name, value in piece.items():
        if isinstance(value, list):
            logprobs.setdefault(name, []).extend(value)
        else:
            logprobs.setdefault(name, value)
