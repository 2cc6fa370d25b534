"""Answers that must have a given form: a response format as the grammar that costs least.

llama.cpp's own way from a JSON schema lets the model write any whitespace, and small models then spend half
of their tokens on it. The same schema without whitespace is the same JSON in about half the tokens.
llama.cpp also drops a schema that it can't hold to, without a word; here that is an error.
"""

import json
from collections.abc import AsyncGenerator, Mapping
from typing import Any

from kippu.errors import BadInput

_COMPACT = {"whitespace_flexible": False}
_JSON_BEGINS = '{["-0123456789tfn'
_DROPPED = (
    "The response_format's schema can't be held to: it is no JSON schema, or uses a keyword that isn't known."
)

_TYPES = frozenset({"array", "boolean", "integer", "null", "number", "object", "string"})
_NAMED = frozenset({"properties", "patternProperties", "$defs", "definitions"})
"""Where a schema has others by name."""
_NESTED = frozenset({"items", "prefixItems", "additionalProperties", "anyOf", "oneOf", "allOf", "not"})


def constrained(request: Mapping[str, Any]) -> dict[str, Any]:
    """The request with its ``response_format`` turned into a grammar; unchanged when there is none.

    With tools, the format is left for llama.cpp to weave into theirs. Raises BadInput for a format it isn't.
    """
    body = dict(request)
    form = body.get("response_format")
    if form is None or body.get("tools"):
        return body
    schema = _schema(form)
    del body["response_format"]
    if schema is not None:
        if "grammar" in body:
            raise BadInput("A request can have a response_format or a grammar, not both.")
        body["grammar"] = "%llguidance {}\nstart: %json " + json.dumps(schema | {"x-guidance": _COMPACT})
    return body


def schema_format(schema: str) -> dict[str, Any]:
    """OpenAI's ``response_format`` for a JSON schema given as text; any object where the text is no JSON."""
    try:
        return {"type": "json_schema", "json_schema": {"name": "answer", "schema": json.loads(schema)}}
    except ValueError:
        return {"type": "json_object"}


def holds(request: Mapping[str, Any]) -> bool:
    """True when the whole answer to this request must be JSON."""
    form = request.get("response_format")
    kind = form.get("type") if isinstance(form, Mapping) else None
    return kind in ("json_object", "json_schema") and not request.get("tools") and not request.get("stop")


async def held(chunks: AsyncGenerator[dict[str, Any]]) -> AsyncGenerator[dict[str, Any]]:
    """The same chunks. Raises BadInput when they turn out not to be JSON, as then the schema was dropped."""
    text = ""
    async for chunk in chunks:
        for choice in chunk["choices"]:
            text += choice["delta"].get("content") or ""
            if text and text.lstrip()[:1] not in _JSON_BEGINS:
                raise BadInput(_DROPPED)
            if choice["finish_reason"] == "stop" and not _is_json(text):
                raise BadInput(_DROPPED)
        yield chunk


def _is_json(text: str) -> bool:
    try:
        json.loads(text)
    except ValueError:
        return False
    return True


def _schema(form: Any) -> dict[str, Any] | None:
    kind = form.get("type") if isinstance(form, Mapping) else None
    if kind == "text":
        return None
    if kind == "json_object":
        schema = form.get("schema", {"type": "object"})
    elif kind == "json_schema":
        holder = form.get("json_schema")
        schema = holder.get("schema") if isinstance(holder, Mapping) else None
    else:
        raise BadInput(f"response_format can't be {form!r}: its type is text, json_object or json_schema.")
    if not isinstance(schema, Mapping):
        raise BadInput("response_format has no schema: give it as json_schema.schema, a JSON object.")
    _check_types(schema)
    return dict(schema)


def _check_types(schema: Any) -> None:
    """Raise BadInput for a type that JSON hasn't; llama.cpp would drop such a schema without a word."""
    if isinstance(schema, list):
        for each in schema:
            _check_types(each)
    if not isinstance(schema, Mapping):
        return
    said = schema.get("type", [])
    for kind in said if isinstance(said, list) else [said]:
        if not isinstance(kind, str) or kind not in _TYPES:
            raise BadInput(f"A schema's type can't be {kind!r}: it is one of {', '.join(sorted(_TYPES))}.")
    for key in _NAMED & schema.keys():
        _check_types([*schema[key].values()] if isinstance(schema[key], Mapping) else [])
    for key in _NESTED & schema.keys():
        _check_types(schema[key])
