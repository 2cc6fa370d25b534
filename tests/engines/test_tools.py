"""Tools in words: what the model reads, and what is read back from its answer."""

import json
from collections.abc import AsyncGenerator
from typing import Any

import pytest

from kippu.engines.tools import called, taught, written

pytestmark = pytest.mark.anyio

TOOL = {"type": "function", "function": {"name": "turn_on", "parameters": {"type": "object"}}}


async def _chunks(*texts: str, end: str = "stop") -> AsyncGenerator[dict[str, Any]]:
    for text in texts:
        yield {"choices": [{"index": 0, "delta": {"content": text}, "finish_reason": None}]}
    yield {"choices": [{"index": 0, "delta": {}, "finish_reason": end}]}
    yield {"choices": [], "usage": {}}


async def _read(chunks: AsyncGenerator[dict[str, Any]]) -> tuple[str, dict[str, Any]]:
    choices = [choice async for chunk in called(chunks) for choice in chunk["choices"]]
    return "".join(choice["delta"].get("content") or "" for choice in choices), choices[-1]


def test_written_into_the_system_message() -> None:
    call = {"id": "1", "type": "function", "function": {"name": "turn_on", "arguments": '{"room":"hall"}'}}
    messages = [
        {"role": "system", "content": "Be kind."},
        {"role": "assistant", "content": None, "tool_calls": [call]},
        {"role": "tool", "tool_call_id": "1", "content": "done"},
    ]
    body = written({"messages": messages, "tools": [TOOL], "tool_choice": "auto"})
    system, assistant, answer = body["messages"]
    assert system["content"].startswith("Be kind.") and '"name":"turn_on"' in system["content"]
    assert json.loads(assistant["content"]) == {"name": "turn_on", "arguments": {"room": "hall"}}
    assert answer["role"] == "user" and "done" in answer["content"]
    assert not {"tools", "tool_choice"} & set(body)
    assert "grammar" not in written({"messages": messages, "tools": [TOOL], "tool_choice": "none"})


async def test_read_back() -> None:
    assert (await _read(_chunks("It ", "is {on}.")))[0] == "It is {on}."
    text, end = await _read(_chunks("{", '"name":"turn_on",', '"arguments":{"room":"書斎"}}'))
    assert text == ""
    assert end["finish_reason"] == "tool_calls"
    assert json.loads(end["delta"]["tool_calls"][0]["function"]["arguments"]) == {"room": "書斎"}
    assert (await _read(_chunks('{"name":', end="length")))[0] == '{"name":'


def test_which_templates_know_tools() -> None:
    assert taught("{% if tools %}…{% endif %}")
    assert not taught("{{ messages }}")
    assert not taught(None)
