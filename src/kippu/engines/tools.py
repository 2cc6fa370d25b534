"""Tools in words: for models whose chat template has no place for them, and for those that forget its marks.

llama.cpp leaves the tools out of a prompt that has no place for them without a word, even when one is
required. Here they are written into the system message, the answer's form is held to "one call as JSON, or
text", and the call is read back into OpenAI's form. Knows messages as data, and no engine.
"""

import json
import re
import secrets
from collections.abc import AsyncGenerator, Collection, Mapping
from typing import Any

from kippu.errors import BadInput
from kippu.regex import regex

_HOW = (
    "You can call these tools. To call one, answer only with JSON: "
    '{"name":"the tool","arguments":{…}}. Otherwise answer in plain words.\n'
)
_BARE = regex(r"\s*(?:```(?:json)?\s*)?(\{.*\})\s*(?:```\s*)?", re.DOTALL)
"""A JSON object and nothing else, in a code block or not."""

_VALUES = frozenset({"const", "default", "enum", "examples"})
"""Where a schema holds what is no schema."""


def taught(template: str | None) -> bool:
    """True when the model's own template writes tools into the prompt."""
    return template is not None and "tools" in template


def written(request: Mapping[str, Any]) -> dict[str, Any]:
    """The request with its tools written into its messages, and the answer's form in its grammar."""
    body = dict(request)
    choice = body.pop("tool_choice", "auto")
    functions = [_function(tool) for tool in body.pop("tools")]
    body.pop("parallel_tool_calls", None)
    body["messages"] = _with_list([_plain(message) for message in body.get("messages", ())], functions)
    if choice != "none":
        if "response_format" in body or "grammar" in body:
            raise BadInput("This model can take tools or a response_format in one request, not both.")
        body["grammar"] = _grammar(functions, choice)
    return body


async def called(chunks: AsyncGenerator[dict[str, Any]]) -> AsyncGenerator[dict[str, Any]]:
    """The chunks with a call, once it is whole, as ``tool_calls``; text goes through as it comes."""
    call = ""
    async for chunk in chunks:
        for choice in chunk["choices"]:
            delta = choice["delta"]
            text = delta.get("content") or ""
            if call or text.startswith("{"):
                call += text
                delta.pop("content", None)
            if call and choice["finish_reason"] == "stop":
                delta["tool_calls"] = [_call(json.loads(call))]
                choice["finish_reason"] = "tool_calls"
            elif call and choice["finish_reason"]:
                delta["content"] = call  # cut off in the middle: no call, and not hidden either
        yield chunk


async def noticed(
    chunks: AsyncGenerator[dict[str, Any]], request: Mapping[str, Any]
) -> AsyncGenerator[dict[str, Any]]:
    """The chunks of a model whose template knows tools; an answer that is a call in all but the template's
    marks around it is one. Small models write the JSON of a call into a code block instead.

    What begins like one is held back until it is whole; other text goes through as it comes.
    """
    names = {_function(tool)["name"] for tool in request["tools"]}
    begun, is_open = "", request.get("tool_choice") != "none" and "response_format" not in request
    async for chunk in chunks:
        for choice in chunk["choices"]:
            delta = choice["delta"]
            if not is_open:
                continue
            begun += delta.pop("content", None) or ""
            if choice["finish_reason"] == "stop" and (call := _bare_call(begun, names)):
                delta["tool_calls"] = [call]
                choice["finish_reason"] = "tool_calls"
            elif choice["finish_reason"] or delta.get("tool_calls") or not _may_be_bare(begun):
                is_open = False
                if begun:
                    delta["content"] = begun
        yield chunk


def _may_be_bare(begun: str) -> bool:
    text = begun.lstrip()
    return any(text.startswith(one) or one.startswith(text) for one in ("{", "```json", "```\n{"))


def _bare_call(text: str, names: Collection[str]) -> dict[str, Any] | None:
    found = _BARE.fullmatch(text)
    try:
        made = json.loads(found[1]) if found else {}
    except ValueError:
        return None
    return _call(made) if made.get("name") in names and isinstance(made.get("arguments"), dict) else None


def _call(made: Mapping[str, Any]) -> dict[str, Any]:
    function = {"name": made["name"], "arguments": json.dumps(made["arguments"], ensure_ascii=False)}
    return {"index": 0, "id": f"call_{secrets.token_hex(8)}", "type": "function", "function": function}


def _function(tool: Any) -> Mapping[str, Any]:
    function = tool.get("function") if isinstance(tool, Mapping) else None
    if not isinstance(function, Mapping) or not isinstance(function.get("name"), str):
        raise BadInput(f"A tool needs a function with a name: {tool!r} has none.")
    return function


def _with_list(messages: list[dict[str, Any]], functions: list[Mapping[str, Any]]) -> list[dict[str, Any]]:
    lines = "\n".join(json.dumps(one, ensure_ascii=False, separators=(",", ":")) for one in functions)
    if messages and messages[0]["role"] == "system":
        system = {"role": "system", "content": f"{messages[0]['content']}\n\n{_HOW}{lines}"}
        return [system, *messages[1:]]
    return [{"role": "system", "content": _HOW + lines}, *messages]


def _plain(message: Mapping[str, Any]) -> dict[str, Any]:
    """A message in words that every template can write."""
    role, content = message.get("role"), message.get("content") or ""
    if role == "tool":
        return {"role": "user", "content": f"The tool's answer: {content}"}
    if role == "assistant" and message.get("tool_calls"):
        calls = [call["function"] for call in message["tool_calls"]]
        text = "".join(f'{{"name":{json.dumps(c["name"])},"arguments":{c["arguments"]}}}' for c in calls)
        return {"role": "assistant", "content": text}
    return dict(message)


def _grammar(functions: list[Mapping[str, Any]], choice: Any) -> str:
    if isinstance(choice, Mapping):
        name = choice.get("function", {}).get("name")
        functions = [one for one in functions if one["name"] == name]
        if not functions:
            raise BadInput(f"tool_choice names {name!r}, which is none of the tools.")
    calls = [
        {
            "type": "object",
            "properties": {
                "name": {"const": one["name"]},
                "arguments": _closed(one.get("parameters") or {"type": "object"}),
            },
            "required": ["name", "arguments"],
            "additionalProperties": False,
        }
        for one in functions
    ]
    schema = {"anyOf": calls, "x-guidance": {"whitespace_flexible": False}}
    start = "call | TEXT" if choice == "auto" else "call"
    return f"%llguidance {{}}\nstart: {start}\nTEXT: /[^{{](.|\\n)*/\ncall: %json {json.dumps(schema)}"


def _closed(schema: Any) -> Any:
    """The schema without fields that it doesn't name, unless it says that there may be more, and with no
    empty text where one is required, unless it says how short that may be: a small model goes on with words
    of the schema itself, and leaves out what the call is for."""
    if isinstance(schema, list):
        return [_closed(one) for one in schema]
    if not isinstance(schema, Mapping):
        return schema
    made = {key: value if key in _VALUES else _closed(value) for key, value in schema.items()}
    properties = schema.get("properties")
    if schema.get("type") != "object" or not isinstance(properties, Mapping):
        return made
    required = schema.get("required")
    for name in required if isinstance(required, list) else ():
        if isinstance(one := properties.get(name), Mapping) and _is_free_text(one):
            made["properties"] = {**made["properties"], name: {"minLength": 1, **made["properties"][name]}}
    return {"additionalProperties": False, **made}


def _is_free_text(schema: Mapping[str, Any]) -> bool:
    return schema.get("type") == "string" and not {"const", "enum", "format", "pattern"} & schema.keys()
