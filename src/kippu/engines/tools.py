"""Tools for models whose chat template has no place for them.

llama.cpp leaves the tools out of such a prompt without a word, even when one is required. Here they are
written into the system message, the answer's form is held to "one call as JSON, or text", and the call is
read back into OpenAI's form. Knows messages as data, and no engine.
"""

import json
import secrets
from collections.abc import AsyncGenerator, Mapping
from typing import Any

from kippu.errors import BadInput

_HOW = (
    "You can call these tools. To call one, answer only with JSON: "
    '{"name":"the tool","arguments":{…}}. Otherwise answer in plain words.\n'
)


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
                delta["tool_calls"] = [_call(call)]
                choice["finish_reason"] = "tool_calls"
            elif call and choice["finish_reason"]:
                delta["content"] = call  # cut off in the middle: no call, and not hidden either
        yield chunk


def _call(text: str) -> dict[str, Any]:
    made = json.loads(text)
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
                "arguments": one.get("parameters") or {"type": "object"},
            },
            "required": ["name", "arguments"],
            "additionalProperties": False,
        }
        for one in functions
    ]
    schema = {"anyOf": calls, "x-guidance": {"whitespace_flexible": False}}
    start = "call | TEXT" if choice == "auto" else "call"
    return f"%llguidance {{}}\nstart: {start}\nTEXT: /[^{{](.|\\n)*/\ncall: %json {json.dumps(schema)}"
