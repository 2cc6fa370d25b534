"""Tools in words: what the model reads, and what is read back from its answer."""

import json
from collections.abc import AsyncGenerator
from typing import Any

import pytest

from kippu.engines.tools import called, noticed, taught, written

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


async def _noticed(*texts: str, end: str = "stop", **request: Any) -> tuple[str, dict[str, Any]]:
    chunks = noticed(_chunks(*texts, end=end), {"tools": [TOOL], **request})
    choices = [choice async for chunk in chunks for choice in chunk["choices"]]
    return "".join(choice["delta"].get("content") or "" for choice in choices), choices[-1]


CALL = '{"name": "turn_on", "arguments": {"room": "hall"}}'


@pytest.mark.parametrize(
    "pieces", [("``", "`json\n", CALL[:9], CALL[9:], "\n```"), (CALL,), ("```\n", CALL, "\n```\n")]
)
async def test_a_call_in_a_code_block_is_one(pieces: tuple[str, ...]) -> None:
    text, end = await _noticed(*pieces)
    assert text == ""
    assert end["finish_reason"] == "tool_calls"
    function = end["delta"]["tool_calls"][0]["function"]
    assert (function["name"], json.loads(function["arguments"])) == ("turn_on", {"room": "hall"})


@pytest.mark.parametrize(
    "text",
    [
        '```json\n{"name": "unlock", "arguments": {}}\n```',
        '{"room": "hall"}',
        '```json\n{"name": "turn_on", "arg',
        "```python\nprint(1)\n```",
        f"Call this: {CALL}",
        f"```json\n{CALL}\n``` would be the call.",
        "",
    ],
)
async def test_what_is_none_stays_as_it_was_said(text: str) -> None:
    said, end = await _noticed(text[:5], text[5:])
    assert said == text
    assert end["finish_reason"] == "stop"


async def test_no_call_is_noticed_where_none_may_be_or_it_was_cut_off() -> None:
    assert (await _noticed(CALL, tool_choice="none"))[0] == CALL
    assert (await _noticed(CALL, response_format={"type": "json_object"}))[0] == CALL
    assert (await _noticed(CALL, end="length"))[0] == CALL


def test_no_field_that_the_schema_has_not() -> None:
    place = {"type": "object", "properties": {"city": {"type": "string", "default": {"type": "object"}}}}
    parameters = {"type": "object", "properties": {"to": {"type": "array", "items": place}, "any": {}}}
    tool = {"type": "function", "function": {"name": "go", "parameters": parameters}}
    body = written({"messages": [{"role": "user", "content": "Go."}], "tools": [tool]})
    call = json.loads(body["grammar"].rpartition("%json ")[2])["anyOf"][0]["properties"]["arguments"]
    assert call["additionalProperties"] is False
    assert call["properties"]["to"]["items"]["additionalProperties"] is False
    assert call["properties"]["to"]["items"]["properties"]["city"] == place["properties"]["city"]
    open_one = {**tool["function"], "parameters": parameters | {"additionalProperties": True}}
    body = written({"messages": [], "tools": [{"type": "function", "function": open_one}]})
    assert '"additionalProperties": true' in body["grammar"]


def test_no_required_text_is_left_empty() -> None:
    properties = {
        "city": {"type": "string"},
        "note": {"type": "string", "minLength": 0},
        "unit": {"enum": ["c", "f"], "type": "string"},
        "day": {"type": "string"},
    }
    parameters = {"type": "object", "properties": properties, "required": ["city", "note", "unit", "gone"]}
    tool = {"type": "function", "function": {"name": "weather", "parameters": parameters}}
    body = written(
        {"messages": [{"role": "user", "content": "Hi"}], "tools": [tool], "tool_choice": "required"}
    )
    schema = json.loads(body["grammar"].split("%json ", 1)[1])
    (call,) = schema["anyOf"]
    made = call["properties"]["arguments"]["properties"]
    assert {name: one.get("minLength") for name, one in made.items()} == {
        "city": 1, "note": 0, "unit": None, "day": None,
    }  # fmt: skip
    assert "minLength" not in properties["city"]
