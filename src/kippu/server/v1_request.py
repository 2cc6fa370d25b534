"""From OpenAI's requests to what an engine takes: what it can't do is refused, never dropped without a word.

Knows no model.
"""

from typing import Any

from kippu.server.problems import Unsupported
from kippu.server.shapes_v1 import ChatMessage, ChatRequest, CompletionRequest, EmbeddingRequest, NamedTool
from kippu.server.shapes_v1 import Request as Either

_OURS = {"model", "stream", "stream_options", "n", "max_completion_tokens", "user", "store", "metadata"}
"""Fields that no engine needs to see."""
_MEDIA = ("modalities", "audio", "web_search_options", "functions", "function_call")


def chat(body: ChatRequest) -> dict[str, Any]:
    """A chat request for an engine; raises Unsupported."""
    single(body)
    for name in _MEDIA:
        if getattr(body, name, None):
            raise Unsupported(f"'{name}' is not supported; leave it out.", name)
    sent = _shared(body)
    sent["messages"] = [_message(message, index) for index, message in enumerate(body.messages)]
    if limit := body.max_completion_tokens or body.max_tokens:
        sent["max_tokens"] = limit
    forced = body.tool_choice == "required"
    if isinstance(body.tool_choice, NamedTool):
        forced = True
        name = body.tool_choice.function.name
        sent["tools"] = [tool for tool in sent.get("tools") or () if tool["function"]["name"] == name]
        sent["tool_choice"] = "required"
    if forced and not sent.get("tools"):
        raise Unsupported("'tool_choice' asks for a function that is not among 'tools'.", "tool_choice")
    if not sent.get("tools"):
        sent.pop("tools", None)
        sent.pop("tool_choice", None)
    if (
        body.response_format
        and body.response_format.type == "json_schema"
        and not body.response_format.json_schema
    ):
        raise Unsupported("'response_format' of type json_schema needs 'json_schema'.", "response_format")
    return sent


def completion(body: CompletionRequest) -> dict[str, Any]:
    """A completion request for an engine; raises Unsupported."""
    single(body)
    sent = _shared(body)
    for name in ("suffix", "echo"):
        if getattr(body, name):
            raise Unsupported(f"'{name}' is not supported; leave it out.", name)
    if body.best_of not in {None, 1}:
        raise Unsupported("'best_of' can only be 1 here.", "best_of")
    if body.logprobs == 0:  # of the tokens chosen alone, which an engine takes for none at all
        sent["logprobs"] = 1
    if isinstance(body.prompt, list):
        if len(body.prompt) != 1 or not isinstance(body.prompt[0], str):
            raise Unsupported("Send one prompt in each request, as text.", "prompt")
        sent["prompt"] = body.prompt[0]
    return sent


def texts(body: EmbeddingRequest) -> list[str]:
    """The texts to be embedded; raises Unsupported for tokens."""
    given = body.input if isinstance(body.input, list) else [body.input]
    found = [text for text in given if isinstance(text, str)]
    if len(found) < len(given):
        raise Unsupported("'input' must be text here, not tokens: they differ from model to model.", "input")
    return found


def text_of(message: ChatMessage, index: int) -> str:
    """What a message says; raises Unsupported for anything but text."""
    if message.content is None or isinstance(message.content, str):
        return message.content or ""
    for part in message.content:
        if part.type not in {"text", "refusal"} or part.text is None:
            raise Unsupported(
                f"A message's part of type '{part.type[:40]}' is not supported: this model reads text.",
                f"messages.{index}.content",
            )
    return "".join(part.text or "" for part in message.content)


def single(body: Either) -> None:
    """Raise Unsupported when several answers are asked for."""
    if body.n not in {None, 1}:
        raise Unsupported("'n' can only be 1 here: ask several times for several answers.", "n")


def _shared(body: Either) -> dict[str, Any]:
    sent = body.model_dump(mode="json", by_alias=True, exclude_unset=True, exclude=_OURS)
    return {name: value for name, value in sent.items() if value is not None}


def _message(message: ChatMessage, index: int) -> dict[str, Any]:
    sent = message.model_dump(mode="json", exclude_unset=True)
    text = text_of(message, index)
    if message.role == "developer":
        sent["role"] = "system"
    sent["content"] = text if text or not message.tool_calls else None
    return sent
