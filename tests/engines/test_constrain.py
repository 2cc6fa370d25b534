"""A response format becomes a grammar without whitespace, and is never dropped silently."""

from collections.abc import AsyncGenerator
from typing import Any

import pytest

from kippu.engines.constrain import constrained, held, holds
from kippu.errors import BadInput

pytestmark = pytest.mark.anyio

SCHEMA = {"type": "object", "properties": {"a": {"type": "integer"}}}
FORM = {"type": "json_schema", "json_schema": {"name": "a", "schema": SCHEMA}}


def test_a_format_becomes_a_grammar() -> None:
    body = constrained({"response_format": FORM, "seed": 1})
    assert body["seed"] == 1 and "response_format" not in body
    assert '"whitespace_flexible": false' in body["grammar"]
    assert "x-guidance" not in SCHEMA
    assert "grammar" in constrained({"response_format": {"type": "json_object"}})
    assert constrained({"response_format": {"type": "text"}}) == {}
    assert constrained({"response_format": FORM, "tools": [1]}) == {"response_format": FORM, "tools": [1]}
    with pytest.raises(BadInput):
        constrained({"response_format": FORM, "grammar": "root ::= [a-z]"})


@pytest.mark.parametrize(
    "form", ["json", {}, {"type": "yaml"}, {"type": "json_schema", "json_schema": {"schema": 1}}]
)
def test_what_is_no_format(form: Any) -> None:
    with pytest.raises(BadInput):
        constrained({"response_format": form})


@pytest.mark.parametrize(
    "schema",
    [
        {"type": "nonsense"}, {"type": ["string", "text"]}, {"type": {}},
        {"properties": {"a": {"type": "int"}}}, {"items": {"type": "str"}}, {"anyOf": [{"type": "str"}]},
        {"$defs": {"a": {"properties": {"b": {"type": "float"}}}}},
    ],
)  # fmt: skip
def test_a_type_that_json_has_not_is_said(schema: Any) -> None:
    with pytest.raises(BadInput, match="type can't be"):
        constrained({"response_format": {"type": "json_schema", "json_schema": {"schema": schema}}})


def test_a_property_may_be_called_type() -> None:
    schema = {"type": "object", "properties": {"type": {"type": "string", "enum": ["a", "b"]}}}
    form = {"type": "json_schema", "json_schema": {"schema": schema}}
    assert "grammar" in constrained({"response_format": form})


async def _chunks(*texts: str, end: str) -> AsyncGenerator[dict[str, Any]]:
    for text in texts:
        yield {"choices": [{"delta": {"content": text}, "finish_reason": None}]}
    yield {"choices": [{"delta": {}, "finish_reason": end}]}


async def test_an_answer_that_is_not_json_is_an_error() -> None:
    assert holds({"response_format": FORM})
    assert not holds({"response_format": FORM, "stop": ["}"]})
    assert not holds({"response_format": {"type": "text"}})
    for texts, end in ((('{"a":', "1}"), "stop"), (('{"a":',), "length"), (("true",), "stop")):
        assert len([chunk async for chunk in held(_chunks(*texts, end=end))]) == len(texts) + 1
    for texts in (("Of course", "!"), ('{"a":',)):
        with pytest.raises(BadInput):
            _ = [chunk async for chunk in held(_chunks(*texts, end="stop"))]
