"""The whole assistant in OpenAI's shape: the model ``kippu``.

It chooses its own tools, so requests for these are refused; temperature and the like are left to it. Asked
for JSON it only talks. OpenAI's API has no conversations: one is known again by what was said in it.
"""

import hashlib
import json
from collections import OrderedDict
from collections.abc import AsyncGenerator, Iterable
from contextlib import aclosing
from dataclasses import replace
from typing import TYPE_CHECKING

from kippu.record import answer_to_json
from kippu.server import v1_request
from kippu.server.gather import Chunk
from kippu.server.problems import Unsupported
from kippu.server.shapes_v1 import ChatRequest
from kippu.turn import Answer, Message, Turn, pasted

if TYPE_CHECKING:
    from kippu.start import Kippu

ID = "kippu"
_REFUSED = (
    "tools", "functions", "tool_choice", "function_call", "logprobs", "logit_bias", "stop", "modalities",
    "audio",
)  # fmt: skip
_REMEMBERED = 1000


class Threads:
    """Which conversation a list of messages goes on with."""

    def __init__(self) -> None:
        self._known: OrderedDict[str, str] = OrderedDict()

    def find(self, messages: Iterable[Message]) -> str | None:
        """Id of the conversation in which exactly this was said; None for a new one."""
        return self._known.get(_digest(messages))

    def keep(self, messages: Iterable[Message], conversation: str) -> None:
        """This is what was said in it by now."""
        self._known[_digest(messages)] = conversation
        if len(self._known) > _REMEMBERED:
            self._known.popitem(last=False)


def turn(kippu: "Kippu", threads: Threads, body: ChatRequest) -> Turn:
    """What the person said last, after all that was said before; raises Unsupported, BadInput."""
    v1_request.single(body)
    for name in _REFUSED:
        if getattr(body, name, None):
            raise Unsupported(
                f"'{name}' does not go with the model kippu, which uses its own skills. "
                "Leave it out, or use another model of /v1/models.",
                name,
            )
    *earlier, last = [_message(body, index) for index in range(len(body.messages))]
    if last.role != "user":
        raise Unsupported("The last message must be the user's.", "messages")
    made = kippu.assistant.turn(last.text, threads.find(earlier))
    limit = body.max_completion_tokens or body.max_tokens
    return replace(made, history=marked(earlier, made.history), schema=_schema(body), limit=limit)


def marked(lines: Iterable[Message], kept: Iterable[Message]) -> tuple[Message, ...]:
    """The lines that a program sends along, each tainted as the record has it.

    ``kept``: the lines of the conversation that they were known by. An answer that is not among them may have
    been made from anything.
    """
    known = {(line.role, line.text.strip()): line.tainted for line in kept}

    def tainted(line: Message) -> bool:
        found = known.get((line.role, line.text.strip()), line.role == "assistant")
        return line.tainted or found or pasted(line.text)

    return tuple(replace(line, tainted=tainted(line)) for line in lines)


async def chunks(kippu: "Kippu", threads: Threads, made: Turn) -> AsyncGenerator[Chunk, None]:
    """The answer in pieces, not more than the turn's limit; the last has all that it did, as ``kippu``."""
    yield _chunk({"role": "assistant", "content": ""})
    said: list[str] = []
    reason = "stop"
    async with aclosing(kippu.assistant.answer(made)) as pieces:
        async for piece in pieces:
            if isinstance(piece, Answer):
                if piece.cut:
                    reason = "length"
                yield _last(piece, "".join(said), reason)
                threads.keep((*made.history, Message("user", made.text), _spoken(piece)), made.conversation)
            elif isinstance(piece, str) and reason == "stop":
                if made.limit is not None and len(said) >= made.limit:
                    # Not with the last that it may have: a model ends there itself, and tells what it took.
                    reason = "length"
                    kippu.assistant.stop(made.id)
                    continue
                said.append(piece)
                yield _chunk({"content": piece})


def _schema(body: ChatRequest) -> str:
    form = body.response_format
    if form is None or form.type == "text":
        return ""
    if form.type == "json_object":
        return '{"type": "object"}'
    if form.json_schema is None:
        raise Unsupported("'response_format' of type json_schema needs 'json_schema'.", "response_format")
    return json.dumps(form.json_schema.model_dump(by_alias=True)["schema"], ensure_ascii=False)


def _last(answer: Answer, said: str, reason: str) -> Chunk:
    rest = answer.text if not said else ""
    read, wrote = answer.read, answer.tokens
    usage = {"prompt_tokens": read, "completion_tokens": wrote, "total_tokens": read + wrote}
    return {
        **_chunk({"content": rest} if rest else {}, reason),
        "usage": usage,
        "kippu": answer_to_json(answer),
    }


def _chunk(delta: dict[str, str], reason: str | None = None) -> Chunk:
    return {"choices": [{"index": 0, "delta": delta, "finish_reason": reason}]}


def _message(body: ChatRequest, index: int) -> Message:
    message = body.messages[index]
    text = v1_request.text_of(message, index)
    match message.role:
        case "user" | "assistant" | "system":
            return Message(message.role, text)
        case "developer":
            return Message("system", text)
        case _:  # what a tool of somebody else's told, which the record has as a part of an answer
            return Message("assistant", text, tainted=True)


def _spoken(answer: Answer) -> Message:
    return Message("assistant", answer.text)


def _digest(messages: Iterable[Message]) -> str:
    digest = hashlib.sha256()
    for message in messages:
        digest.update(f"{message.role}\0{message.text.strip()}\0\0".encode("utf-8", "replace"))
    return digest.hexdigest()
