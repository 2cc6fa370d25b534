"""Pieces of a completion: put together, and told on."""

import json
from collections.abc import AsyncGenerator
from typing import Any

import pytest

from kippu.server.gather import lines, whole

pytestmark = pytest.mark.anyio
IDENTITY = {"id": "chatcmpl-1", "created": 1, "model": "m"}


async def _chunks(*deltas: dict[str, Any], **last: Any) -> AsyncGenerator[dict[str, Any], None]:
    for delta in deltas:
        yield {"id": "other", "choices": [{"index": 0, "delta": delta, "finish_reason": None}]}
    yield {"choices": [{"index": 0, "delta": {}, "finish_reason": "stop"}], **last}


async def test_text_grows_together() -> None:
    usage = {"prompt_tokens": 3, "completion_tokens": 2, "total_tokens": 5}
    found = await whole(
        _chunks({"role": "assistant", "content": None}, {"content": "Hel"}, {"content": "lo"}, usage=usage),
        IDENTITY,
    )
    assert found["id"] == "chatcmpl-1"
    assert found["object"] == "chat.completion"
    message = {"role": "assistant", "content": "Hello"}
    assert found["choices"] == [{"index": 0, "finish_reason": "stop", "message": message}]
    assert found["usage"] == usage


async def test_tool_calls_grow_together() -> None:
    def call(index: int, **function: str) -> dict[str, Any]:
        return {"tool_calls": [{"index": index, "id": f"call{index}", "function": function}]}

    found = await whole(
        _chunks(
            call(0, name="a", arguments=""),
            call(0, arguments='{"x"'),
            call(0, arguments=":1}"),
            call(1, name="b"),
        ),
        IDENTITY,
    )
    message = found["choices"][0]["message"]
    assert message["content"] is None
    assert [c["function"] for c in message["tool_calls"]] == [
        {"name": "a", "arguments": '{"x":1}'},
        {"name": "b", "arguments": ""},
    ]


async def test_a_silent_model_said_nothing() -> None:
    found = await whole(_chunks(), IDENTITY)
    assert found["choices"][0]["message"] == {"role": "assistant", "content": ""}


async def test_usage_comes_last_and_only_when_asked_for() -> None:
    usage = {"prompt_tokens": 3}
    events = [line async for line in lines(_chunks({"content": "x"}, usage=usage), IDENTITY, True)]
    assert events[-1] == "data: [DONE]\n\n"
    last = json.loads(events[-2].removeprefix("data: "))
    assert last["choices"] == []
    assert last["usage"] == usage
    events = [line async for line in lines(_chunks({"content": "x"}, usage=usage), IDENTITY, False)]
    assert not any("usage" in line for line in events)
